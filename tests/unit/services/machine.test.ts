import { describe, expect, it, onTestFinished } from 'vitest';
import { openSqliteStore } from '../../../memory/store/sqlite/open.ts';
import { deepLTranslator } from '../../../src/machine/deepl.ts';
import { createMachine } from '../../../src/services/machine.ts';
import type { DeepLAnswer } from '../../support/deepl-server.ts';
import { startDeepLServer } from '../../support/deepl-server.ts';

const NOW = Date.UTC(2026, 0, 31, 23);
const request = { sourceLanguage: 'fr', targetLanguage: 'en', content: ['Bonjour.'] } as const;

/** Machine translation by DeepL's library and a server of ours, over a store of its own. */
async function machineThat(answer: DeepLAnswer, clock = () => NOW) {
  const [server, store] = await Promise.all([startDeepLServer(answer), openSqliteStore(':memory:')]);
  onTestFinished(async () => {
    await server.stop();
    await store.close();
  });
  const translator = deepLTranslator({ key: 'a-key:fx', serverUrl: server.url });
  return { machine: createMachine(store, translator, clock), calls: server.calls, store };
}

describe('machine translation', () => {
  it('asks once for the same text, and counts what it cost', async () => {
    const { machine, calls } = await machineThat(() => ['Hello.']);
    expect(await machine.translate(request)).toEqual({ engine: 'DeepL', target: ['Hello.'], characters: 8 });
    expect(await machine.translate(request)).toEqual({ engine: 'DeepL', target: ['Hello.'], characters: 0 });
    await machine.change({ formality: 'more', terms: true });
    expect(await machine.translate({ ...request, context: 'Salut.' })).toMatchObject({ characters: 8 });
    expect(calls.map(({ formality, context }) => [formality, context])).toEqual([
      ['default', null],
      ['prefer_more', 'Salut.'],
    ]);
    expect(await machine.standing()).toEqual({
      engine: 'DeepL',
      formality: 'more',
      terms: true,
      month: '2026-01',
      spent: 16,
    });
  });

  it('keeps to the monthly limit, which begins anew with the month', async () => {
    let now = NOW;
    const { machine, calls } = await machineThat(
      () => ['Hello.'],
      () => now,
    );
    await machine.change({ formality: 'default', terms: true, monthlyLimit: 10 });
    await machine.translate(request);
    const further = { ...request, content: ['Bonsoir.'] };
    expect(await machine.translate(further)).toMatchObject({
      problem: expect.stringContaining('limit'),
      characters: 0,
    });
    expect(await machine.translate(request)).toMatchObject({ target: ['Hello.'] });
    expect(calls).toHaveLength(1);
    now += 3600_000;
    expect(await machine.translate(further)).toMatchObject({ target: ['Hello.'] });
    expect(await machine.standing()).toMatchObject({ month: '2026-02', spent: 8 });
  });

  it('says why there is none, pays nothing for a refusal, and for an answer it cannot take', async () => {
    let answer: ReturnType<DeepLAnswer> = 403;
    const { machine } = await machineThat(() => answer);
    const content = ['Un ', { form: 'standalone', id: 'x' }] as const;
    expect(await machine.translate(request)).toEqual({
      engine: 'DeepL',
      problem: 'DeepL does not accept the key in DEEPL_AUTH_KEY.',
      characters: 0,
    });
    expect(await machine.standing()).toMatchObject({ spent: 0 });
    answer = ['One'];
    const lost = await machine.translate({ ...request, content });
    expect(lost).toMatchObject({ problem: expect.stringContaining('lost inline codes') });
    expect(lost).not.toHaveProperty('target');
    expect((await machine.standing()).spent).toBeGreaterThan(0);
  });

  it('is off where no service is set up, and for what has no words', async () => {
    const { machine, calls, store } = await machineThat(() => ['Hello.']);
    expect(await machine.translate({ ...request, content: [' '] })).toBeUndefined();
    expect(calls).toEqual([]);
    const off = createMachine(store, undefined, () => NOW);
    expect(await off.translate(request)).toBeUndefined();
    expect(await off.standing()).not.toHaveProperty('engine');
  });
});
