import { CalqueError } from '../../model/errors.ts';
import type { ShardStore } from '../sql/shard-methods.ts';

/** Milliseconds until a database that did not answer is tried again. */
const PAUSE = 2_000;

/**
 * One of the databases that keep units. It need not be there: it is opened when it is first asked, and one that does not
 * answer is tried again now and then, while whoever asks it is told at once.
 */
export class Shard {
  /** What the database is called in sentences. */
  readonly name: string;
  readonly #open: () => Promise<ShardStore>;
  readonly #pause: number;
  #store: Promise<ShardStore> | undefined;
  #lost: { readonly error: CalqueError; until: number } | undefined;
  #trial: Promise<void> | undefined;

  constructor(name: string, open: () => Promise<ShardStore>, pause = PAUSE) {
    this.name = name;
    this.#open = open;
    this.#pause = pause;
  }

  /** @throws CalqueError `database-unreachable` or `database-refused` while it cannot be asked, and what it answers with */
  ask<T>(work: (store: ShardStore) => Promise<T>): Promise<T> {
    return this.askBy(async () => work(await this.#opened()));
  }

  /** The same, of work that reaches the database by another way. */
  async askBy<T>(work: () => Promise<T>): Promise<T> {
    if (this.#lost !== undefined) {
      this.#tryAgain(this.#lost);
      throw this.#lost.error;
    }
    try {
      return await work();
    } catch (error) {
      if (isAway(error)) this.#lost = { error, until: Date.now() + this.#pause };
      throw error;
    }
  }

  /** What has become of a trial that is under way, if one is. */
  async tried(): Promise<void> {
    await this.#trial;
  }

  async close(): Promise<void> {
    await this.#trial;
    await this.#store?.then((store) => store.close(), nothing);
  }

  #opened(): Promise<ShardStore> {
    this.#store ??= this.#open().catch((error: unknown) => {
      this.#store = undefined;
      throw error;
    });
    return this.#store;
  }

  #tryAgain(lost: { until: number }): void {
    if (this.#trial !== undefined || Date.now() < lost.until) return;
    this.#trial = this.#opened()
      .then((store) => store.getSetting('sharding'))
      .then(() => {
        this.#lost = undefined;
      }, nothing)
      .finally(() => {
        lost.until = Date.now() + this.#pause;
        this.#trial = undefined;
      });
  }
}

/** Whether the database could not be asked at all. */
export function isAway(error: unknown): error is CalqueError {
  return error instanceof CalqueError && (error.code === 'database-unreachable' || error.code === 'database-refused');
}

function nothing(): void {}
