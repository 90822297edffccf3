import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../memory/model/language.ts';
import { otherLanguage } from '../../memory/model/language.ts';
import type { Memory, NewUnit } from '../../memory/model/unit.ts';
import { indexedRetrieval } from '../../memory/retrieval/indexed.ts';
import type { Findings, Retrieval } from '../../memory/retrieval/retrieval.ts';
import type { StoreLimits } from '../../memory/store/sql/assemble.ts';
import { inOrder } from '../../memory/store/sql/in-order.ts';
import { openSqliteStore } from '../../memory/store/sqlite/open.ts';
import type { NewMemoryDocument, Store } from '../../memory/store/store.ts';
import { learnLexicon } from '../../src/services/lexicon.ts';
import { loadProse, readCorpus } from '../support/prose.ts';
import { needsShared } from '../support/shared.ts';
import { actor, at, makeMemory, unit } from './contract/samples.ts';

/** Sentences of a document. */
const LENGTH = 40;

/** Another store than SQLite's, and what searches it. */
export interface Other {
  readonly store: Store;
  readonly retrieval: Retrieval;
  close(): Promise<void>;
}

/** One memory in both stores. */
export class Both {
  readonly #stores: readonly Store[];
  readonly #retrievals: readonly Retrieval[];
  readonly #other: Other;

  private constructor(store: Store, other: Other) {
    this.#stores = [store, other.store];
    this.#retrievals = [indexedRetrieval(store), other.retrieval];
    this.#other = other;
  }

  static async open(openOther: (limits: StoreLimits) => Promise<Other>, limits: StoreLimits = {}): Promise<Both> {
    return new Both(await openSqliteStore(':memory:', limits), await openOther(limits));
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
    await this.#stores[0]?.close();
    await this.#other.close();
  }
}

/**
 * Holds the answers to real texts against those of SQLite.
 * @param shown what of the answers is to be the same
 * @param expected what it is to be, of SQLite's answers
 */
export function realTexts(
  openOther: (limits: StoreLimits) => Promise<Other>,
  shown: (findings: Findings | undefined) => unknown = (findings) => findings,
  expected = shown,
): void {
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
        both = await Both.open(openOther);
        const related = pairs('related-dev.tsv');
        const fuzzy = pairs('fuzzy-dev.tsv').filter((_, place) => place % 2 === 0);
        memories = await both.each(async (store) => {
          const memory = PROSE > 0 ? await loadProse(store, PROSE) : await makeMemory(store);
          await store.addDocuments(memory.id, inDocuments(related), actor());
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
            expect(shown(there)).toEqual(expected(here));
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
            expect(shown(there)).toEqual(expected(here));
            related += here?.related.length ?? 0;
          }
        }
        expect(related).toBeGreaterThan(TEXTS);
      }, 600_000);

      function pairs(name: string): readonly NewUnit[] {
        // Changed one after the other, so that no two of them are of one rank.
        return readCorpus(name).map(([en = '', fr = ''], place) => {
          const when = at(place + 1);
          return unit(fr.trim(), en.trim(), { createdAt: when, changedAt: when });
        });
      }

      function inDocuments(units: readonly NewUnit[]): readonly NewMemoryDocument[] {
        const places = Array.from({ length: Math.ceil(units.length / LENGTH) }, (_, place) => place);
        return places.map((place) => ({
          provenance: { title: `related-dev ${place}` },
          units: units.slice(place * LENGTH, (place + 1) * LENGTH),
        }));
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
}
