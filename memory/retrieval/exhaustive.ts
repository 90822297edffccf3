import { type Profile, profileOf } from '../match/profile.ts';
import { byRank } from '../match/ranking.ts';
import type { Language } from '../model/language.ts';
import type { Match } from '../model/match.ts';
import type { MemoryId, UnitId, UnitInContext } from '../model/unit.ts';
import { Best } from './best.ts';
import { matchOf, pairOf, type ScoredUnit, scoreUnit } from './matching.ts';
import { candidateOf, prepareQuery } from './prepared.ts';
import { termsOf } from './related.ts';
import { RelatedSearch, relatedOf } from './related-search.ts';
import type { Query, Retrieval, UnitScan } from './retrieval.ts';

/** Units read at a time. */
const BATCH = 1000;

/**
 * Finds suggestions by looking at every unit of the memories: exact, and as slow as the memories are large. What any
 * faster retrieval finds as matches is measured against it.
 */
export function exhaustiveRetrieval(storage: UnitScan): Retrieval {
  return {
    async find(query, tiers) {
      const prepared = prepareQuery(query);
      if (prepared.profile.tokens.length === 0) return { matches: [], related: [], fragments: [] };
      const matching = new Best<ScoredUnit>(query.limit, byRank(query.memories, query.publication), pairOf);
      const search = new RelatedSearch(termsOf(prepared.profile.tokens, query.sourceLanguage));

      for await (const found of unitsOf(storage, [...prepared.memories.keys()])) {
        const candidate = candidateOf(prepared, found);
        if (candidate === undefined) continue;
        const stored = profileOf(candidate.source.content, query.sourceLanguage);
        const scored = tiers.matches ? scoreUnit(prepared, candidate, stored) : undefined;
        if (scored !== undefined) matching.add(scored);
        if (tiers.related) search.see(found.unit.id, termsOf(stored.tokens, query.sourceLanguage));
      }

      const shown = matching.inOrder();
      const related = tiers.related
        ? await relatedOf(prepared, search.inOrder(), shown, (ids) => unitsAgain(storage, prepared, ids))
        : [];
      return { matches: shown.map((scored) => matchOf(prepared, scored)), related, fragments: [] };
    },
  };
}

/**
 * What it finds as matches for many texts, in their order, by looking at every unit once for all of them.
 * @param report called with how many units were looked at
 */
export async function exhaustiveMatches(
  storage: UnitScan,
  queries: readonly Query[],
  report: (seen: number) => void = () => {},
): Promise<readonly (readonly Match[])[]> {
  const searches = queries.map((query) => ({
    prepared: prepareQuery(query),
    best: new Best<ScoredUnit>(query.limit, byRank(query.memories, query.publication), pairOf),
  }));
  const wanted = searches.filter(({ prepared }) => prepared.profile.tokens.length > 0);
  const memories = new Set(queries.flatMap((query) => query.memories.map(({ id }) => id)));
  let seen = 0;
  for await (const found of unitsOf(storage, [...memories])) {
    const profiles: Partial<Record<Language, Profile>> = {};
    for (const { prepared, best } of wanted) {
      const { sourceLanguage } = prepared.query;
      const candidate = candidateOf(prepared, found);
      if (candidate === undefined) continue;
      const stored = profiles[sourceLanguage] ?? profileOf(candidate.source.content, sourceLanguage);
      profiles[sourceLanguage] = stored;
      const scored = scoreUnit(prepared, candidate, stored);
      if (scored !== undefined) best.add(scored);
    }
    report(++seen);
  }
  return searches.map(({ prepared, best }) => best.inOrder().map((scored) => matchOf(prepared, scored)));
}

async function* unitsOf(storage: UnitScan, memories: readonly MemoryId[]): AsyncGenerator<UnitInContext> {
  let afterId: UnitId = 0;
  while (memories.length > 0) {
    const batch = await storage.scanUnits(memories, afterId, BATCH);
    yield* batch;
    const last = batch.at(-1);
    if (last === undefined) return;
    afterId = last.unit.id;
  }
}

/** Units seen before, without those deleted meanwhile. */
async function unitsAgain(
  storage: UnitScan,
  { memories }: { readonly memories: ReadonlyMap<MemoryId, unknown> },
  ids: readonly UnitId[],
): Promise<readonly UnitInContext[]> {
  const found: UnitInContext[] = [];
  for (const id of ids) {
    const [next] = await storage.scanUnits([...memories.keys()], id - 1, 1);
    if (next?.unit.id === id) found.push(next);
  }
  return found;
}
