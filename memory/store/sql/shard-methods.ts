import type { BatchId } from '../../model/batch.ts';
import type { DocumentId, Memory, UnitId } from '../../model/unit.ts';
import type { Actor, Store } from '../store.ts';
import type { NewBatch } from '../unit-management.ts';
import { toMilliseconds } from './columns.ts';
import type { ConfirmedPair } from './confirmed-pairs.ts';
import type { Connection } from './connection.ts';
import type { Resegmented, UnitKeeping } from './unit-keeping.ts';

interface Named {
  readonly units: readonly UnitId[];
  readonly documents: readonly DocumentId[];
}

/** What a store is asked besides, where it is one of several that keep the units of an installation. */
interface ShardMethods {
  /** Has a memory, of which another database knows all else, be there for units to belong to, or be called so. */
  takeMemory(memory: Memory): Promise<void>;
  /** Writes the pair of a segment that is being confirmed. */
  storeConfirmed(pair: ConfirmedPair, actor: Actor): Promise<UnitId>;
  /** Has units move along with the segments of a document. */
  moveAlong(resegmented: Resegmented): Promise<void>;
  /** What is named that other databases keep, or have kept: the units of segments, the documents of reviews. */
  namedElsewhere(): Promise<Named>;
  /** Those of them that are not there. */
  notThere(named: Named): Promise<Named>;
  /** Names them no more. */
  forgetNamed(named: Named): Promise<void>;
  /** Begins a batch that has its number from another database, unless it is there. */
  takeBatch(id: BatchId, batch: NewBatch, actor: Actor): Promise<void>;
}

export interface ShardStore extends Store, ShardMethods {}

export function shardMethods(
  connection: Connection,
  { storeConfirmed, moveAlong }: Pick<UnitKeeping, 'storeConfirmed' | 'moveAlong'>,
): ShardMethods {
  const { wantedNumbers, list } = connection.dialect;
  const named = {
    units: connection.prepare<[], number>('SELECT DISTINCT unit_id FROM segments WHERE unit_id IS NOT NULL').pluck(),
    documents: connection
      .prepare<[], number>('SELECT DISTINCT document_id FROM reviews WHERE document_id IS NOT NULL')
      .pluck(),
  };
  const notThere = (table: 'units' | 'documents') =>
    connection
      .prepare<[string], number>(
        `SELECT wanted.value FROM ${wantedNumbers} WHERE NOT EXISTS (SELECT 1 FROM ${table} WHERE id = wanted.value)`,
      )
      .pluck();
  const gone = { units: notThere('units'), documents: notThere('documents') };
  const forget = (table: 'segments' | 'reviews', column: string) =>
    connection.prepare<[string]>(
      `UPDATE ${table} SET ${column} = NULL WHERE ${column} IN (SELECT wanted.value FROM ${wantedNumbers})`,
    );
  const forgetUnits = forget('segments', 'unit_id');
  const forgetDocuments = forget('reviews', 'document_id');
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

    moveAlong: (resegmented) => connection.write(() => moveAlong(resegmented)),

    namedElsewhere: () =>
      connection.read(async () => ({ units: await named.units.all(), documents: await named.documents.all() })),

    notThere: ({ units, documents }) =>
      connection.read(async () => ({
        units: await gone.units.all(list(units)),
        documents: await gone.documents.all(list(documents)),
      })),

    forgetNamed: ({ units, documents }) =>
      connection.write(async () => {
        await forgetUnits.run(list(units));
        await forgetDocuments.run(list(documents));
      }),

    takeBatch: (id, { memoryId, kind, about }, { at, by }) =>
      connection.write(async () => {
        await batch.run(id, memoryId, kind, JSON.stringify(about), toMilliseconds(at), by);
      }),
  };
}
