import { CalqueError } from '../../model/errors.ts';
import type { Memory, MemoryId } from '../../model/unit.ts';
import type { Store } from '../store.ts';
import { notFound, requireInteger, requireName } from './arguments.ts';
import { toInstant, toMilliseconds } from './columns.ts';
import type { Connection } from './connection.ts';
import { insertion } from './insertion.ts';

export type MemoryMethods = Pick<
  Store,
  | 'createMemory'
  | 'listMemories'
  | 'getMemory'
  | 'memoryRevision'
  | 'findMemory'
  | 'changeMemory'
  | 'emptyMemory'
  | 'deleteMemory'
>;

/** What the other tables ask of memories, inside a transaction of theirs. */
export interface MemoryTable {
  /** @throws CalqueError `not-found` */
  require(id: MemoryId): Promise<Memory>;
  /** @throws CalqueError `not-found`, `read-only-memory` */
  requireWritable(id: MemoryId): Promise<void>;
  countUnits(id: MemoryId, difference: number): Promise<void>;
}

interface MemoryRow {
  readonly id: number;
  readonly name: string;
  readonly priority: number;
  readonly penalty: number;
  readonly read_only: number;
  readonly unit_count: number;
  readonly created_at: number;
}

const HIGHEST_PRIORITY = 1_000_000;
const HIGHEST_PENALTY = 30;
const MOST_EMPTIED = 10_000;

export function memoryTable(connection: Connection): MemoryTable {
  const byId = connection.prepare<[number], MemoryRow>('SELECT * FROM memories WHERE id = ?');
  const count = connection.prepare<[number, number]>('UPDATE memories SET unit_count = unit_count + ? WHERE id = ?');

  async function require(id: MemoryId): Promise<Memory> {
    const row = await byId.get(id);
    if (row === undefined) throw notFound('memory', id);
    return memoryOf(row);
  }

  return {
    require,
    async requireWritable(id) {
      const memory = await require(id);
      if (memory.readOnly) throw new CalqueError('read-only-memory', `The memory “${memory.name}” is read-only.`);
    },
    async countUnits(id, difference) {
      if (difference !== 0) await count.run(difference, id);
    },
  };
}

export function memoryMethods(connection: Connection, memories: MemoryTable): MemoryMethods {
  const insert = insertion<[string, number, number, number, string]>(
    connection,
    'INSERT INTO memories (name, priority, penalty, created_at, created_by) VALUES (?, ?, ?, ?, ?)',
  );
  const all = connection.prepare<[], MemoryRow>('SELECT * FROM memories ORDER BY priority DESC, name, id');
  const revisionOf = connection.prepare<[number], number>('SELECT revision FROM memories WHERE id = ?').pluck();
  const byName = connection.prepare<[string], MemoryRow>('SELECT * FROM memories WHERE name = ?');
  const update = connection.prepare<[string, number, number, number, number]>(
    'UPDATE memories SET name = ?, priority = ?, penalty = ?, read_only = ? WHERE id = ?',
  );
  const remove = connection.prepare<[number]>('DELETE FROM memories WHERE id = ?');
  const lastOf = connection
    .prepare<[number, number], number | null>(
      'SELECT max(id) FROM (SELECT id FROM units WHERE memory_id = ? ORDER BY id LIMIT ?) AS first',
    )
    .pluck();
  const liveTo = connection
    .prepare<[number, number], number>('SELECT count(*) FROM live_units WHERE memory_id = ? AND id <= ?')
    .pluck();
  const removeTo = connection.prepare<[number, number]>('DELETE FROM units WHERE memory_id = ? AND id <= ?');
  const countDown = connection.prepare<[number, number]>(
    'UPDATE memories SET unit_count = unit_count - ?, revision = revision + 1 WHERE id = ?',
  );

  async function requireUnused(name: string, by?: MemoryId): Promise<void> {
    const holder = await byName.get(requireName(name));
    if (holder === undefined || holder.id === by) return;
    throw new CalqueError('already-exists', `There is a memory named “${name}” already.`, { where: 'name' });
  }

  return {
    createMemory: ({ name, priority = 0, penalty = 0 }, actor) =>
      connection.write(async () => {
        await requireUnused(name);
        const created = toMilliseconds(actor.at);
        const id = await insert(name, requirePriority(priority), requirePenalty(penalty), created, actor.by);
        return memories.require(id);
      }),

    listMemories: () => connection.ask(async () => (await all.all()).map(memoryOf)),

    getMemory: (id) => connection.ask(() => memories.require(id)),

    memoryRevision: (id) =>
      connection.read(async () => {
        await memories.require(id);
        return (await revisionOf.get(id)) ?? 0;
      }),

    findMemory: (name) =>
      connection.read(async () => {
        const row = await byName.get(name);
        return row && memoryOf(row);
      }),

    changeMemory: (id, change) =>
      connection.write(async () => {
        const { name, priority, penalty, readOnly } = { ...(await memories.require(id)), ...change };
        await requireUnused(name, id);
        await update.run(name, requirePriority(priority), requirePenalty(penalty), Number(readOnly), id);
        return memories.require(id);
      }),

    emptyMemory: (id, limit) =>
      connection.write(async () => {
        requireInteger(limit, 1, MOST_EMPTIED, 'limit');
        await memories.requireWritable(id);
        const last = await lastOf.get(id, limit);
        if (last === undefined || last === null) return 0;
        await countDown.run((await liveTo.get(id, last)) ?? 0, id);
        return removeTo.run(id, last);
      }),

    deleteMemory: (id) =>
      connection.write(async () => {
        await memories.requireWritable(id);
        await remove.run(id);
      }),
  };
}

export function requirePriority(priority: number): number {
  return requireInteger(priority, -HIGHEST_PRIORITY, HIGHEST_PRIORITY, 'priority');
}

export function requirePenalty(penalty: number): number {
  return requireInteger(penalty, 0, HIGHEST_PENALTY, 'penalty');
}

function memoryOf(row: MemoryRow): Memory {
  return {
    id: row.id,
    name: row.name,
    priority: row.priority,
    penalty: row.penalty,
    readOnly: row.read_only === 1,
    createdAt: toInstant(row.created_at),
    unitCount: row.unit_count,
  };
}
