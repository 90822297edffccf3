import { CalqueError } from '../../model/errors.ts';
import type { UnitId } from '../../model/unit.ts';
import type { Concordance } from '../concordance/concordance.ts';
import type { Missing } from '../retrieval.ts';
import type { IndexPart, IndexParts } from './joined-index.ts';

/** What is asked of a shard. */
export interface ShardReads extends IndexPart {
  readonly concordance: Concordance['find'];
}

/** Some of the units, with an index of their own. */
export interface SearchedShard {
  /** What the database is called in sentences. */
  readonly name: string;
  keeps(id: UnitId): boolean;
  /** @returns `undefined` where it is away, and doing without it is allowed */
  search<T>(work: (reads: ShardReads) => Promise<T>): Promise<T | undefined>;
}

/** Asks shards, and remembers which of them did not answer. */
export class SearchedShards implements IndexParts {
  readonly #shards: readonly SearchedShard[];
  /** How many questions were not answered, and which was the last of them for each shard. */
  #unanswered = 0;
  readonly #lastOf = new Map<string, number>();

  constructor(shards: readonly SearchedShard[]) {
    this.#shards = shards;
  }

  get size(): number {
    return this.#shards.length;
  }

  /**
   * Does work that asks shards, and says which of them did not answer meanwhile: of those asked for something else at the
   * same time, too.
   */
  async saying<T extends object>(work: () => Promise<T>): Promise<T & Missing> {
    const before = this.#unanswered;
    const found = await work();
    const missing = [...this.#lastOf].filter(([, last]) => last > before).map(([name]) => name);
    return missing.length === 0 ? found : { ...found, missing };
  }

  /** Asks all of them at once, in their order. @throws CalqueError `database-unreachable` where none answers */
  async all<T>(work: (reads: ShardReads, place: number) => Promise<T>): Promise<(T | undefined)[]> {
    const found = await Promise.all(
      this.#shards.map((shard, place) => this.#search(shard, (reads) => work(reads, place))),
    );
    if (found.some((one) => one !== undefined)) return found;
    throw new CalqueError('database-unreachable', 'None of the databases that keep units can be reached.');
  }

  async each<T>(work: (reads: IndexPart) => Promise<T>): Promise<T[]> {
    return (await this.all(work)).filter((one) => one !== undefined);
  }

  async ofAll<T>(
    ids: readonly UnitId[],
    work: (reads: IndexPart, own: readonly UnitId[]) => Promise<readonly T[]>,
  ): Promise<T[]> {
    const found = await Promise.all(
      this.#shards.map((shard) => {
        const own = ids.filter((id) => shard.keeps(id));
        return own.length === 0 ? [] : this.#search(shard, (reads) => work(reads, own));
      }),
    );
    return found.flatMap((some) => some ?? []);
  }

  async #search<T>(shard: SearchedShard, work: (reads: ShardReads) => Promise<T>): Promise<T | undefined> {
    const found = await shard.search(work);
    if (found === undefined) this.#lastOf.set(shard.name, ++this.#unanswered);
    return found;
  }
}
