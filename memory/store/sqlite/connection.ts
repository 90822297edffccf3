import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { CalqueError } from '../../model/errors.ts';
import { NOT_TOLD } from '../event-signals.ts';
import type { Connection, DerivedData, SqlValue, Statement } from '../sql/connection.ts';
import { Turns } from '../sql/turns.ts';
import type { DatabaseKind, StoredFile } from '../store-size.ts';
import { SQLITE_DIALECT } from './dialect.ts';
import { storeError } from './errors.ts';
import { SqliteStatement } from './statement.ts';

export type SqliteDatabase = Database.Database;
/** Where the database of {@link openDatabase} lives when it is not to outlive the process. */
const IN_MEMORY = ':memory:';

/** Holds the index of the pair keys, which an import hits at random, up to some million units; the system holds what is beyond. */
const CACHE_KIB = 32_768;

/**
 * Pages the write-ahead log gathers before they go into the database. Each pair key dirties a page of its own, most of
 * which the next transactions dirty again: at eight times SQLite's default an import writes far fewer of them.
 */
const CHECKPOINT_PAGES = 8000;

/** Milliseconds that SQLite itself waits for a lock, holding the thread, and that a write then leaves to others. */
const BUSY_SLICE = 5;
const RETRY_PAUSE = 10;

/** Milliseconds after which it is no longer known that another program held the database all the time. */
const FORGOTTEN = 1_000;

/** Bytes of the log that stay on disk between large transactions. */
const LARGEST_IDLE_LOG = 64 * 1024 * 1024;

/** One open database. SQLite works synchronously, and one connection does one transaction at a time: each waits its turn. */
export class SqliteConnection implements Connection {
  readonly dialect = SQLITE_DIALECT;
  readonly #database: SqliteDatabase;
  readonly #path: string;
  readonly #begin: Database.Statement<[]>;
  readonly #beginImmediate: Database.Statement<[]>;
  readonly #commit: Database.Statement<[]>;
  readonly #rollback: Database.Statement<[]>;
  readonly #dataVersion: Database.Statement<[], number>;
  readonly #patience: number;
  readonly #transactions = new Turns();
  /** Writes wait for another program's, each behind the one before it, while reads go on. */
  readonly #writes = new Turns();
  #derived: DerivedData | undefined;
  /** Since when another program was found writing, as far as is known without a break, and when last. */
  #held: { readonly since: number; readonly last: number } | undefined;

  /** @param patience milliseconds that a write waits for another program's transaction before `database-busy` */
  constructor(database: SqliteDatabase, path: string, patience: number) {
    this.#database = database;
    this.#path = path;
    this.#patience = patience;
    // SQLite would wait with the whole thread. Writes wait below, and let others run meanwhile.
    database.pragma(`busy_timeout = ${BUSY_SLICE}`);
    this.#begin = database.prepare<[]>('BEGIN');
    this.#beginImmediate = database.prepare<[]>('BEGIN IMMEDIATE');
    this.#commit = database.prepare<[]>('COMMIT');
    this.#rollback = database.prepare<[]>('ROLLBACK');
    this.#dataVersion = database.prepare<[], number>('PRAGMA data_version').pluck();
  }

  prepare<Parameters extends readonly SqlValue[], Row = unknown>(sql: string): Statement<Parameters, Row> {
    return new SqliteStatement<Parameters, Row>(this.#database.prepare<unknown[], Row>(sql));
  }

  keepInStep(derived: DerivedData): void {
    this.#derived = derived;
  }

  /** Changes when another connection has written; stays the same otherwise. */
  async indexVersion(): Promise<number> {
    return this.#dataVersion.get() ?? 0;
  }

  ask<T>(work: () => Promise<T>): Promise<T> {
    return this.read(work);
  }

  async read<T>(work: () => Promise<T>): Promise<T> {
    return this.#transactions.take(async () => {
      this.#begin.run();
      return this.#finish(work);
    });
  }

  /**
   * Takes the write lock at once, so that what was read cannot have changed when it is written on. While another
   * program writes, it waits without holding the thread; writes happen in the order in which they were asked for. Those
   * behind one that has waited in vain do not wait as long again.
   */
  async write<T>(work: () => Promise<T>): Promise<T> {
    return this.#writes.take(async () => {
      for (;;) {
        const done = await this.#transactions.take(async () => {
          return this.#tryBegin() ? { result: await this.#finish(work) } : undefined;
        });
        if (done !== undefined) return done.result;
        await delay(RETRY_PAUSE);
      }
    });
  }

  /** @returns false while another program writes, for as long as that is waited for */
  #tryBegin(): boolean {
    try {
      this.#beginImmediate.run();
      this.#held = undefined;
      return true;
    } catch (error) {
      const meant = storeError(error, this.#path);
      if (!(meant instanceof CalqueError) || meant.code !== 'database-busy') throw meant;
      const now = performance.now();
      const since = this.#held !== undefined && now - this.#held.last < FORGOTTEN ? this.#held.since : now;
      this.#held = { since, last: now };
      if (now - since >= this.#patience) throw meant;
      return false;
    }
  }

  /** SQLite says nothing to other processes. */
  watchEvents(): typeof NOT_TOLD {
    return NOT_TOLD;
  }

  async size(): Promise<readonly StoredFile[]> {
    return [await fileOf('database', this.#path), await fileOf('log', `${this.#path}-wal`)];
  }

  async kind(): Promise<DatabaseKind> {
    const version = this.#database.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '';
    return { engine: 'SQLite', version };
  }

  async close(): Promise<void> {
    await this.#transactions.take(async () => this.#database.close());
  }

  async #finish<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      await this.#derived?.flush();
      this.#commit.run();
      return result;
    } catch (error) {
      this.#derived?.discard();
      // A full disk or a failed write may have rolled back already.
      if (this.#database.open && this.#database.inTransaction) this.#rollback.run();
      throw storeError(error, this.#path);
    }
  }
}

async function fileOf(file: StoredFile['file'], path: string): Promise<StoredFile> {
  return { file, bytes: (await stat(path).catch(() => undefined))?.size ?? 0 };
}

/**
 * Opens or creates the file, its folder too, and sets what every connection needs. Nothing is written yet into a file
 * that was there.
 * @param busyTimeout milliseconds to wait for another program's transaction before `database-busy`
 * @throws CalqueError `read-only-database`, `foreign-database` for a folder
 */
export function openDatabase(path: string, busyTimeout: number): SqliteDatabase {
  if (path !== IN_MEMORY) prepareFile(path);
  try {
    const database = new Database(path, { timeout: busyTimeout });
    database.pragma('foreign_keys = ON');
    database.pragma('synchronous = FULL');
    database.pragma(`cache_size = -${CACHE_KIB}`);
    database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    database.pragma(`journal_size_limit = ${LARGEST_IDLE_LOG}`);
    return database;
  } catch (error) {
    throw storeError(error, path);
  }
}

/** SQLite opens what it may only read without a word and fails at the first write; a user should hear of it at once. */
function prepareFile(path: string): void {
  const folder = dirname(resolve(path));
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
    if (existsSync(path)) accessSync(path, constants.R_OK | constants.W_OK);
  } catch (error) {
    const message = `The database ${basename(path)} cannot be written to: its folder or file is read-only.`;
    throw new CalqueError('read-only-database', message, { where: path }, { cause: error });
  }
  if (existsSync(path) && statSync(path).isDirectory()) {
    throw new CalqueError('foreign-database', `${basename(path)} is a folder, not a database.`, { where: path });
  }
}
