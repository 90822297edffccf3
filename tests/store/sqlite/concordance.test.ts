import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { ConcordanceHit, ConcordanceMode } from '../../../memory/model/concordance.ts';
import { contentText } from '../../../memory/model/inline.ts';
import type { Language } from '../../../memory/model/language.ts';
import type { Memory, NewUnit } from '../../../memory/model/unit.ts';
import { type ConcordanceQuery, createConcordance } from '../../../memory/retrieval/concordance/concordance.ts';
import { marksIn, readSearch } from '../../../memory/retrieval/concordance/text-search.ts';
import { openSqliteStore } from '../../../memory/store/sqlite/open.ts';
import type { Store } from '../../../memory/store/store.ts';
import { actor, nth, rejection, unit } from '../contract/samples.ts';

const open: Store[] = [];
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

/** A store whose index closes its tail soon, so that few units fill several blocks. */
async function openStore(): Promise<{ readonly store: Store; readonly memory: Memory }> {
  const store = await openSqliteStore(':memory:', { longestTail: 4 });
  open.push(store);
  return { store, memory: await store.createMemory({ name: 'A' }, actor()) };
}

const pause = () => Promise.resolve();

async function search(store: Store, text: string, more: Partial<ConcordanceQuery> = {}) {
  return createConcordance(store, pause).find({
    text,
    languages: ['fr', 'en'],
    mode: 'words',
    within: 5,
    memories: await store.listMemories(),
    conditions: {},
    limit: 50,
    ...more,
  });
}

/** Every page, one after the other. */
async function searchAll(store: Store, text: string, more: Partial<ConcordanceQuery> = {}) {
  const hits: ConcordanceHit[] = [];
  const totals: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await search(store, text, { ...more, ...(cursor !== undefined && { cursor }) });
    hits.push(...page.items);
    totals.push(page.total.count);
    cursor = page.next;
  } while (cursor !== undefined);
  return { hits, totals };
}

const idsOf = (hits: readonly ConcordanceHit[]) => hits.map(({ unitId }) => unitId);

const WORDS = [
  ...['le', 'la', 'de', 'juge', 'juges', 'journaliste', 'journalistes', 'judge', 'the', '12', '13', '12 mars 2021'],
  ...['mars', 'mai', '3 mai', 'Paris', 'paris', ',', '.', 'l’'],
];
const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 10 }).map((words) => words.join(' '));
const asked = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));

