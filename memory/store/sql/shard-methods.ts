import type { BatchId } from '../../model/batch.ts';
import type { Memory, UnitId } from '../../model/unit.ts';
import type { Actor, Store } from '../store.ts';
import type { NewBatch } from '../unit-management.ts';
import { toMilliseconds } from './columns.ts';
import type { ConfirmedPair } from './confirmed-pairs.ts';
import type { Connection } from './connection.ts';
import type { UnitKeeping } from './unit-keeping.ts';

/** What a store is asked besides, where it is one of several that keep the units of an installation. */
interface ShardMethods {
  /** Has a memory, of which another database knows all else, be there for units to belong to, or be called so. */
  takeMemory(memory: Memory): Promise<void>;
  /** Writes the pair of a segment that is being confirmed. */
  storeConfirmed(pair: ConfirmedPair, actor: Actor): Promise<UnitId>;
  /** Begins a batch that has its number from another database, unless it is there. */
  takeBatch(id: BatchId, batch: NewBatch, actor: Actor): Promise<void>;
}

export interface ShardStore extends Store, ShardMethods {}

export function shardMethods(connection: Connection, { storeConfirmed }: UnitKeeping): ShardMethods {
  const memory = connection.prepare<[number, string, number, number]>(
    `INSERT INTO memories (id, name, priority, penalty, read_only, created_at, created_by) VALUES (?, ?, 0, 0, ?, ?, '')
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, read_only = excluded.read_only`,
  );
  const giveUpName = connection.prepare<[number, string, number]>(
    "UPDATE memories SET name = 'memory ' || CAST(? AS TEXT) WHERE name = ? AND id <> ?",
  );
  const batch = connection.prepare<[number, number, string, string, number, string]>(
    `INSERT INTO unit_batches (id, memory_id, kind, about, created_at, created_by) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );

  return {
    takeMemory: ({ id, name, readOnly, createdAt }) =>
      connection.write(async () => {
        // Another one was called so before.
        await giveUpName.run(id, name, id);
        await memory.run(id, name, Number(readOnly), toMilliseconds(createdAt));
      }),

    storeConfirmed: (pair, actor) => connection.write(() => storeConfirmed(pair, actor)),

    takeBatch: (id, { memoryId, kind, about }, { at, by }) =>
      connection.write(async () => {
        await batch.run(id, memoryId, kind, JSON.stringify(about), toMilliseconds(at), by);
      }),
  };
}
