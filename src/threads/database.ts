import { openPostgresReader, openPostgresStore } from '../../memory/store/postgres/open.ts';
import { isAddress } from '../../memory/store/postgres/pool.ts';
import type { StoreOptions } from '../../memory/store/sql/assemble.ts';
import { openSqliteStore } from '../../memory/store/sqlite/open.ts';
import { openSqliteReader } from '../../memory/store/sqlite/reader.ts';
import type { Store } from '../../memory/store/store.ts';

/** Opens a database: a file, or one on a PostgreSQL server by its address. @throws CalqueError as the stores do */
export function openDatabase(database: string, options: StoreOptions = {}): Promise<Store> {
  return isAddress(database) ? openPostgresStore(database, options) : openSqliteStore(database, options);
}

/** Opens a database that a store of the process has open already, to read from it in another thread. */
export function openReader(database: string, options: Required<Pick<StoreOptions, 'parts'>>): Promise<Store> {
  return isAddress(database) ? openPostgresReader(database, options) : openSqliteReader(database, options.parts);
}
