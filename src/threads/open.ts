import { setImmediate } from 'node:timers/promises';
import type { UnitFilter } from '../../memory/model/unit-filter.ts';
import { type Concordance, createConcordance } from '../../memory/retrieval/concordance/concordance.ts';
import { indexedRetrieval } from '../../memory/retrieval/indexed.ts';
import type { Retrieval } from '../../memory/retrieval/retrieval.ts';
import type { Store } from '../../memory/store/store.ts';
import { openDatabase } from './database.ts';
import { threadedPairReader } from './pair-reader.ts';
import { openReadingPool } from './reading-pool.ts';
import { sideBySide } from './side-by-side.ts';

export interface Opened {
  readonly store: Store;
  readonly retrieval: Retrieval;
  readonly concordance: Concordance;
}

/**
 * Opens the database as whoever is alone with it does: lookups are done in this thread, pairs that are imported are read
 * in another.
 * @param database a file, or the address of one on a PostgreSQL server
 * @throws CalqueError as {@link openDatabase}
 */
export async function openAlone(database: string): Promise<Opened> {
  const store = await openDatabase(database, { readPairs: threadedPairReader() });
  return { store, retrieval: indexedRetrieval(store), concordance: createConcordance(store, () => setImmediate()) };
}

/** Opens the database as a server does, whose event loop nothing may hold up: what takes long is read in threads. */
export async function openForServing(database: string): Promise<Opened> {
  const { store } = await openAlone(database);
  const pool = openReadingPool(database);
  const served: Store = {
    ...store,
    // A page of units is read at once; looking for some reads every unit of a memory.
    listUnits: (filter, page) => (isPlain(filter) ? store : pool).listUnits(filter, page),
    async close() {
      await pool.close();
      await store.close();
    },
  };
  return { store: served, retrieval: sideBySide(pool), concordance: { find: pool.concordance } };
}

function isPlain({ memoryId: _, documentId: __, ...more }: UnitFilter): boolean {
  return Object.values(more).every((value) => value === undefined);
}
