import { setTimeout as delay } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult, TransactionSettings } from 'kysely';
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import { isAddress } from '../../memory/store/postgres/address.ts';
import type { AccountsDatabase, AccountTables } from './tables.ts';

/** Milliseconds that SQLite itself waits for a lock, holding the thread, and that a statement then leaves to others. */
const BUSY_SLICE = 5;
const RETRY_PAUSE = 10;
/** Milliseconds after which a statement gives up. */
const PATIENCE = 5_000;

/** Connections to a PostgreSQL database at most. */
const CONNECTIONS = 4;

/** What a database is kept by, as the library calls it. */
export type Engine = 'sqlite' | 'postgres';

export function engineOf(address: string): Engine {
  return isAddress(address) ? 'postgres' : 'sqlite';
}

/**
 * Connections of its own to the database of the store, which has brought its schema forward already: opened when it is
 * first asked for something. What waits for another's write does so without holding the thread.
 * @param address a file, or where a PostgreSQL database is
 */
export function openAccountsDatabase(address: string): AccountsDatabase {
  const dialect =
    engineOf(address) === 'sqlite'
      ? new PatientDialect({ database: async () => open(address) })
      : new PostgresDialect({ pool: () => openPool(address) });
  return new Kysely<AccountTables>({ dialect });
}

async function openPool(address: string) {
  const postgres = await import('../../memory/store/postgres/pool.ts');
  return postgres.openPool(address, { connections: CONNECTIONS });
}

function open(path: string): Database.Database {
  const database = new Database(path, { timeout: BUSY_SLICE, fileMustExist: true });
  database.pragma('foreign_keys = ON');
  database.pragma('synchronous = FULL');
  return database;
}

class PatientDialect extends SqliteDialect {
  override createDriver(): Driver {
    return new PatientDriver(super.createDriver());
  }
}

/** The driver it is given, but for statements that meet a lock: they come again. */
class PatientDriver implements Driver {
  readonly #driver: Driver;
  readonly #given = new WeakMap<DatabaseConnection, DatabaseConnection>();

  constructor(driver: Driver) {
    this.#driver = driver;
  }

  init(): Promise<void> {
    return this.#driver.init();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await this.#driver.acquireConnection();
    const patient: DatabaseConnection = {
      executeQuery: <R>(query: CompiledQuery): Promise<QueryResult<R>> =>
        patiently(() => connection.executeQuery<R>(query)),
      streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
    };
    this.#given.set(patient, connection);
    return patient;
  }

  beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    return patiently(() => this.#driver.beginTransaction(this.#of(connection), settings));
  }

  commitTransaction(connection: DatabaseConnection): Promise<void> {
    return patiently(() => this.#driver.commitTransaction(this.#of(connection)));
  }

  rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    return this.#driver.rollbackTransaction(this.#of(connection));
  }

  releaseConnection(connection: DatabaseConnection): Promise<void> {
    return this.#driver.releaseConnection(this.#of(connection));
  }

  destroy(): Promise<void> {
    return this.#driver.destroy();
  }

  #of(connection: DatabaseConnection): DatabaseConnection {
    return this.#given.get(connection) ?? connection;
  }
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const until = performance.now() + PATIENCE;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const busy = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
      if (!busy || performance.now() >= until) throw error;
    }
    await delay(RETRY_PAUSE);
  }
}
