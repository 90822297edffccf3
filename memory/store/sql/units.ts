import type { UnitId } from '../../model/unit.ts';
import type { Store, UnitFilter } from '../store.ts';
import { pageOf, readPage, requireInteger } from './arguments.ts';
import type { Connection } from './connection.ts';
import { inOrder } from './in-order.ts';
import { incomingUnits } from './incoming.ts';
import type { MemoryTable } from './memories.ts';
import type { PairReader } from './pair-reading.ts';
import type { Places } from './places.ts';
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
  const ofMemory = connection.prepare<[number, number, number], UnitRow>(
    'SELECT * FROM live_units WHERE memory_id = ? AND id > ? ORDER BY id LIMIT ?',
  );

  /** One row more than the page holds, to know whether another page follows. */
  async function listRows(filter: UnitFilter, afterId: UnitId, limit: number): Promise<UnitRow[]> {
    const conditions = ['id > ?'];
    const values: (string | number)[] = [afterId];
    if (filter.memoryId !== undefined) {
      conditions.push('memory_id = ?');
      values.push(filter.memoryId);
    }
    if (filter.documentId !== undefined) {
      conditions.push('id IN (SELECT unit_id FROM occurrences WHERE document_id = ?)');
      values.push(filter.documentId);
    }
    if (filter.text) {
      const sides = ['fr_text', 'en_text'].map((side) => connection.dialect.holdsText(side, filter.text ?? ''));
      conditions.push(`(${sides.map(({ sql }) => sql).join(' OR ')})`);
      values.push(...sides.flatMap((side) => side.values));
    }
    const where = conditions.join(' AND ');
    return connection
      .prepare<(string | number)[], UnitRow>(`SELECT * FROM live_units WHERE ${where} ORDER BY id LIMIT ?`)
      .all(...values, limit + 1);
  }

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

    listUnits: (filter, request) =>
      connection.read(async () => {
        const { afterId, limit } = readPage(request);
        return pageOf(await listRows(filter, afterId, limit), limit, places.allWithOccurrences);
      }),

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
