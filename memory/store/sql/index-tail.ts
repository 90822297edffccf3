import type { UnitId } from '../../model/unit.ts';
import type { IndexEntry, IndexedText } from '../../retrieval/index/block.ts';
import { pack, Unpacking } from '../../retrieval/index/packing.ts';
import type { Connection } from './connection.ts';
import { numberingOf, type WhichIndex } from './index-state.ts';

/** The units of an index that wait for a block, inside a transaction of whoever calls. */
export interface TailTable {
  size(): Promise<number>;
  /** By ascending unit id. */
  entries(): Promise<readonly IndexEntry[]>;
  add(entries: readonly IndexEntry[]): Promise<void>;
  /** Whether the unit was there. */
  remove(unitId: UnitId): Promise<boolean>;
  clear(): Promise<void>;
}

interface TailRow {
  readonly unit_id: number;
  readonly memory_id: number;
  readonly fr: Buffer;
  readonly en: Buffer;
}

export function tailTable(connection: Connection, which: WhichIndex): TailTable {
  const numbering = numberingOf(which);
  const own = `numbering = ${numbering}`;
  const size = connection.prepare<[], number>(`SELECT count(*) FROM index_tail WHERE ${own}`).pluck();
  const all = connection.prepare<[], TailRow>(`SELECT * FROM index_tail WHERE ${own} ORDER BY unit_id`);
  const present = connection.prepare<[], number | null>(`SELECT ${numbering}`).pluck();
  const put = connection.prepare<[number, number, number, Uint8Array, Uint8Array]>(
    `INSERT INTO index_tail (numbering, unit_id, memory_id, fr, en) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (numbering, unit_id) DO UPDATE SET memory_id = excluded.memory_id, fr = excluded.fr, en = excluded.en`,
  );
  const remove = connection.prepare<[number]>(`DELETE FROM index_tail WHERE ${own} AND unit_id = ?`);
  const clear = connection.prepare<[]>(`DELETE FROM index_tail WHERE ${own}`);

  return {
    size: async () => (await size.get()) ?? 0,
    entries: async () =>
      (await all.all()).map((row) => ({
        unitId: row.unit_id,
        memoryId: row.memory_id,
        fr: textOf(row.fr),
        en: textOf(row.en),
      })),
    add: async (entries) => {
      const number = (await present.get()) ?? 0;
      await put.each(
        entries.map(({ unitId, memoryId, fr, en }) => [number, unitId, memoryId, bytesOf(fr), bytesOf(en)]),
      );
    },
    remove: async (unitId) => (await remove.run(unitId)) > 0,
    clear: async () => {
      await clear.run();
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
