import { openReader, openStore, type StoreOptions } from '../sql/assemble.ts';
import { commonWords } from '../sql/common-words.ts';
import type { WordTable } from '../sql/index-words.ts';
import type { ShardStore } from '../sql/shard-methods.ts';
import type { Store } from '../store.ts';
import { NUMBERING, PostgresConnection } from './connection.ts';
import { storeError } from './errors.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { databaseName, openPool, type PoolOptions, requireUsable } from './pool.ts';
import { type ShardRole, takeRole } from './shard-roles.ts';

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
  return (await open(url, undefined, options)).store;
}

/**
 * Opens one of the databases of an installation whose units lie in several.
 * @returns the store, and the name of the installation
 * @throws CalqueError as {@link openPostgresStore}
 */
export async function openPostgresPart(
  url: string,
  role: ShardRole,
  options: PostgresOptions = {},
): Promise<{ readonly store: ShardStore; readonly installation: string }> {
  const { store, installation = '' } = await open(url, role, options);
  return { store, installation };
}

async function open(url: string, role: ShardRole | undefined, options: PostgresOptions) {
  const name = databaseName(url);
  const pool = openPool(url, options);
  try {
    const client = await pool.connect();
    let installation: string | undefined;
    try {
      await requireUsable(client, name);
      await migrate(client, name, MIGRATIONS);
      installation = await takeRole(client, name, role);
    } finally {
      client.release();
    }
    return { store: await openStore(new PostgresConnection(pool, name), options), installation };
  } catch (error) {
    await pool.end();
    throw storeError(error, name);
  }
}

/**
 * Opens a database that a store of the process has open already, to read from it in another thread. Nothing is connected
 * before it is needed.
 */
export async function openPostgresReader(url: string, options: StoreOptions): Promise<ShardStore> {
  return openReader(new PostgresConnection(openPool(url, { connections: READING }), databaseName(url)), options);
}

/** Numbers words for the indexes of several databases, in one that a store has open already; connected when first asked. */
export function openCommonWords(url: string): { readonly words: WordTable; close(): Promise<void> } {
  const connection = new PostgresConnection(openPool(url, { connections: READING }), databaseName(url), NUMBERING);
  return { words: commonWords(connection), close: () => connection.close() };
}
