import { CalqueError } from '../../model/errors.ts';
import type { Memory, MemoryId } from '../../model/unit.ts';
import type { Store } from '../store.ts';
import { notFound, requireInteger, requireName } from './arguments.ts';
import { toInstant, toMilliseconds } from './columns.ts';
import type { Connection } from './connection.ts';

type MemoryMethods = Pick<
  Store,
  'createMemory' | 'listMemories' | 'getMemory' | 'memoryRevision' | 'findMemory' | 'changeMemory' | 'deleteMemory'
>;

/** What the other tables ask of memories, inside a transaction of theirs. */
export interface MemoryTable {
  /** @throws CalqueError `not-found` */
  require(id: MemoryId): Memory;
  /** @throws CalqueError `not-found`, `read-only-memory` */
  requireWritable(id: MemoryId): void;
  countUnits(id: MemoryId, difference: number): void;
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

export function memoryTable(connection: Connection): MemoryTable {
  const byId = connection.prepare<[number], MemoryRow>('SELECT * FROM memories WHERE id = ?');
  const count = connection.prepare<[number, number]>('UPDATE memories SET unit_count = unit_count + ? WHERE id = ?');

  function require(id: MemoryId): Memory {
    const row = byId.get(id);
    if (row === undefined) throw notFound('memory', id);
    return memoryOf(row);
  }

  return {
    require,
    requireWritable(id) {
      const memory = require(id);
      if (memory.readOnly) throw new CalqueError('read-only-memory', `The memory “${memory.name}” is read-only.`);
    },
    countUnits(id, difference) {
      if (difference !== 0) count.run(difference, id);
    },
  };
}

export function memoryMethods(connection: Connection, memories: MemoryTable): MemoryMethods {
  const insert = connection.prepare<[string, number, number, number, string]>(
    'INSERT INTO memories (name, priority, penalty, created_at, created_by) VALUES (?, ?, ?, ?, ?)',
  );
  const all = connection.prepare<[], MemoryRow>('SELECT * FROM memories ORDER BY priority DESC, name, id');
  const revisionOf = connection.prepare<[number], number>('SELECT revision FROM memories WHERE id = ?').pluck();
  const byName = connection.prepare<[string], MemoryRow>('SELECT * FROM memories WHERE name = ?');
  const update = connection.prepare<[string, number, number, number, number]>(
    'UPDATE memories SET name = ?, priority = ?, penalty = ?, read_only = ? WHERE id = ?',
  );
  const remove = connection.prepare<[number]>('DELETE FROM memories WHERE id = ?');

  function requireUnused(name: string, by?: MemoryId): void {
    const holder = byName.get(requireName(name));
    if (holder === undefined || holder.id === by) return;
    throw new CalqueError('already-exists', `There is a memory named “${name}” already.`, { where: 'name' });
  }

  return {
    createMemory: ({ name, priority = 0, penalty = 0 }, actor) =>
      connection.write(() => {
        requireUnused(name);
        const created = toMilliseconds(actor.at);
        const added = insert.run(name, requirePriority(priority), requirePenalty(penalty), created, actor.by);
        return memories.require(Number(added.lastInsertRowid));
      }),

    listMemories: () => connection.read(() => all.all().map(memoryOf)),

    getMemory: (id) => connection.read(() => memories.require(id)),

    memoryRevision: (id) =>
      connection.read(() => {
        memories.require(id);
        return revisionOf.get(id) ?? 0;
      }),

    findMemory: (name) =>
      connection.read(() => {
        const row = byName.get(name);
        return row && memoryOf(row);
      }),

    changeMemory: (id, change) =>
      connection.write(() => {
        const { name, priority, penalty, readOnly } = { ...memories.require(id), ...change };
        requireUnused(name, id);
        update.run(name, requirePriority(priority), requirePenalty(penalty), Number(readOnly), id);
        return memories.require(id);
      }),

    deleteMemory: (id) =>
      connection.write(() => {
        memories.requireWritable(id);
        remove.run(id);
      }),
  };
}

function requirePriority(priority: number): number {
  return requireInteger(priority, -HIGHEST_PRIORITY, HIGHEST_PRIORITY, 'priority');
}

function requirePenalty(penalty: number): number {
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
