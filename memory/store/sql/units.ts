import type { Store } from '../store.ts';
import { requireInteger } from './arguments.ts';
import type { Connection } from './connection.ts';
import { inOrder } from './in-order.ts';
import { incomingUnits } from './incoming.ts';
import type { MemoryTable } from './memories.ts';
import type { PairReader } from './pair-reading.ts';
import type { Places } from './places.ts';
import { unitListing } from './unit-listing.ts';
import type { UnitRow } from './unit-rows.ts';
import type { StoreUnits } from './unit-storing.ts';
import type { UnitTable } from './unit-table.ts';

type UnitMethods = Pick<Store, 'addUnits' | 'getUnit' | 'listUnits' | 'markUsed' | 'scanUnits'>;

interface Tables {
  readonly memories: MemoryTable;
  readonly units: UnitTable;
  readonly places: Places;
  readonly storeUnits: StoreUnits;
  readonly readPairs: PairReader;
}

const LARGEST_SCAN = 100_000;

export function unitMethods(connection: Connection, tables: Tables): UnitMethods {
  const { memories, units, places, storeUnits, readPairs } = tables;
  const list = unitListing(connection, places);
  const ofMemory = connection.prepare<[number, number, number], UnitRow>(
    'SELECT * FROM live_units WHERE memory_id = ? AND id > ? ORDER BY id LIMIT ?',
  );

  return {
    async addUnits(memoryId, given, actor) {
      const [units = []] = await incomingUnits([given], readPairs);
      return connection.write(async () => {
        await memories.requireWritable(memoryId);
        const stored = await storeUnits(memoryId, units, 'import', actor);
        const merged = stored.filter((one) => one.merged).length;
        const added = stored.length - merged;
        await memories.countUnits(memoryId, added);
        return { added, merged, unitIds: stored.map((one) => one.id) };
      });
    },

    getUnit: (id) => connection.read(async () => places.inContext(await units.requireLive(id))),

    listUnits: (filter, request) => connection.read(() => list(filter, request)),

    markUsed: (id, at) =>
      connection.write(async () => {
        await units.requireLive(id);
        await units.countUse(id, at);
      }),

    scanUnits: (memoryIds, afterId, limit) =>
      connection.read(async () => {
        requireInteger(limit, 1, LARGEST_SCAN, 'limit');
        const rows = await inOrder(new Set(memoryIds), (memoryId) => ofMemory.all(memoryId, afterId, limit));
        return places.allInContext(
          rows
            .flat()
            .sort((a, b) => a.id - b.id)
            .slice(0, limit),
        );
      }),
  };
}
