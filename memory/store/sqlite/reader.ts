import Database from 'better-sqlite3';
import type { Store } from '../store.ts';
import type { BlockParts } from './block-parts.ts';
import { Connection } from './connection.ts';
import { storeError } from './errors.ts';
import { unitIndex } from './index-tables.ts';
import { assemble } from './open.ts';
import { readPairs } from './pair-reading.ts';

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
    const connection = new Connection(database, path, PATIENCE);
    return assemble(connection, unitIndex(connection, { longestTail: 0, parts }), async (pairs) => readPairs(pairs));
  } catch (error) {
    throw storeError(error, path);
  }
}
