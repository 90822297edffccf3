import { profileOf } from '../match/profile.ts';
import { byRank, type Ranked } from '../match/ranking.ts';
import { IDENTICAL } from '../match/rate.ts';
import type { UnitId } from '../model/unit.ts';
import { type Adaptable, adaptableTo, HIGHEST_ADAPTED } from './adaptable.ts';
import { Best } from './best.ts';
import type { FuzzyCandidate, FuzzySearch } from './index/fuzzy.ts';
import type { IndexBlock, IndexStorage, UnitSource } from './index/index-port.ts';
import type { QueryWords } from './index/query-words.ts';
import type { StemDirectory } from './index/stem-directory.ts';
import { pairOf, type ScoredUnit, scoreUnit } from './matching.ts';
import { candidateOf, type PreparedQuery } from './prepared.ts';
import { bestRank, sourceBound } from './standing.ts';

/**
 * A rate tried first: a search for whatever is half the same mostly ends there, with enough matches above it, long before
 * it has looked at all of that.
 */
const FIRST_RATE = 70;
/** Units read at a time. */
const BATCH = 8;
/** Sources rated at a time. */
const RATED = 32;
/** Where more candidates have one bound, it is worth asking which of them can come first, and reading their sources alone. */
const MANY_TIED = 16;

/** The best matches, in order: those that looking at every unit would give. */
export async function findMatches(
  storage: IndexStorage,
  search: FuzzySearch,
  blocks: readonly IndexBlock[],
  directory: StemDirectory,
  prepared: PreparedQuery,
  words: QueryWords,
): Promise<readonly ScoredUnit[]> {
  const { query } = prepared;
  const memories = new Set(prepared.memories.keys());
  const adaptable = adaptableTo(prepared.profile);
  const lowest = Math.min(query.minimumRate, IDENTICAL);
  const order = byRank(query.memories, query.publication);
  const best = new Best<ScoredUnit>(query.limit, order, pairOf);
  const tried = new Set<number>();

  /** The net rate that a further match must reach; at the very rate, the order decides. */
  const bar = () => best.last()?.rate ?? lowest;

  /** @param candidates the highest bound first */
  async function score(candidates: readonly FuzzyCandidate[]): Promise<void> {
    for (let from = 0; from < candidates.length; ) {
      const least = bar();
      const bound = candidates[from]?.bound ?? 0;
      if (bound < least) return;
      const tied = candidates.findIndex((other, at) => at >= from && other.bound < bound);
      const end = tied < 0 ? candidates.length : tied;
      if (end - from > MANY_TIED) {
        await scoreTied(candidates.slice(from, end), bound);
        from = end;
        continue;
      }
      const batch = candidates.slice(from, from + BATCH).filter((candidate) => candidate.bound >= least);
      await read(batch.map(({ unitId }) => unitId));
      from += BATCH;
    }
  }

  /**
   * Of many that may have one rate, those that would come first are rated first, by their sources alone: most of the many
   * fall short of the rate by what the index does not know, case and punctuation. The rest of a unit is read of those alone that can still
   * come among the best.
   */
  async function scoreTied(candidates: readonly FuzzyCandidate[], bound: number): Promise<void> {
    const ids = candidates.map(({ unitId }) => unitId);
    const sources = new Map((await storage.sources(ids, query.sourceLanguage)).map((source) => [source.id, source]));
    const ranked = (some: Iterable<UnitSource>, boundOf: (source: UnitSource) => number) =>
      [...some].flatMap((source) => bestRank(prepared, source, boundOf(source)) ?? []).toSorted(order);
    await inBatches(
      ranked(sources.values(), () => bound),
      RATED,
      async (some) => {
        const rated = some.flatMap(({ unitId }) => sources.get(unitId) ?? []);
        const ranks = ranked(rated, (source) => sourceBound(prepared, source, bound));
        await inBatches(ranks, BATCH, (batch) => read(batch.map(({ unitId }) => unitId)));
      },
    );
  }

  /** Goes through ranks, the best first, as long as they come before the last of the best. */
  async function inBatches(
    ranks: readonly Ranked[],
    size: number,
    work: (batch: readonly Ranked[]) => Promise<void>,
  ): Promise<void> {
    for (let from = 0; from < ranks.length; from += size) {
      const last = best.last();
      const batch = ranks.slice(from, from + size).filter((rank) => last === undefined || order(rank, last) < 0);
      if (batch.length === 0) return;
      await work(batch);
    }
  }

  async function read(ids: readonly UnitId[]): Promise<void> {
    for (const found of await storage.unitsInContext(ids)) {
      const candidate = candidateOf(prepared, found);
      if (candidate === undefined) continue;
      const stored = profileOf(candidate.source.content, query.sourceLanguage);
      const scored = scoreUnit(prepared, candidate, stored);
      if (scored !== undefined) best.add(scored);
    }
  }

  for (const step of lowest < FIRST_RATE ? [FIRST_RATE, lowest] : [lowest]) {
    const raised = Math.min(IDENTICAL, Math.max(step, bar()));
    const rate = raised <= adaptable.certainTo ? raised : step;
    const found = search
      .search(blocks, query.sourceLanguage, directory, words, memories, rate)
      .filter(({ unitId }) => !tried.has(unitId))
      .map((candidate) => ({ ...candidate, bound: netBound(candidate, adaptable) }))
      .sort((a, b) => b.bound - a.bound || a.unitId - b.unitId);
    for (const { unitId } of found) tried.add(unitId);
    await score(found);
    const full = best.last() !== undefined && bar() >= rate;
    if (full && (rate <= adaptable.certainTo || bar() > HIGHEST_ADAPTED)) break;
  }
  return best.inOrder();
}

/** What the net rate of a candidate cannot exceed. */
function netBound({ bound, shared }: FuzzyCandidate, { leastShared }: Adaptable): number {
  return shared >= leastShared ? Math.max(bound, HIGHEST_ADAPTED) : bound;
}
