import type { EarlierDecision } from '../../model/review.ts';
import type { DocumentId } from '../../model/unit.ts';
import type { UpdatedDocument } from '../bitext-store.ts';
import type { Actor, ReviewedDocument, ReviewedUnit, StoredVersion } from '../store.ts';
import { versionConflict } from './arguments.ts';
import type { Connection } from './connection.ts';
import type { DecidedPairTable } from './decided-pairs.ts';
import type { DocumentTable } from './document-table.ts';
import { inOrder } from './in-order.ts';
import { type IncomingUnit, readIncoming } from './incoming.ts';
import type { MemoryTable } from './memories.ts';
import type { OccurrenceTable, StandingUnit } from './occurrences.ts';
import { bitextKey } from './pair-key.ts';
import type { Places } from './places.ts';
import { type UnitRow, unitState } from './unit-rows.ts';
import type { StoreUnits } from './unit-storing.ts';
import type { UnitTable } from './unit-table.ts';

interface Tables {
  readonly memories: MemoryTable;
  readonly documents: DocumentTable;
  readonly decidedPairs: DecidedPairTable;
  readonly occurrences: OccurrenceTable;
  readonly units: UnitTable;
  readonly places: Places;
  readonly storeUnits: StoreUnits;
}

/** Stores what a review leaves in the memory, inside a transaction of whoever calls. */
export type StoreReviewed = (document: ReviewedDocument, actor: Actor) => Promise<UpdatedDocument>;

export function reviewedDocuments(connection: Connection, tables: Tables): StoreReviewed {
  const { memories, documents, decidedPairs, occurrences, units, places, storeUnits } = tables;
  const inAnother = connection.prepare<[number, number], { readonly one: 1 }>(
    'SELECT 1 AS one FROM occurrences WHERE unit_id = ? AND document_id <> ? LIMIT 1',
  );

  async function requireVersion({ id, version }: StoredVersion): Promise<UnitRow> {
    const row = await units.requireLive(id);
    if (row.version !== version) throw versionConflict('unit', version, await places.withOccurrences(row));
    return row;
  }

  async function documentFor(
    { memoryId, documentId, provenance }: ReviewedDocument,
    keys: readonly Buffer[],
    actor: Actor,
  ) {
    const bitext = bitextKey(provenance, keys);
    const known = documentId ?? (await documents.find(memoryId, { bitext }));
    if (known === undefined) return documents.add(memoryId, provenance, { bitext }, actor);
    await documents.replaceProvenance(known, provenance);
    return known;
  }

  /** Has a stored unit say the pair; `undefined` where it must not, as another document says it with it. */
  async function change(stored: StoredVersion, { unit, key }: IncomingUnit, documentId: DocumentId, actor: Actor) {
    const row = await requireVersion(stored);
    const holder = await units.findPair(row.memory_id, unit, key);
    if (holder !== undefined || (await inAnother.get(row.id, documentId)) !== undefined) return undefined;
    await units.revise(row, { ...unitState(unit), note: row.note, flagged: row.flagged }, 'change', row.version, actor);
    return row.id;
  }

  async function remove(stored: StoredVersion, documentId: DocumentId, actor: Actor): Promise<boolean> {
    const row = await requireVersion(stored);
    if ((await inAnother.get(row.id, documentId)) !== undefined) return false;
    await units.revise(row, row, 'delete', row.version, actor);
    return true;
  }

  return async (given, actor) => {
    const { memoryId, units: reviewed, deleted, refused } = given;
    await memories.requireWritable(memoryId);
    const incoming = incomingOf(reviewed);
    const keys = [...incoming.values()].map(({ key }) => key);
    const documentId = await documentFor(given, keys, actor);
    const counts = { added: 0, merged: 0, changed: 0 };
    const decisions: EarlierDecision[] = [...refused];
    const stand = async (one: ReviewedUnit): Promise<StandingUnit[]> => {
      const { block } = one;
      const pair = incoming.get(one);
      if (pair === undefined) {
        return one.stored === undefined ? [] : [{ unitId: (await units.requireLive(one.stored.id)).id, block }];
      }
      const changed = one.stored && (await change(one.stored, pair, documentId, actor));
      if (changed !== undefined) {
        counts.changed += 1;
        return [{ unitId: changed, block }];
      }
      const { id, merged } = await storeUnits.one(memoryId, pair, 'import', actor);
      counts[merged ? 'merged' : 'added'] += 1;
      return [{ unitId: id, block }];
    };
    const standing = (
      await inOrder(reviewed, async (one) => {
        const placed = await stand(one);
        const { printed } = one;
        if (printed !== undefined) decisions.push(...placed.map(({ unitId }) => ({ ...printed, unitId })));
        return placed;
      })
    ).flat();
    const removals = await inOrder(deleted, (one) => remove(one, documentId, actor));
    const removed = removals.filter(Boolean).length;
    await memories.countUnits(memoryId, counts.added - removed);
    await occurrences.replace(documentId, standing);
    await decidedPairs.replace(documentId, decisions);
    await documents.markBrought(documentId, actor.at);
    return { documentId, ...counts, deleted: removed, unitIds: standing.map(({ unitId }) => unitId) };
  };
}

/** The pairs that are given, with their keys. @throws CalqueError `empty-text` */
function incomingOf(reviewed: readonly ReviewedUnit[]): ReadonlyMap<ReviewedUnit, IncomingUnit> {
  const given = reviewed.flatMap((one) => (one.unit === undefined ? [] : [{ one, unit: one.unit }]));
  const incoming = readIncoming(given.map(({ unit }) => unit));
  return new Map(
    given.flatMap(({ one }, place) => {
      const pair = incoming[place];
      return pair === undefined ? [] : [[one, pair] as const];
    }),
  );
}
