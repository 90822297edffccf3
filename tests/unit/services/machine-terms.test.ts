import { describe, expect, it, onTestFinished } from 'vitest';
import { newConcept } from '../../../memory/model/edit-entry.ts';
import { openSqliteStore } from '../../../memory/store/sqlite/open.ts';
import { deepLTranslator } from '../../../src/machine/deepl.ts';
import { createMachine } from '../../../src/services/machine.ts';
import { startDeepLServer } from '../../support/deepl-server.ts';

const DAY = 24 * 3600_000;
const actor = { by: 'translator', at: '2026-01-31T23:00:00.000Z' };
const direction = { sourceLanguage: 'fr', targetLanguage: 'en' } as const;
const LEDE = { ...direction, content: ['Le chapeau est long.'] } as const;

/** A house with a termbase, and DeepL. */
async function houseWith(pairs: readonly (readonly [fr: string, en: string])[], keeps?: () => number) {
  let now = Date.UTC(2026, 0, 31, 23);
  const [server, store] = await Promise.all([
    startDeepLServer(({ texts, glossary }) => texts.map((text) => `${glossary}: ${text}`), keeps),
    openSqliteStore(':memory:'),
  ]);
  onTestFinished(async () => {
    await server.stop();
    await store.close();
  });
  const { id: termbaseId } = await store.createTermbase('Press', actor);
  const concept = (fr: string, en: string) =>
    newConcept({
      terms: [
        { language: 'fr', text: fr },
        { language: 'en', text: en, status: 'preferred' },
      ],
    });
  const add = (fr: string, en: string) => store.addEntries(termbaseId, [{ concept: concept(fr, en) }], actor);
  for (const [fr, en] of pairs) await add(fr, en);
  const translator = deepLTranslator({ key: 'a-key:fx', serverUrl: server.url });
  const machine = createMachine(store, translator, () => now);
  return { server, store, machine, termbaseId, add, pass: (time: number) => (now += time) };
}

describe('machine translation with a termbase', () => {
  it('follows a glossary, made when a text has a term of it, and asks anew once the terms are others', async () => {
    const { machine, server, add } = await houseWith([['chapeau', 'standfirst']]);
    const plain = { ...direction, content: ['Bonjour.'] };
    expect(await machine.translate(plain)).toMatchObject({ target: ['null: Bonjour.'] });
    expect(server.glossaries.size).toBe(0);
    expect(await machine.translate(LEDE)).toMatchObject({ target: ['glossary-1: Le chapeau est long.'] });
    expect([...server.glossaries.values()]).toEqual([
      { 'fr en': 'chapeau\tstandfirst', 'en fr': 'standfirst\tchapeau' },
    ]);
    expect(await machine.translate(LEDE)).toMatchObject({ characters: 0 });
    await add('légende', 'caption');
    // The terms of this text are the same: what is known of it stays.
    expect(await machine.translate(LEDE)).toMatchObject({ characters: 0 });
    const caption = { ...direction, content: ['La légende.'] };
    expect(await machine.translate(caption)).toMatchObject({ target: ['glossary-2: La légende.'] });
    // The one before is deleted.
    expect([...server.glossaries.keys()]).toEqual(['glossary-2']);
  });

  it('keeps to the termbases of a project, and deletes a glossary that nobody needs any more', async () => {
    const { machine, server, store, termbaseId, pass } = await houseWith([['chapeau', 'standfirst']]);
    const { id: other } = await store.createTermbase('Sport', actor);
    expect(await machine.translate({ ...LEDE, termbases: [other] })).toMatchObject({
      target: ['null: Le chapeau est long.'],
    });
    await machine.translate({ ...LEDE, termbases: [termbaseId] });
    expect([...server.glossaries.keys()]).toEqual(['glossary-1']);
    pass(31 * DAY);
    await machine.translate({ ...LEDE, content: ['Un chapeau.'] });
    expect([...server.glossaries.keys()]).toEqual(['glossary-2']);
    await machine.change({ formality: 'default', terms: false });
    expect(server.glossaries.size).toBe(0);
    expect(await machine.translate(LEDE)).toMatchObject({ target: ['null: Le chapeau est long.'] });
  });

  it('translates without where the glossary cannot be made, and says so; makes it anew where it is gone', async () => {
    let status = 456;
    const { machine, server, pass } = await houseWith([['chapeau', 'standfirst']], () => status);
    expect(await machine.translate(LEDE)).toEqual({
      engine: 'DeepL',
      target: ['null: Le chapeau est long.'],
      characters: 20,
      notice: 'The DeepL account has no room for a glossary of the terms.',
    });
    status = 201;
    // It is not tried again at once.
    const again = { ...direction, content: ['Un chapeau.'] };
    expect(await machine.translate(again)).toMatchObject({ notice: expect.any(String) });
    pass(DAY);
    expect(await machine.translate(LEDE)).toMatchObject({ target: ['glossary-1: Le chapeau est long.'] });
    server.glossaries.clear();
    const third = { ...direction, content: ['Ce chapeau.'] };
    expect(await machine.translate(third)).toMatchObject({ target: ['glossary-2: Ce chapeau.'] });
  });
});
