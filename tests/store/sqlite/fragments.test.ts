import { afterEach, describe, expect, it } from 'vitest';
import { contentText } from '../../../memory/model/inline.ts';
import { indexedRetrieval } from '../../../memory/retrieval/indexed.ts';
import type { Query } from '../../../memory/retrieval/retrieval.ts';
import { openSqliteStore } from '../../../memory/store/sqlite/open.ts';
import type { Store } from '../../../memory/store/store.ts';
import { actor, unit } from '../contract/samples.ts';

const open: Store[] = [];
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

/** So that the memory knows which words translate each other, each stands in several sentences. */
const TAUGHT = [
  ['Le quai nord est fermé.', 'The north quay is closed.'],
  ['Le quai sud est ouvert.', 'The south quay is open.'],
  ['Un vent du nord souffle.', 'A north wind is blowing.'],
  ['Le nouveau terminal ouvre en mars.', 'The new terminal opens in March.'],
  ['Un nouveau ferry arrive au quai.', 'A new ferry arrives at the quay.'],
  ['Le terminal est vide.', 'The terminal is empty.'],
  ['Les riverains du quai nord protestent.', 'Residents of the north quay are protesting.'],
] as const;

async function openTaught(): Promise<Store> {
  const store = await openSqliteStore(':memory:', { longestTail: 2 });
  open.push(store);
  const { id } = await store.createMemory({ name: 'A' }, actor());
  const units = TAUGHT.map(([fr, en]) => unit(fr, en));
  await store.addDocument(id, { provenance: { publication: 'Gazette', originalLanguage: 'fr' }, units }, actor());
  return store;
}

async function fragments(store: Store, text: string, more: Partial<Query> = {}) {
  const query = {
    content: [text],
    sourceLanguage: 'fr',
    targetLanguage: 'en',
    memories: await store.listMemories(),
    minimumRate: 70,
    limit: 5,
    ...more,
  } as const;
  const found = await indexedRetrieval(store).find(query, { matches: false, related: false, fragments: true });
  return found.fragments;
}

describe('fragments', () => {
  it('are the stored pieces of a text with their translations, marked on both sides', async () => {
    const store = await openTaught();
    const text = 'Demain le nouveau terminal et le quai nord seront inaugurés.';
    const found = await fragments(store, text);
    expect(found.map((one) => [one.text, one.translation])).toEqual([
      ['nouveau terminal', 'new terminal'],
      ['quai nord', 'north quay'],
    ]);
    for (const { text: piece, translation, range, source, sourceRange, target, targetRange } of found) {
      expect(text.slice(range.start, range.end)).toBe(piece);
      expect(contentText(source).slice(sourceRange.start, sourceRange.end)).toBe(piece);
      expect(contentText(target).slice(targetRange.start, targetRange.end)).toBe(translation);
    }
    expect(found[0]).toMatchObject({
      memory: { name: 'A' },
      original: 'source',
      provenance: { publication: 'Gazette' },
      status: 'confirmed',
    });
  });

  it('are found in the other direction, too', async () => {
    const store = await openTaught();
    const direction = { sourceLanguage: 'en', targetLanguage: 'fr' } as const;
    const found = await fragments(store, 'Nobody crosses the north quay today.', direction);
    expect(found.map((one) => [one.text, one.translation])).toEqual([['north quay', 'quai nord']]);
  });

  it('are none of a text that is stored whole, and none over a mark or a number', async () => {
    const store = await openTaught();
    expect(await fragments(store, 'Quai nord')).toEqual([]);
    expect(await fragments(store, 'Un quai, nord ou sud, 12 terminal.')).toEqual([]);
    for (const nothing of ['', '…', 'le de la', '😀', '\ud800']) expect(await fragments(store, nothing)).toEqual([]);
  });

  it('come from the memories asked, never from what was rejected or deleted', async () => {
    const store = await openTaught();
    const text = 'Demain le quai nord sera vide.';
    expect(await fragments(store, text, { memories: [] })).toEqual([]);
    for (const id of [1, 7]) await store.changeUnit(id, 1, { status: 'rejected' }, actor());
    expect(await fragments(store, text)).toEqual([]);
    await store.undoUnit(7, actor());
    expect((await fragments(store, text)).map((one) => one.unitId)).toEqual([7]);
    await store.deleteUnit(7, 3, actor());
    expect(await fragments(store, text)).toEqual([]);
  });

  it('are no more than asked for: those that cover most, in the order of the text', async () => {
    const store = await openTaught();
    const text = 'Demain le nouveau terminal et un vent du nord souffle sans doute sur le quai nord.';
    const found = await fragments(store, text, { limit: 2 });
    expect(found).toHaveLength(2);
    expect((await fragments(store, text)).length).toBeGreaterThanOrEqual(2);
    expect(found[0]?.range.end).toBeLessThan(found[1]?.range.start ?? 0);
  });
});
