import type { BatchId, BatchKind, UnitBatch } from '../../model/batch.ts';
import type { MemoryId, UnitId } from '../../model/unit.ts';
import type { Actor } from '../store.ts';
import type { NewBatch } from '../unit-management.ts';
import { notFound } from './arguments.ts';
import { toInstant, toMilliseconds } from './columns.ts';
import type { Connection } from './connection.ts';
import { insertion } from './insertion.ts';

/** A unit as a batch left it. */
export interface BatchUnitRow {
  readonly unit_id: number;
  readonly version: number;
}

export interface BatchRow {
  readonly id: number;
  readonly memory_id: number;
  readonly kind: BatchKind;
  readonly about: string;
  readonly created_at: number;
  readonly created_by: string;
  readonly undone_at: number | null;
  readonly undone_by: string | null;
  readonly units: number;
  readonly undone: number;
  readonly kept: number;
}

/** Batches and the units they took, inside a transaction of whoever calls. */
export interface BatchTable {
  open(batch: NewBatch, actor: Actor): Promise<BatchId>;
  /** @throws CalqueError `not-found` */
  require(id: BatchId): Promise<BatchRow>;
  before(memoryId: MemoryId, id: BatchId, limit: number): Promise<readonly BatchRow[]>;
  has(id: BatchId, unitId: UnitId): Promise<boolean>;
  /** Notes the version that the batch gave a unit. */
  note(id: BatchId, unitId: UnitId, version: number): Promise<void>;
  /** Units that nobody has tried to take back yet, the last first. */
  standing(id: BatchId, limit: number): Promise<readonly BatchUnitRow[]>;
  settle(id: BatchId, unitId: UnitId, state: 'undone' | 'kept'): Promise<void>;
  /** Notes who began to take it back. */
  beginUndo(id: BatchId, actor: Actor): Promise<void>;
}

const COLUMNS = `b.*,
  (SELECT count(*) FROM batch_units WHERE batch_id = b.id) AS units,
  (SELECT count(*) FROM batch_units WHERE batch_id = b.id AND state = 'undone') AS undone,
  (SELECT count(*) FROM batch_units WHERE batch_id = b.id AND state = 'kept') AS kept`;

export function batchTable(connection: Connection): BatchTable {
  const insert = insertion<[number, string, string, number, string]>(
    connection,
    'INSERT INTO unit_batches (memory_id, kind, about, created_at, created_by) VALUES (?, ?, ?, ?, ?)',
  );
  const byId = connection.prepare<[number], BatchRow>(`SELECT ${COLUMNS} FROM unit_batches AS b WHERE b.id = ?`);
  const ofMemory = connection.prepare<[number, number, number], BatchRow>(
    `SELECT ${COLUMNS} FROM unit_batches AS b WHERE b.memory_id = ? AND b.id < ? AND EXISTS (SELECT 1 FROM batch_units WHERE batch_id = b.id)
     ORDER BY b.id DESC LIMIT ?`,
  );
  const unit = connection
    .prepare<[number, number], number>('SELECT 1 FROM batch_units WHERE batch_id = ? AND unit_id = ?')
    .pluck();
  const note = connection.prepare<[number, number, number]>(
    `INSERT INTO batch_units (batch_id, unit_id, version) VALUES (?, ?, ?)
     ON CONFLICT (batch_id, unit_id) DO UPDATE SET version = excluded.version`,
  );
  const standing = connection.prepare<[number, number], BatchUnitRow>(
    `SELECT unit_id, version FROM batch_units WHERE batch_id = ? AND state = 'done' ORDER BY unit_id DESC LIMIT ?`,
  );
  const settle = connection.prepare<[string, number, number]>(
    'UPDATE batch_units SET state = ? WHERE batch_id = ? AND unit_id = ?',
  );
  const beginUndo = connection.prepare<[number, string, number]>(
    'UPDATE unit_batches SET undone_at = ?, undone_by = ? WHERE id = ? AND undone_at IS NULL',
  );

  return {
    open: ({ memoryId, kind, about }, { at, by }) =>
      insert(memoryId, kind, JSON.stringify(about), toMilliseconds(at), by),
    async require(id) {
      const row = await byId.get(id);
      if (row === undefined) throw notFound('batch', id);
      return row;
    },
    before: (memoryId, id, limit) => ofMemory.all(memoryId, id, limit),
    has: async (id, unitId) => (await unit.get(id, unitId)) !== undefined,
    note: async (id, unitId, version) => {
      await note.run(id, unitId, version);
    },
    standing: (id, limit) => standing.all(id, limit),
    settle: async (id, unitId, state) => {
      await settle.run(state, id, unitId);
    },
    beginUndo: async (id, { at, by }) => {
      await beginUndo.run(toMilliseconds(at), by, id);
    },
  };
}

export function batchOf(row: BatchRow): UnitBatch {
  return {
    id: row.id,
    memoryId: row.memory_id,
    kind: row.kind,
    about: JSON.parse(row.about),
    createdAt: toInstant(row.created_at),
    createdBy: row.created_by,
    units: row.units,
    undone: row.undone,
    kept: row.kept,
    ...(row.undone_at !== null && { undoneAt: toInstant(row.undone_at) }),
    ...(row.undone_by !== null && { undoneBy: row.undone_by }),
  };
}
