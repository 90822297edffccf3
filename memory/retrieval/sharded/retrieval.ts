import { indexedRetrieval } from '../indexed.ts';
import type { StagedRetrieval } from '../retrieval.ts';
import { joinedIndex } from './joined-index.ts';
import type { SearchedShards } from './searched-shards.ts';

/**
 * Finds what one index of all units would give, and says which shards did not answer.
 * @param words as {@link joinedIndex} has it
 * @param now as {@link indexedRetrieval} has it
 */
export function shardedRetrieval(
  words: Parameters<typeof joinedIndex>[0],
  shards: SearchedShards,
  now?: () => number,
): StagedRetrieval {
  const { find, relatedUnits, shownRelated } = indexedRetrieval(joinedIndex(words, shards), now);
  return {
    find: (...asked) => shards.saying(() => find(...asked)),
    relatedUnits: (...asked) => shards.saying(() => relatedUnits(...asked)),
    shownRelated: (...asked) => shards.saying(() => shownRelated(...asked)),
  };
}
