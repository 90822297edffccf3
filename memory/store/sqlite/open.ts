import { openStore, type StoreOptions } from '../sql/assemble.ts';
import type { Store } from '../store.ts';
import { openDatabase, SqliteConnection } from './connection.ts';
import { storeError } from './errors.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/migrations.ts';

export interface SqliteOptions extends StoreOptions {
  /** Milliseconds that a write waits for another program's transaction before `database-busy`; 5000 by default. */
  readonly busyTimeout?: number;
}

/**
 * Opens the embedded database, creating it or bringing its schema forward where needed.
 * @param path the file, created with its folder where missing, or `:memory:` for one that ends with the process
 * @throws CalqueError `read-only-database`, `foreign-database`, `newer-database`, `database-busy`, `database-full`
 */
export async function openSqliteStore(path: string, options: SqliteOptions = {}): Promise<Store> {
  const { busyTimeout = 5000 } = options;
  const database = openDatabase(path, busyTimeout);
  try {
    migrate(database, path, MIGRATIONS);
    database.pragma('journal_mode = WAL');
    return await openStore(new SqliteConnection(database, path, busyTimeout), options);
  } catch (error) {
    database.close();
    throw storeError(error, path);
  }
}
