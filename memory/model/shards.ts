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

/** The PostgreSQL databases that keep the units. */
export interface ShardSettings {
  /** In their order, which must stay. */
  readonly urls: readonly string[];
  /** Whether a lookup fails while one of them is away, in the place of saying so beside what the others have. */
  readonly required: boolean;
}

/** What an installation keeps all in. */
export interface Databases {
  /** Of the embedded engine, where no address is set. */
  readonly databaseFile: string;
  /** The address of the PostgreSQL database to use in the place of the file. */
  readonly databaseUrl?: string;
  /** The databases that keep the units, where they are others than that one. */
  readonly shards?: ShardSettings;
}
