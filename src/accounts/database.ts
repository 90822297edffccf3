import { setTimeout as delay } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult, TransactionSettings } from 'kysely';
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import { isAddress } from '../../memory/store/postgres/address.ts';
import { storeError as sqliteError } from '../../memory/store/sqlite/errors.ts';
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
 * first asked for something. What waits for another's write does so without holding the thread; what cannot be done is
 * an error of the kind that the store has for it.
 * @param address a file, or where a PostgreSQL database is
 */
export function openAccountsDatabase(address: string): AccountsDatabase {
  const dialect =
    engineOf(address) === 'sqlite'
      ? careful(new SqliteDialect({ database: async () => open(address) }), ofFile(address))
      : careful(new PostgresDialect({ pool: () => openPool(address) }), ofServer(address));
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

/** How a driver does its work: how often it tries, and what its errors say. */
interface Manners {
  connect<T>(work: () => Promise<T>): Promise<T>;
  run<T>(work: () => Promise<T>): Promise<T>;
}

/** A file is waited for as long as another holds it. */
function ofFile(path: string): Manners {
  const run: Manners['run'] = async (work) => {
    const until = performance.now() + PATIENCE;
    for (;;) {
      try {
        return await work();
      } catch (error) {
        const busy = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
        if (!busy || performance.now() >= until) throw sqliteError(error, path);
      }
      await delay(RETRY_PAUSE);
    }
  };
  return { connect: run, run };
}

/** A server that does not answer is tried a few times; what was sent to one is not sent again, for it may have been done. */
function ofServer(address: string): Manners {
  const name = async () => (await import('../../memory/store/postgres/pool.ts')).databaseName(address);
  return {
    async connect(work) {
      const { withRetries } = await import('../../memory/store/postgres/retries.ts');
      return withRetries(await name(), work);
    },
    async run(work) {
      try {
        return await work();
      } catch (error) {
        const { storeError } = await import('../../memory/store/postgres/errors.ts');
        throw storeError(error, await name());
      }
    },
  };
}

function careful(dialect: Dialect, manners: Manners): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => new CarefulDriver(dialect.createDriver(), manners),
    createIntrospector: (database) => dialect.createIntrospector(database),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

/** The driver it is given, with manners. */
class CarefulDriver implements Driver {
  readonly #driver: Driver;
  readonly #manners: Manners;
  readonly #given = new WeakMap<DatabaseConnection, DatabaseConnection>();

  constructor(driver: Driver, manners: Manners) {
    this.#driver = driver;
    this.#manners = manners;
  }

  init(): Promise<void> {
    return this.#manners.connect(() => this.#driver.init());
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await this.#manners.connect(() => this.#driver.acquireConnection());
    const given: DatabaseConnection = {
      executeQuery: <R>(query: CompiledQuery): Promise<QueryResult<R>> =>
        this.#manners.run(() => connection.executeQuery<R>(query)),
      streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
    };
    this.#given.set(given, connection);
    return given;
  }

  beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    return this.#manners.run(() => this.#driver.beginTransaction(this.#of(connection), settings));
  }

  commitTransaction(connection: DatabaseConnection): Promise<void> {
    return this.#manners.run(() => this.#driver.commitTransaction(this.#of(connection)));
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
