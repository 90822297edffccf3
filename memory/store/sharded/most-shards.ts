/**
 * The databases that the units of an installation may lie in. Units and documents are numbered in steps of it, so that the
 * rest of a number's division by it is the place of its shard; the index takes numbers below 2³², which is room for 67
 * million units in each.
 */
export const MOST_SHARDS = 64;

/** The place of the shard that keeps what has a number. */
export function placeOf(id: number): number {
  return id % MOST_SHARDS;
}
