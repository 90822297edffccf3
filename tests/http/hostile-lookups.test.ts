import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServedApi } from '../support/api.ts';
import { problemOf, serveApi } from '../support/api.ts';

let api: ServedApi;
let memory: number;

const TO_ENGLISH = { sourceLanguage: 'fr', targetLanguage: 'en' } as const;
const lookup = (text: string | readonly string[], more: object = {}) =>
  api.call('lookup', { body: { ...TO_ENGLISH, text: text as string, minimumRate: 50, ...more } });

async function store(pairs: readonly (readonly [string, string])[]): Promise<void> {
  const units = pairs.map(([fr, en]) => ({
    fr: { language: 'fr', content: fr },
    en: { language: 'en', content: en },
  }));
  await api.call('createUnits', { body: { memoryId: memory, units } });
}

beforeAll(async () => {
  api = await serveApi();
  memory = (await api.call('createMemory', { body: { name: 'Port' } })).id;
  await store([
    ['Le port est fermé.', 'The harbour is closed.'],
    ['Et de la', 'And of the'],
    ['🚢 ⚓', '🚢 ⚓'],
    ['\ud800 \ud801', '\udc00'],
    ['!!!', '?!'],
  ]);
});
afterAll(() => api?.stop());

const FUNCTION_WORDS = 'et de la que ce qui ne se pas il un les du au on y en à'.split(' ');

describe('a lookup made to harm', () => {
  it.each([
    ['20,000 characters of one word', 'port '.repeat(4_000)],
    ['2,000 function words', Array.from({ length: 2_000 }, (_, at) => FUNCTION_WORDS[(at * 7) % 18]).join(' ')],
    ['20,000 characters without a space', 'é'.repeat(20_000)],
    ['10,000 emoji', '🎉'.repeat(10_000)],
    ['5,000 elisions', 'l’'.repeat(5_000)],
    ['lone surrogates', '\udfff abc \ud800'],
    ['NUL characters', 'port\0fermé\0'],
    ['direction marks', '\u200f\u202e\u2066'],
    ['emoji', '😀😀 🎉 👩‍👩‍👧‍👦'],
    ['punctuation', '… ; — « » ?! %'],
    ['one mark', '.'],
    ['combining marks alone', '\u0301'.repeat(500)],
  ])('is answered: %s', async (_, text) => {
    expect(await lookup(text)).toMatchObject({ matches: expect.any(Array), related: expect.any(Array) });
  });

  it('finds what has no words, where that is stored', async () => {
    expect((await lookup('🚢 ⚓')).matches[0]).toMatchObject({ kind: 'exact' });
    expect((await lookup('\ud800 \ud801')).matches[0]).toMatchObject({ kind: 'exact', source: ['\ud800 \ud801'] });
    expect((await lookup('!!!')).matches[0]).toMatchObject({ kind: 'exact' });
    expect((await lookup('et de la')).matches[0]).toMatchObject({ source: ['Et de la'] });
  });

  it.each([
    ['100,000 characters', 'mot '.repeat(25_000), {}, 'bad-request', 'body.text'],
    ['the same in pieces', Array.from({ length: 1_000 }, () => 'mot '.repeat(25)), {}, 'bad-request', 'body.text'],
    ['no text', ' \n', {}, 'empty-text', 'text'],
    ['a rate of 0', 'port', { minimumRate: 0 }, 'bad-request', 'body.minimumRate'],
    ['a rate of 150', 'port', { minimumRate: 150 }, 'bad-request', 'body.minimumRate'],
    ['a memory that is not there', 'port', { memories: [999] }, 'not-found', undefined],
  ])('is refused, with what is wrong: %s', async (_, text, more, code, where) => {
    expect(await problemOf(lookup(text, more))).toMatchObject({ code, ...(where && { where }) });
  });

  it('holds nobody else up', async () => {
    const text = Array.from({ length: 2_000 }, (_, at) => FUNCTION_WORDS[(at * 5) % 18]).join(' ');
    const order: string[] = [];
    const hostile = Promise.all(Array.from({ length: 30 }, () => lookup(text).then(() => order.push('hostile'))));
    await api.call('health', {});
    order.push('health');
    await hostile;
    expect(order.indexOf('health')).toBeLessThan(order.lastIndexOf('hostile'));
  });
});

describe('what was just stored', () => {
  it('is found by the very next lookup, and what was deleted is not', async () => {
    for (const number of ['un', 'deux', 'trois', 'quatre', 'cinq']) {
      const fr = `Le quai ${number} rouvre ce soir aux voyageurs.`;
      await store([[fr, `Quay ${number} reopens to passengers tonight.`]]);
      const [match] = (await lookup(fr)).matches;
      expect(match).toMatchObject({ kind: 'exact', source: [fr] });
      await api.call('deleteUnit', { params: { id: match?.unitId ?? 0 }, query: { version: 1 } });
      expect((await lookup(fr)).matches.filter(({ kind }) => kind === 'exact')).toEqual([]);
    }
  });
});
