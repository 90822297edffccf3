import type { BatchStep } from '../../model/batch.ts';
import type { BlockKind } from '../../model/document.ts';
import { CalqueError } from '../../model/errors.ts';
import type { MemoryId, UnitId } from '../../model/unit.ts';
import type { Actor } from '../store.ts';
import { versionConflict } from './arguments.ts';
import type { Connection } from './connection.ts';
import type { DocumentTable } from './document-table.ts';
import { readIncoming } from './incoming.ts';
import type { MemoryTable } from './memories.ts';
import type { OccurrenceTable } from './occurrences.ts';
import { pairKey } from './pair-key.ts';
import type { Places } from './places.ts';
import { changedState, saysTheSame } from './unit-changes.ts';
import { englishOf, frenchOf, type UnitRow } from './unit-rows.ts';
import type { StoreUnits } from './unit-storing.ts';
import type { UnitTable } from './unit-table.ts';

interface Tables {
  readonly memories: MemoryTable;
  readonly units: UnitTable;
  readonly places: Places;
  readonly documents: DocumentTable;
  readonly occurrences: OccurrenceTable;
  readonly storeUnits: StoreUnits;
}

/** Takes one step inside a transaction of whoever calls. @returns the unit with its new version; `undefined` where nothing changed */
export type BatchStepTaker = (
  step: BatchStep,
  memoryId: MemoryId,
  actor: Actor,
) => Promise<{ readonly id: UnitId; readonly version: number } | undefined>;

interface PlaceKeys {
  readonly document_id: number;
  readonly position: number;
  readonly block: BlockKind | null;
  readonly bitext_key: Uint8Array | null;
  readonly project_document_id: number | null;
}

export function batchSteps(connection: Connection, tables: Tables): BatchStepTaker {
  const { memories, units, places, documents, occurrences, storeUnits } = tables;
  const placesOf = connection.prepare<[number], PlaceKeys>(
    `SELECT o.document_id, o.position, o.block, d.bitext_key, d.project_document_id
     FROM occurrences AS o ${connection.dialect.joinInOrder} documents AS d ON d.id = o.document_id WHERE o.unit_id = ?`,
  );

  async function requireVersion(id: UnitId, version: number, memoryId: MemoryId): Promise<UnitRow> {
    const row = await units.requireLive(id);
    if (row.memory_id !== memoryId) {
      throw new CalqueError('not-found', `Memory ${memoryId} has no unit ${id}.`, { where: 'units' });
    }
    if (row.version !== version) throw versionConflict('unit', version, await places.withOccurrences(row));
    return row;
  }

  async function remove(row: UnitRow, actor: Actor) {
    await units.revise(row, row, 'delete', row.version, actor);
    await memories.countUnits(row.memory_id, -1);
    return { id: row.id, version: row.version + 1 };
  }

  async function merge(row: UnitRow, into: UnitId, actor: Actor) {
    const keeper = await units.requireLive(into);
    if (keeper.memory_id !== row.memory_id || keeper.id === row.id) {
      throw new CalqueError('not-found', `Unit ${row.id} cannot be merged into ${into}.`, { where: 'into' });
    }
    await occurrences.merge(row.id, into);
    return remove(row, actor);
  }

  async function change(row: UnitRow, step: Extract<BatchStep, { does: 'change' }>, actor: Actor) {
    const next = changedState(row, step.change);
    if (saysTheSame(row, next)) return undefined;
    const pair = { fr: frenchOf(next), en: englishOf(next) };
    const holder = await units.findPair(row.memory_id, pair, pairKey(pair));
    if (holder !== undefined && holder.id !== row.id) return merge(row, holder.id, actor);
    await units.revise(row, next, 'change', row.version, actor);
    return { id: row.id, version: row.version + 1 };
  }

  async function add({ unit, from }: Extract<BatchStep, { does: 'add' }>, memoryId: MemoryId, actor: Actor) {
    const [incoming] = readIncoming([unit]);
    if (incoming === undefined) return undefined;
    const present = await units.findPair(memoryId, unit, incoming.key);
    const { id, merged } = await storeUnits.one(memoryId, incoming, 'import', actor);
    if (!merged) await memories.countUnits(memoryId, 1);
    for (const { document_id, position, block, bitext_key, project_document_id } of await placesOf.all(from)) {
      const key = bitext_key !== null ? { bitext: Buffer.from(bitext_key) } : projectKey(project_document_id);
      if (key === undefined) continue;
      const provenance = (await documents.require(document_id)).provenance;
      const document = (await documents.find(memoryId, key)) ?? (await documents.add(memoryId, provenance, key, actor));
      if ((await occurrences.unitAt(document, position)) === undefined) {
        await occurrences.put(document, position, { unitId: id, block: block ?? undefined });
      }
    }
    const { version } = await units.requireLive(id);
    return present?.version === version ? undefined : { id, version };
  }

  return async (step, memoryId, actor) => {
    if (step.does === 'add') return add(step, memoryId, actor);
    const row = await requireVersion(step.id, step.version, memoryId);
    if (step.does === 'delete') return remove(row, actor);
    return step.does === 'merge' ? merge(row, step.into, actor) : change(row, step, actor);
  };
}

function projectKey(id: number | null) {
  return id === null ? undefined : { projectDocument: id };
}
