import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../../memory/model/language.ts';
import { otherLanguage } from '../../../memory/model/language.ts';
import type { Memory, NewUnit } from '../../../memory/model/unit.ts';
import { indexedRetrieval } from '../../../memory/retrieval/indexed.ts';
import type { Findings, Retrieval } from '../../../memory/retrieval/retrieval.ts';
import { openPostgresStore } from '../../../memory/store/postgres/open.ts';
import { inOrder } from '../../../memory/store/sql/in-order.ts';
import { openSqliteStore } from '../../../memory/store/sqlite/open.ts';
import type { Store } from '../../../memory/store/store.ts';
import { learnLexicon } from '../../../src/services/lexicon.ts';
import { newDatabase, type TestDatabase } from '../../support/database.ts';
import { loadProse, readCorpus } from '../../support/prose.ts';
import { needsShared } from '../../support/shared.ts';
import { actor, makeMemory, unit } from '../contract/samples.ts';

/** One memory in both stores. */
class Both {
  readonly #stores: readonly Store[];
  readonly #retrievals: readonly Retrieval[];
  readonly #database: TestDatabase;

  private constructor(stores: readonly Store[], database: TestDatabase) {
    this.#stores = stores;
    this.#retrievals = stores.map((store) => indexedRetrieval(store));
    this.#database = database;
  }

  static async open(longestTail = 512): Promise<Both> {
    const database = await newDatabase();
    const options = { longestTail };
    return new Both(
      [await openSqliteStore(':memory:', options), await openPostgresStore(database.url, options)],
      database,
    );
  }

  /** Does the same in both. @returns what came of it in each */
  each<T>(work: (store: Store) => Promise<T>): Promise<readonly T[]> {
    return inOrder(this.#stores, work);
  }

  /** The five best of every tier, in each. */
  find(text: string, sourceLanguage: Language, minimumRate: number, previous?: string): Promise<readonly Findings[]> {
    return inOrder(this.#retrievals, async (retrieval, place) =>
      retrieval.find(
        {
          content: [text],
          sourceLanguage,
          targetLanguage: otherLanguage(sourceLanguage),
          ...(previous !== undefined && { previous: [previous] }),
          memories: (await this.#stores[place]?.listMemories()) ?? [],
          minimumRate,
          limit: 5,
        },
        { matches: true, related: true, fragments: true },
      ),
    );
  }

  async close(): Promise<void> {
    for (const store of this.#stores) await store.close();
    await this.#database.release();
  }
}

const WORDS = [
  ...['le', 'la', 'de', 'et', 'à', 'ne', 'pas', 'procès', 'juge', 'juges', 'journaliste', 'journalistes', 'accusé'],
  ...['œuvre', 'accusée', '12', '13', '2021', '12 mars 2021', '14 h 30', 'Paris', 'paris', ',', '.', 'l’État', '😀'],
];
const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const units: fc.Arbitrary<readonly NewUnit[]> = fc.array(
  fc
    .record({
      fr: text,
      en: text,
      status: fc.constantFrom('draft' as const, 'confirmed' as const, 'rejected' as const),
    })
    .map(({ fr, en, status }) => unit(fr, en, { status })),
  { minLength: 4, maxLength: 30 },
);

describe('SQLite and PostgreSQL', () => {
  it('answer the same from generated memories, units changed and deleted in them', async () => {
    const both = await Both.open(4);
    let number = 0;
    await fc.assert(
      fc.asyncProperty(units, units, fc.array(text, { minLength: 3, maxLength: 6 }), async (first, more, texts) => {
        await both.each(async (store) => {
          for (const { id } of await store.listMemories()) await store.deleteMemory(id);
          const { id } = await makeMemory(store, `Presse ${number}`);
          const stored = await store.addDocument(id, { provenance: { title: 'Un' }, units: first }, actor(1));
          await store.addUnits(id, more, actor(2));
          const [changed = 0, deleted = 0] = new Set(stored.unitIds);
          await store.changeUnit(changed, 1, { fr: { language: 'fr', content: [`${number} procès`] } }, actor(3));
          if (deleted > 0) await store.deleteUnit(deleted, (await store.getUnit(deleted)).unit.version, actor(4));
        });
        number++;
        for (const [place, one] of texts.entries()) {
          const [here, there] = await both.find(one, place % 2 === 0 ? 'fr' : 'en', 50, texts[place - 1]);
          expect(there).toEqual(here);
        }
      }),
      { numRuns: 5 },
    );
    await both.close();
  }, 60_000);

  describe(
    'of real texts',
    needsShared('corpora/fuzzy-dev.tsv', 'corpora/related-dev.tsv', 'corpora/prose.tsv.gz'),
    () => {
      /** Units of prose beside those of the samples; none in the usual run. */
      const PROSE = Number(process.env['CALQUE_QUALITY_UNITS'] ?? 0);
      const TEXTS = Number(process.env['CALQUE_QUALITY_TEXTS'] ?? 25);
      let both: Both;
      let memories: readonly Memory[];

      beforeAll(async () => {
        both = await Both.open();
        const related = pairs('related-dev.tsv');
        const fuzzy = pairs('fuzzy-dev.tsv').filter((_, place) => place % 2 === 0);
        memories = await both.each(async (store) => {
          const memory = PROSE > 0 ? await loadProse(store, PROSE) : await makeMemory(store);
          await store.addDocument(memory.id, { provenance: { title: 'related-dev' }, units: related }, actor());
          await store.addUnits(memory.id, fuzzy, actor());
          await learnLexicon(
            store,
            undefined,
            () => {},
            () => 0,
          );
          return store.getMemory(memory.id);
        });
      }, 600_000);
      afterAll(() => both.close());

      it('hold the same', () => expect(memories[1]).toEqual(memories[0]));

      it('answer the same to samples of fuzzy-dev.tsv', async () => {
        let matches = 0;
        for (const row of some(readCorpus('fuzzy-dev.tsv'))) {
          for (const [column, language] of [[1, 'fr'] as const, [0, 'en'] as const]) {
            const [here, there] = await both.find(without(row[column] ?? ''), language, 50);
            expect(there).toEqual(here);
            matches += here?.matches.length ?? 0;
          }
        }
        expect(matches).toBeGreaterThan(0);
      }, 600_000);

      it('answer the same to the other translations of related-dev.tsv, alone and after the one before', async () => {
        let related = 0;
        const texts = readCorpus('related-dev.tsv').map((row) => row[2] ?? '');
        for (const one of some(texts)) {
          for (const previous of [undefined, texts[texts.indexOf(one) - 1]]) {
            const [here, there] = await both.find(one, 'fr', 70, previous);
            expect(there).toEqual(here);
            related += here?.related.length ?? 0;
          }
        }
        expect(related).toBeGreaterThan(TEXTS);
      }, 600_000);

      function pairs(name: string): readonly NewUnit[] {
        return readCorpus(name).map(([en = '', fr = '']) => unit(fr.trim(), en.trim()));
      }

      /** With a word less than the sample, half of which are stored. */
      function without(one: string): string {
        const words = one.split(' ');
        return words.filter((_, place) => place !== Math.floor(words.length / 2)).join(' ');
      }

      function some<T>(items: readonly T[]): readonly T[] {
        const step = Math.max(1, Math.floor(items.length / TEXTS));
        return items.filter((_, place) => place % step === 0);
      }
    },
  );
});
