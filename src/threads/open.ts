import { setImmediate } from 'node:timers/promises';
import type { Databases } from '../../memory/model/shards.ts';
import { createConcordance } from '../../memory/retrieval/concordance/concordance.ts';
import { indexedRetrieval } from '../../memory/retrieval/indexed.ts';
import type { Store } from '../../memory/store/store.ts';
import { openDatabase } from './database.ts';
import type { Opened } from './opened.ts';
import { threadedPairReader } from './pair-reader.ts';
import { readInThreads } from './read-in-threads.ts';
import { openReadingPool } from './reading-pool.ts';
import { sideBySide } from './side-by-side.ts';

/**
 * Opens the installation as whoever is alone with it does: lookups are done in this thread, pairs that are imported are
 * read in another.
 * @throws CalqueError as {@link openDatabase}
 */
export async function openAlone({ databaseFile, databaseUrl, shards }: Databases): Promise<Opened> {
  if (databaseUrl !== undefined && shards !== undefined)
    return (await import('./sharded.ts')).openSharded(databaseUrl, shards);
  const store = await openDatabase(databaseUrl ?? databaseFile, { readPairs: threadedPairReader() });
  return { store, retrieval: indexedRetrieval(store), concordance: createConcordance(store, () => setImmediate()) };
}

/** Opens it as a server does, whose event loop nothing may hold up: what takes long is read in threads. */
export async function openForServing(databases: Databases): Promise<Opened> {
  const { store } = await openAlone(databases);
  const pool = openReadingPool(databases);
  const served: Store = { ...store, ...readInThreads(store, pool) };
  return { store: served, retrieval: sideBySide(pool), concordance: { find: pool.concordance } };
}
