import { openReader, openStore, type StoreOptions } from '../sql/assemble.ts';
import type { Store } from '../store.ts';
import { PostgresConnection } from './connection.ts';
import { storeError } from './errors.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { databaseName, openPool, type PoolOptions, requireUsable } from './pool.ts';

/** Connections of a thread that reads: it answers one call at a time, which may ask for several things at once. */
const READING = 2;

export interface PostgresOptions extends StoreOptions, PoolOptions {}

/**
 * Opens a database on a PostgreSQL server, which must be there; its schema is made or brought forward where needed.
 * @param url as `postgres://user:password@host:5432/database`
 * @throws CalqueError `bad-configuration`, `database-unreachable`, `database-refused`, `unsupported-database`,
 * `foreign-database`, `newer-database`
 */
export async function openPostgresStore(url: string, options: PostgresOptions = {}): Promise<Store> {
  const name = databaseName(url);
  const pool = openPool(url, options);
  try {
    const client = await pool.connect();
    try {
      await requireUsable(client, name);
      await migrate(client, name, MIGRATIONS);
    } finally {
      client.release();
    }
    return await openStore(new PostgresConnection(pool, name), options);
  } catch (error) {
    await pool.end();
    throw storeError(error, name);
  }
}

/**
 * Opens a database that a store of the process has open already, to read from it in another thread. Nothing is connected
 * before it is needed.
 */
export async function openPostgresReader(url: string, options: StoreOptions): Promise<Store> {
  return openReader(new PostgresConnection(openPool(url, { connections: READING }), databaseName(url)), options);
}
