import type { BlockKind } from '../../model/document.ts';
import type { ProjectDocumentId } from '../../model/project.ts';
import type { Provenance } from '../../model/provenance.ts';
import type { DocumentId, MemoryId, NewUnit, UnitId } from '../../model/unit.ts';
import type { Actor } from '../store.ts';
import type { DocumentTable } from './document-table.ts';
import { incomingUnit } from './incoming.ts';
import type { MemoryTable } from './memories.ts';
import type { OccurrenceTable } from './occurrences.ts';
import { type UnitRow, unitState } from './unit-rows.ts';
import type { StoreUnits } from './unit-storing.ts';
import type { UnitTable } from './unit-table.ts';

interface Tables {
  readonly memories: MemoryTable;
  readonly documents: DocumentTable;
  readonly occurrences: OccurrenceTable;
  readonly units: UnitTable;
  readonly storeUnits: StoreUnits;
}

/** The pair of a segment that is being confirmed, on its way into a memory. */
export interface ConfirmedPair {
  readonly memoryId: MemoryId;
  /** The document of the segment, and what is known of it. */
  readonly projectDocument: ProjectDocumentId;
  readonly provenance: Provenance;
  /** Where in it the segment stands, and in what kind of block. */
  readonly position: number;
  readonly block?: BlockKind | undefined;
  readonly unit: NewUnit;
  /** The unit of an earlier confirmation, where no other segment stands on it. */
  readonly earlier?: UnitId | undefined;
}

/** Writes the pair of a confirmed segment, inside a transaction of whoever calls. @returns its unit */
export type StoreConfirmed = (pair: ConfirmedPair, actor: Actor) => Promise<UnitId>;

/**
 * A confirmed pair goes into a memory document that stands for its project document, at the segment's own position, so
 * that confirmed neighbours are each other's context.
 */
export function confirmedPairs({ memories, documents, occurrences, units, storeUnits }: Tables): StoreConfirmed {
  /** The unit that stands on an earlier confirmation of this segment and on nothing else. */
  async function ownUnit(
    { earlier, memoryId, position }: ConfirmedPair,
    documentId: DocumentId,
  ): Promise<UnitRow | undefined> {
    const unit = earlier === undefined ? undefined : await units.find(earlier);
    if (unit === undefined || unit.action === 'delete' || unit.memory_id !== memoryId) return undefined;
    const shared = unit.from_segments === 0 || (await occurrences.standsElsewhere(unit.id, documentId, position));
    return shared ? undefined : unit;
  }

  async function storeOrChange({ unit, memoryId }: ConfirmedPair, own: UnitRow | undefined, actor: Actor) {
    const incoming = incomingUnit(unit);
    if (own !== undefined && (await units.findPair(memoryId, unit, incoming.key)) === undefined) {
      const next = { ...unitState(unit), note: own.note, flagged: own.flagged };
      await units.revise(own, next, 'change', own.version, actor);
      return own.id;
    }
    const stored = await storeUnits.one(memoryId, incoming, 'segment', actor);
    if (!stored.merged) await memories.countUnits(memoryId, 1);
    if (own !== undefined && own.id !== stored.id) {
      // The memory says the new pair already, so nothing says the old one any more.
      await units.revise(own, own, 'delete', own.version, actor);
      await memories.countUnits(memoryId, -1);
    }
    return stored.id;
  }

  return async (pair, actor) => {
    const { memoryId, provenance, position, block, projectDocument } = pair;
    await memories.requireWritable(memoryId);
    const key = { projectDocument };
    const documentId = (await documents.find(memoryId, key)) ?? (await documents.add(memoryId, provenance, key, actor));
    const unitId = await storeOrChange(pair, await ownUnit(pair, documentId), actor);
    await occurrences.put(documentId, position, { unitId, block });
    return unitId;
  };
}
