import type { BatchStep } from '../../model/batch.ts';
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
import type { StoreUnit } from './unit-storing.ts';
import type { UnitTable } from './unit-table.ts';

interface Tables {
  readonly memories: MemoryTable;
  readonly units: UnitTable;
  readonly places: Places;
  readonly documents: DocumentTable;
  readonly occurrences: OccurrenceTable;
  readonly storeUnit: StoreUnit;
}

/** Takes one step inside a transaction of whoever calls. @returns the unit with its new version; `undefined` where nothing changed */
export type BatchStepTaker = (
  step: BatchStep,
  memoryId: MemoryId,
  actor: Actor,
) => { readonly id: UnitId; readonly version: number } | undefined;

interface PlaceKeys {
  readonly document_id: number;
  readonly position: number;
  readonly bitext_key: Buffer | null;
  readonly project_document_id: number | null;
}

export function batchSteps(connection: Connection, tables: Tables): BatchStepTaker {
  const { memories, units, places, documents, occurrences, storeUnit } = tables;
  const placesOf = connection.prepare<[number], PlaceKeys>(
    `SELECT o.document_id, o.position, d.bitext_key, d.project_document_id
     FROM occurrences AS o CROSS JOIN documents AS d ON d.id = o.document_id WHERE o.unit_id = ?`,
  );

  function requireVersion(id: UnitId, version: number, memoryId: MemoryId): UnitRow {
    const row = units.requireLive(id);
    if (row.memory_id !== memoryId) {
      throw new CalqueError('not-found', `Memory ${memoryId} has no unit ${id}.`, { where: 'units' });
    }
    if (row.version !== version) throw versionConflict('unit', version, places.withOccurrences(row));
    return row;
  }

  function remove(row: UnitRow, actor: Actor) {
    units.revise(row, row, 'delete', row.version, actor);
    memories.countUnits(row.memory_id, -1);
    return { id: row.id, version: row.version + 1 };
  }

  function merge(row: UnitRow, into: UnitId, actor: Actor) {
    const keeper = units.requireLive(into);
    if (keeper.memory_id !== row.memory_id || keeper.id === row.id) {
      throw new CalqueError('not-found', `Unit ${row.id} cannot be merged into ${into}.`, { where: 'into' });
    }
    occurrences.merge(row.id, into);
    return remove(row, actor);
  }

  function change(row: UnitRow, step: Extract<BatchStep, { does: 'change' }>, actor: Actor) {
    const next = changedState(row, step.change);
    if (saysTheSame(row, next)) return undefined;
    const pair = { fr: frenchOf(next), en: englishOf(next) };
    const holder = units.findPair(row.memory_id, pair, pairKey(pair));
    if (holder !== undefined && holder.id !== row.id) return merge(row, holder.id, actor);
    units.revise(row, next, 'change', row.version, actor);
    return { id: row.id, version: row.version + 1 };
  }

  function add({ unit, from }: Extract<BatchStep, { does: 'add' }>, memoryId: MemoryId, actor: Actor) {
    const [incoming] = readIncoming([unit]);
    if (incoming === undefined) return undefined;
    const present = units.findPair(memoryId, unit, incoming.key);
    const { id, merged } = storeUnit(memoryId, incoming, 'import', actor);
    if (!merged) memories.countUnits(memoryId, 1);
    for (const { document_id, position, bitext_key, project_document_id } of placesOf.all(from)) {
      const key = bitext_key !== null ? { bitext: bitext_key } : projectKey(project_document_id);
      if (key === undefined) continue;
      const provenance = documents.require(document_id).provenance;
      const document = documents.find(memoryId, key) ?? documents.add(memoryId, provenance, key, actor);
      if (occurrences.unitAt(document, position) === undefined) occurrences.put(document, position, id);
    }
    const { version } = units.requireLive(id);
    return present?.version === version ? undefined : { id, version };
  }

  return (step, memoryId, actor) => {
    if (step.does === 'add') return add(step, memoryId, actor);
    const row = requireVersion(step.id, step.version, memoryId);
    if (step.does === 'delete') return remove(row, actor);
    return step.does === 'merge' ? merge(row, step.into, actor) : change(row, step, actor);
  };
}

function projectKey(id: number | null) {
  return id === null ? undefined : { projectDocument: id };
}
