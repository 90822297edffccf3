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
import { readCorpus } from '../support/prose.ts';
import { actor, at, unit } from './contract/samples.ts';

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

/** Real pairs, changed one after the other, so that no two of them are of one rank. */
function pairsOf(name: string): readonly NewUnit[] {
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

/** Stores the first translations of related-dev.tsv and every other pair of fuzzy-dev.tsv, and learns from them. */
export async function storeReal(store: Store, memory: Memory): Promise<Memory> {
  await store.addDocuments(memory.id, inDocuments(pairsOf('related-dev.tsv')), actor());
  await store.addUnits(
    memory.id,
    pairsOf('fuzzy-dev.tsv').filter((_, place) => place % 2 === 0),
    actor(),
  );
  await learnLexicon(
    store,
    undefined,
    () => {},
    () => 0,
  );
  return store.getMemory(memory.id);
}

/** With a word less than a sample of fuzzy-dev.tsv, half of which are stored. */
export function without(one: string): string {
  const words = one.split(' ');
  return words.filter((_, place) => place !== Math.floor(words.length / 2)).join(' ');
}

/** So many of them, spread evenly. */
export function some<T>(items: readonly T[], count: number): readonly T[] {
  const step = Math.max(1, Math.floor(items.length / count));
  return items.filter((_, place) => place % step === 0);
}
