import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Calque, connect, ProblemError } from '../../src/client/client.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';

let server: RunningServer;
let calque: Calque;
let memoryId: number;

beforeAll(async () => {
  server = await startServer();
  calque = connect(server.url);
  memoryId = (await calque.call('createMemory', { body: { name: 'News' } })).id;
});
afterAll(() => server?.stop());

const pair = (number: number) => ({
  fr: { language: 'fr', content: `Phrase ${number}.` },
  en: { language: 'en', content: `Sentence ${number}.` },
});

describe('calque/client', () => {
  it('reads a state with its tag, and changes it as long as it has the tag', async () => {
    const params = { id: memoryId };
    const { answer, tag } = await calque.read('getMemory', { params });
    expect(answer.name).toBe('News');
    expect(await calque.read('getMemory', { params }, tag)).toBeUndefined();
    await calque.call('changeMemory', { params, body: { priority: 3 } }, { ifMatch: tag });
    const stale = calque.call('changeMemory', { params, body: { priority: 4 } }, { ifMatch: tag });
    await expect(stale).rejects.toMatchObject({ problem: { code: 'precondition-failed', current: { priority: 3 } } });
    expect((await calque.read('getMemory', { params }, tag))?.answer.priority).toBe(3);
  });

  it('says what a stale version did not know of', async () => {
    const { unitIds } = await calque.call('createUnits', { body: { memoryId, units: [pair(0)] } });
    const params = { id: unitIds[0] ?? 0 };
    await calque.call('changeUnit', { params, body: { version: 1, note: 'vu' } });
    const stale = await calque.call('changeUnit', { params, body: { version: 1, note: 'x' } }).catch((error) => error);
    expect(stale).toBeInstanceOf(ProblemError);
    expect((stale as ProblemError).problem).toMatchObject({ status: 409, current: { version: 2, note: 'vu' } });
  });

  it('has what creates done once, also where the answer was lost on the way', async () => {
    let lost = 1;
    const unlucky = connect(server.url, {
      fetch: async (...request) => {
        const response = await fetch(...request);
        if (lost-- > 0) throw new TypeError('fetch failed');
        return response;
      },
    });
    const { id } = await unlucky.call('createMemory', { body: { name: 'Once' } });
    const { items } = await calque.call('listMemories', {});
    expect(items.filter(({ name }) => name === 'Once').map((memory) => memory.id)).toEqual([id]);
    const body = { name: 'Keyed' };
    const options = { idempotencyKey: 'the-same-key' };
    const first = await calque.call('createMemory', { body }, options);
    expect(await calque.call('createMemory', { body }, options)).toEqual(first);
  });

  it('gives every item of a listing, page after page', async () => {
    const units = Array.from({ length: 7 }, (_, number) => pair(number + 1));
    await calque.call('createUnits', { body: { memoryId, units } });
    const seen: string[] = [];
    for await (const unit of calque.items('listUnits', { query: { memory: memoryId, text: 'phrase', limit: 3 } })) {
      seen.push(unit.fr.content.join(''));
    }
    expect(seen).toHaveLength(8);
    expect(new Set(seen).size).toBe(8);
  });

  it('gives the lines of a batch as they come', async () => {
    const body = { texts: ['Phrase 1.', '', 'Phrase 2.'], sourceLanguage: 'fr', targetLanguage: 'en' };
    const rates: unknown[] = [];
    for await (const line of calque.lines('lookupBatch', { body })) {
      rates.push('error' in line ? line.error?.code : line.matches?.[0]?.rate);
    }
    expect(rates).toEqual([100, 'empty-text', 100]);
  });

  it('hears events from where it left off', async () => {
    const controller = new AbortController();
    const { id } = await calque.call('checkMemory', { params: { id: memoryId } });
    for await (const event of calque.events({ after: 0, signal: controller.signal })) {
      if (event.name !== 'job' || event.data.id !== id || event.data.state !== 'done') continue;
      expect(event.data.kind).toBe('check-memory');
      break;
    }
    controller.abort();
  });
});
