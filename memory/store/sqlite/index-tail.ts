import type { UnitId } from '../../model/unit.ts';
import type { IndexEntry, IndexedText } from '../../retrieval/index/block.ts';
import { pack, Unpacking } from '../../retrieval/index/packing.ts';
import type { Connection } from './connection.ts';

/** The units that wait for a block, inside a transaction of whoever calls. */
export interface TailTable {
  size(): number;
  /** By ascending unit id. */
  entries(): readonly IndexEntry[];
  add(entry: IndexEntry): void;
  /** Whether the unit was there. */
  remove(unitId: UnitId): boolean;
  clear(): void;
}

interface TailRow {
  readonly unit_id: number;
  readonly memory_id: number;
  readonly fr: Buffer;
  readonly en: Buffer;
}

export function tailTable(connection: Connection): TailTable {
  const size = connection.prepare<[], number>('SELECT count(*) FROM index_tail').pluck();
  const all = connection.prepare<[], TailRow>('SELECT * FROM index_tail ORDER BY unit_id');
  const put = connection.prepare<[number, number, Uint8Array, Uint8Array]>(
    'INSERT OR REPLACE INTO index_tail (unit_id, memory_id, fr, en) VALUES (?, ?, ?, ?)',
  );
  const remove = connection.prepare<[number]>('DELETE FROM index_tail WHERE unit_id = ?');
  const clear = connection.prepare<[]>('DELETE FROM index_tail');

  return {
    size: () => size.get() ?? 0,
    entries: () =>
      all.all().map((row) => ({
        unitId: row.unit_id,
        memoryId: row.memory_id,
        fr: textOf(row.fr),
        en: textOf(row.en),
      })),
    add: ({ unitId, memoryId, fr, en }) => {
      put.run(unitId, memoryId, bytesOf(fr), bytesOf(en));
    },
    remove: (unitId) => remove.run(unitId).changes > 0,
    clear: () => {
      clear.run();
    },
  };
}

function bytesOf({ words, numbers }: IndexedText): Uint8Array {
  return pack([words, numbers]);
}

function textOf(bytes: Buffer): IndexedText {
  const unpacking = new Unpacking(bytes, 2);
  return { words: unpacking.next(Uint32Array), numbers: unpacking.next(Uint32Array) };
}
