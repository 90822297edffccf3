import { isAddress } from '../../memory/store/postgres/address.ts';
import type { StoreOptions } from '../../memory/store/sql/assemble.ts';
import { type BlockParts, NOT_SHARED } from '../../memory/store/sql/block-parts.ts';
import { openSqliteStore } from '../../memory/store/sqlite/open.ts';
import { openSqliteReader } from '../../memory/store/sqlite/reader.ts';
import type { Store } from '../../memory/store/store.ts';

/** Opens a database: a file, or one on a PostgreSQL server by its address. @throws CalqueError as the stores do */
export async function openDatabase(database: string, options: StoreOptions = {}): Promise<Store> {
  if (!isAddress(database)) return openSqliteStore(database, options);
  return (await postgres()).openPostgresStore(database, options);
}

/** Opens a database that a store of the process has open already, to read from it in another thread. */
export async function openReader(database: string, parts: BlockParts = NOT_SHARED): Promise<Store> {
  if (!isAddress(database)) return openSqliteReader(database, parts);
  return (await postgres()).openPostgresReader(database, { parts });
}

/** Loaded where there is such a database alone. */
function postgres() {
  return import('../../memory/store/postgres/open.ts');
}
