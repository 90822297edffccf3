import { CalqueError } from '../../model/errors.ts';
import type { UnitId, UnitInContext } from '../../model/unit.ts';
import type { Concordance } from '../concordance/concordance.ts';
import type { StagedRetrieval } from '../retrieval.ts';

/** What is asked of a shard. */
export interface ShardReads extends StagedRetrieval {
  readonly concordance: Concordance['find'];
  /** Those of the units that are there still. */
  units(ids: readonly UnitId[]): Promise<readonly UnitInContext[]>;
}

/** Some of the units, with an index of their own, which are searched by themselves. */
export interface SearchedShard {
  /** What the database is called in sentences. */
  readonly name: string;
  keeps(id: UnitId): boolean;
  /** @returns `undefined` where it is away, and doing without it is allowed */
  search<T>(work: (reads: ShardReads) => Promise<T>): Promise<T | undefined>;
}

/** Searches shards, and remembers which of them did not answer. */
export class ShardSearch {
  readonly #shards: readonly SearchedShard[];
  readonly #missing = new Set<string>();

  constructor(shards: readonly SearchedShard[]) {
    this.#shards = shards;
  }

  /** Searches all of them at once. @throws CalqueError `database-unreachable` where none answers */
  async each<T>(work: (reads: ShardReads, place: number) => Promise<T>): Promise<(T | undefined)[]> {
    const found = await Promise.all(
      this.#shards.map((shard, place) => this.#search(shard, (reads) => work(reads, place))),
    );
    if (found.some((one) => one !== undefined)) return found;
    throw new CalqueError('database-unreachable', 'None of the databases that keep units can be reached.');
  }

  async units(ids: readonly UnitId[]): Promise<readonly UnitInContext[]> {
    const found = await Promise.all(
      this.#shards.map((shard) => {
        const own = ids.filter((id) => shard.keeps(id));
        return own.length === 0 ? [] : this.#search(shard, (reads) => reads.units(own));
      }),
    );
    return found.flatMap((units) => units ?? []);
  }

  /** To be said with what was found. */
  missing(): { readonly missing?: readonly string[] } {
    return this.#missing.size === 0 ? {} : { missing: [...this.#missing] };
  }

  async #search<T>(shard: SearchedShard, work: (reads: ShardReads) => Promise<T>): Promise<T | undefined> {
    const found = await shard.search(work);
    if (found === undefined) this.#missing.add(shard.name);
    return found;
  }
}
