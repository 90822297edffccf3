import { profileOf } from '../../match/profile.ts';
import { byRank } from '../../match/ranking.ts';
import type { Fragment, Match } from '../../model/match.ts';
import { prepareQuery } from '../prepared.ts';
import { mostShown, relatedOf } from '../related-search.ts';
import type { Findings, FoundRelated, Query, Retrieval, Tiers } from '../retrieval.ts';
import { type SearchedShard, type ShardReads, ShardSearch } from './searched-shard.ts';

interface FoundInShard extends Pick<Findings, 'matches' | 'fragments'> {
  readonly related: readonly FoundRelated[];
}

/**
 * Searches shards side by side and puts what they find in one order. Each shard gives all of its best, so matches are those
 * that one index of all units would give. Related sentences are weighed by how rare words are among all units, as far as a
 * shard can tell from its own: see `Query.share`.
 */
export function shardedRetrieval(shards: readonly SearchedShard[]): Retrieval {
  return {
    async find(query, tiers) {
      const search = new ShardSearch(shards);
      const part = { ...query, share: 1 / shards.length };
      const found = (await search.each((reads) => findIn(reads, part, tiers))).filter((one) => one !== undefined);
      const matches = bestMatches(query, found);
      const related = found.flatMap((one) => one.related).sort(bySureness);
      const shown = matches.map(({ unitId, source }) => ({ unitId, stored: profileOf(source, query.sourceLanguage) }));
      return {
        matches,
        related: await relatedOf(prepareQuery(query), mostShown(related, query.limit), shown, (ids) =>
          search.units(ids),
        ),
        fragments: longestApart(query, found),
        ...search.missing(),
      };
    },
  };
}

async function findIn(reads: ShardReads, query: Query, tiers: Tiers): Promise<FoundInShard> {
  const { matches, fragments = false } = tiers;
  const [related, rest] = await Promise.all([
    tiers.related ? reads.relatedUnits(query) : [],
    matches || fragments ? reads.find(query, { matches, fragments, related: false }) : { matches: [], fragments: [] },
  ]);
  return { matches: rest.matches, fragments: rest.fragments, related };
}

function bySureness(a: FoundRelated, b: FoundRelated): number {
  return b.confidence - a.confidence || a.unitId - b.unitId;
}

/** A pair that several shards have, as documents of each bring it, is shown once. */
function bestMatches(query: Query, found: readonly FoundInShard[]): readonly Match[] {
  const seen = new Set<string>();
  return found
    .flatMap(({ matches }) => matches)
    .sort(byRank(query.memories, query.publication))
    .filter(({ memory, source, target }) => {
      const pair = JSON.stringify([memory.id, source, target]);
      return !seen.has(pair) && seen.add(pair);
    })
    .slice(0, query.limit);
}

/** The longest pieces first, as long as they are apart from each other; in the order of the text. */
function longestApart(query: Query, found: readonly FoundInShard[]): readonly Fragment[] {
  const chosen: Fragment[] = [];
  const longest = found
    .flatMap(({ fragments }) => fragments)
    .sort((a, b) => b.text.length - a.text.length || b.confidence - a.confidence || a.unitId - b.unitId);
  for (const one of longest) {
    const isApart = chosen.every(({ range }) => range.end <= one.range.start || one.range.end <= range.start);
    if (isApart && chosen.length < query.limit) chosen.push(one);
  }
  return chosen.sort((a, b) => a.range.start - b.range.start);
}