describe('a concordance', () => {
  it('finds what reading every unit finds, newest first, page by page, and counts it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 40 }),
        fc.array(fc.tuple(fc.nat(40), text), { maxLength: 6 }),
        fc.array(asked, { minLength: 1, maxLength: 4 }),
        fc.constantFrom<readonly Language[]>(['fr'], ['en'], ['fr', 'en']),
        fc.constantFrom<ConcordanceMode>('words', 'phrase', 'near'),
        fc.constantFrom(2, 3, 5),
        fc.constantFrom(1, 3, 50),
        async (pairs, changes, queries, languages, mode, within, limit) => {
          const { store, memory } = await openStore();
          const made = new Set<number>();
          for (const [fr, en] of pairs) {
            for (const id of (await store.addUnits(memory.id, [unit(fr, en)], actor())).unitIds) made.add(id);
          }
          for (const [which, fr] of changes) {
            const { unit: present } = await store.getUnit(nth([...made], which % made.size));
            // Where another unit says the same already, nothing changes.
            await store
              .changeUnit(present.id, present.version, { fr: { language: 'fr', content: [fr] } }, actor())
              .catch(() => undefined);
          }
          const all = await store.unitsInContext([...made]);
          for (const query of queries) {
            const says = (side: 'fr' | 'en', stored: (typeof all)[number]) =>
              languages.includes(side) &&
              marksIn(contentText(stored.unit[side].content), readSearch(query, side, mode, within)).length > 0;
            const expected = all
              .filter((stored) => says('fr', stored) || says('en', stored))
              .map(({ unit: { id } }) => id)
              .sort((a, b) => b - a);
            const { hits, totals } = await searchAll(store, query, { languages, mode, within, limit });
            expect(idsOf(hits)).toEqual(expected);
            expect(new Set(totals)).toEqual(new Set([expected.length]));
          }
          await store.close();
          open.splice(open.indexOf(store), 1);
        },
      ),
      { numRuns: 100 },
    );
  }, 120_000);

  it('marks what it found in the text, codes left out, on the sides searched', async () => {
    const { store, memory } = await openStore();
    const content = ['Le ', { form: 'open', id: '1' }, 'ferry', { form: 'close', id: '1' }, ' part.'] as const;
    await store.addUnits(memory.id, [unit(content, 'The ferry leaves.')], actor());
    const [hit] = (await search(store, 'ferry')).items;
    expect(hit?.fr).toEqual({ language: 'fr', content, marks: [{ start: 3, end: 8 }] });
    expect(hit?.en.marks).toEqual([{ start: 4, end: 9 }]);
    expect((await search(store, 'ferry', { languages: ['en'] })).items[0]?.fr.marks).toEqual([]);
  });

  it('keeps its pages while units are added, changed and deleted', async () => {
    const { store, memory } = await openStore();
    const add = (from: number, to: number) =>
      store.addUnits(
        memory.id,
        Array.from({ length: to - from }, (_, index) => unit(`Le ferry ${from + index}.`, 'x')),
        actor(),
      );
    await add(0, 9);
    const first = await search(store, 'ferry', { limit: 4 });
    expect(idsOf(first.items)).toEqual([9, 8, 7, 6]);
    await add(9, 30);
    await store.changeUnit(5, 1, { fr: { language: 'fr', content: ['Le grand ferry.'] } }, actor());
    await store.deleteUnit(4, 1, actor());
    const second = await search(store, 'ferry', { limit: 4, cursor: first.next ?? '' });
    expect(idsOf(second.items)).toEqual([5, 3, 2, 1]);
    expect(second.next).toBeUndefined();
    expect(first.total).toEqual({ count: 9, exact: true });
    expect(idsOf((await search(store, 'ferry', { limit: 2 })).items)).toEqual([30, 29]);
  });

  it('keeps to the memories and the conditions, and shows the document that meets them', async () => {
    const { store, memory } = await openStore();
    const other = await store.createMemory({ name: 'B' }, actor());
    const given: NewUnit = unit('Le ferry part.', 'The ferry leaves.');
    const document = (publication: string, units: readonly NewUnit[]) => ({ provenance: { publication }, units });
    await store.addDocument(memory.id, document('Gazette', [given]), actor());
    await store.addDocument(memory.id, document('Écho', [unit('Avant.', 'Before.'), given]), actor());
    const { unitIds } = await store.addUnits(other.id, [given], actor());
    expect(idsOf((await search(store, 'ferry', { memories: [other] })).items)).toEqual(unitIds);
    const { items, total } = await search(store, 'ferry', { conditions: { publication: 'echo' } });
    expect(total).toEqual({ count: 1, exact: true });
    expect(items[0]).toMatchObject({ unitId: 1, provenance: { publication: 'Écho' }, previous: { fr: 'Avant.' } });
    expect(await search(store, 'ferry', { conditions: { status: 'rejected' } })).toEqual({
      items: [],
      total: { count: 0, exact: true },
    });
    expect((await search(store, 'ferry', { memories: [] })).items).toEqual([]);
  });

  it('is empty for what has no words or that no text has', async () => {
    const { store, memory } = await openStore();
    await store.addUnits(memory.id, [unit('Le ferry part.', 'The ferry leaves.')], actor());
    for (const nothing of ['', ' ', '.', '😀', '\ud800', '\u0000', 'tramway', 'ferry tramway', '12']) {
      expect(await search(store, nothing)).toEqual({ items: [], total: { count: 0, exact: true } });
    }
  });

  it('does not take a cursor that no page gave', async () => {
    const { store } = await openStore();
    await rejection(search(store, 'ferry', { cursor: 'next' }), 'bad-request');
  });
});
