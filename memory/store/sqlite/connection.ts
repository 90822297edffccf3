import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { CalqueError } from '../../model/errors.ts';
import { storeError } from './errors.ts';

export type SqliteDatabase = Database.Database;
type Statement<Parameters extends unknown[], Row = unknown> = Database.Statement<Parameters, Row>;

/** Where the database of {@link openDatabase} lives when it is not to outlive the process. */
const IN_MEMORY = ':memory:';

/** Holds the index of the pair keys, which an import hits at random, up to some two million units. */
const CACHE_KIB = 65_536;

/**
 * Pages the write-ahead log gathers before they go into the database. Each pair key dirties a page of its own, most of
 * which the next transactions dirty again: at eight times SQLite's default an import writes far fewer of them.
 */
const CHECKPOINT_PAGES = 8000;

/** Bytes of the log that stay on disk between large transactions. */
const LARGEST_IDLE_LOG = 64 * 1024 * 1024;

/**
 * One open database. Everything the adapter does runs inside {@link read} or {@link write}, each call one
 * transaction; SQLite works synchronously, so no two of one connection can overlap.
 */
export class Connection {
  readonly #database: SqliteDatabase;
  readonly #path: string;
  readonly #begin: Statement<[]>;
  readonly #beginImmediate: Statement<[]>;
  readonly #commit: Statement<[]>;
  readonly #rollback: Statement<[]>;

  constructor(database: SqliteDatabase, path: string) {
    this.#database = database;
    this.#path = path;
    this.#begin = database.prepare<[]>('BEGIN');
    this.#beginImmediate = database.prepare<[]>('BEGIN IMMEDIATE');
    this.#commit = database.prepare<[]>('COMMIT');
    this.#rollback = database.prepare<[]>('ROLLBACK');
  }

  prepare<Parameters extends unknown[], Row = unknown>(sql: string): Statement<Parameters, Row> {
    return this.#database.prepare<Parameters, Row>(sql) as Statement<Parameters, Row>;
  }

  /** Several queries on one state of the database. */
  async read<T>(work: () => T): Promise<T> {
    return this.#transact(this.#begin, work);
  }

  /** Takes the write lock at once, so that what was read cannot have changed when it is written on. */
  async write<T>(work: () => T): Promise<T> {
    return this.#transact(this.#beginImmediate, work);
  }

  close(): void {
    this.#database.close();
  }

  #transact<T>(begin: Statement<[]>, work: () => T): T {
    try {
      begin.run();
      const result = work();
      this.#commit.run();
      return result;
    } catch (error) {
      // A full disk or a failed write may have rolled back already.
      if (this.#database.open && this.#database.inTransaction) this.#rollback.run();
      throw storeError(error, this.#path);
    }
  }
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
