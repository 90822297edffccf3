import Database from 'better-sqlite3';
import { openReader } from '../sql/assemble.ts';
import type { BlockParts } from '../sql/block-parts.ts';
import type { Store } from '../store.ts';
import { SqliteConnection } from './connection.ts';
import { storeError } from './errors.ts';

/** A reader writes nothing, and waits for nobody. */
const PATIENCE = 0;

/** Memory for pages of the database, in KiB: what lookups read again and again is the index, which is kept elsewhere. */
const CACHE_KIB = 8192;

/**
 * Opens a database that a store of the process has open already, to read from it in another thread. It sees what was
 * committed before each call. Its writing methods fail with `read-only-database`.
 * @throws CalqueError `read-only-database` where the file cannot be opened
 */
export async function openSqliteReader(path: string, parts: BlockParts): Promise<Store> {
  try {
    const database = new Database(path, { readonly: true, fileMustExist: true });
    database.pragma(`cache_size = -${CACHE_KIB}`);
    return openReader(new SqliteConnection(database, path, PATIENCE), { parts });
  } catch (error) {
    throw storeError(error, path);
  }
}
