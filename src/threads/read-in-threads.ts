import type { UnitFilter } from '../../memory/model/unit-filter.ts';
import type { Store } from '../../memory/store/store.ts';
import type { ReadingPool } from './reading-pool.ts';

/** The methods of a store that may take long, and are done in threads; closing it ends these. */
export function readInThreads(store: Store, pool: ReadingPool): Pick<Store, 'listUnits' | 'close'> {
  return {
    // A page of units is read at once; looking for some reads every unit of a memory.
    listUnits: (filter, page) => (isPlain(filter) ? store : pool).listUnits(filter, page),
    async close() {
      await pool.close();
      await store.close();
    },
  };
}

function isPlain({ memoryId: _, documentId: __, ...more }: UnitFilter): boolean {
  return Object.values(more).every((value) => value === undefined);
}
