import { CalqueError } from '../../model/errors.ts';
import { contentText } from '../../model/inline.ts';
import { type LanguageTag, languageOf } from '../../model/language.ts';
import type { SegmentChange } from '../../model/project.ts';
import type { Provenance } from '../../model/provenance.ts';
import type { DocumentId, MemoryId, NewUnit, UnitId } from '../../model/unit.ts';
import type { Actor, Store } from '../store.ts';
import { contentOf } from './columns.ts';
import type { Connection } from './connection.ts';
import type { DocumentTable } from './document-table.ts';
import { incomingUnit } from './incoming.ts';
import type { MemoryTable } from './memories.ts';
import type { OccurrenceTable } from './occurrences.ts';
import { type SegmentRow, segmentOf } from './segment-rows.ts';
import type { SegmentTable } from './segment-table.ts';
import { type UnitRow, unitState } from './unit-rows.ts';
import type { StoreUnits } from './unit-storing.ts';
import type { UnitTable } from './unit-table.ts';

interface Tables {
  readonly memories: MemoryTable;
  readonly documents: DocumentTable;
  readonly occurrences: OccurrenceTable;
  readonly units: UnitTable;
  readonly segments: SegmentTable;
  readonly storeUnits: StoreUnits;
}

/** What a project says of one of its documents: its languages, and the memory that confirmed segments go to. */
interface PlanRow {
  readonly name: string;
  readonly provenance: string;
  readonly source_language: LanguageTag;
  readonly target_language: LanguageTag;
  readonly memory_id: number | null;
}

/**
 * Confirming a segment writes its pair into a memory document that stands for its project document, at the segment's
 * own position, so that confirmed neighbours are each other's context.
 */
export function confirmationMethods(connection: Connection, tables: Tables): Pick<Store, 'confirmSegment'> {
  const { memories, documents, occurrences, units, segments, storeUnits } = tables;
  const planOf = connection.prepare<[number], PlanRow>(
    `SELECT d.name, d.provenance, p.source_language, p.target_language, (
       SELECT memory_id FROM project_memories WHERE project_id = p.id AND writable = 1 ORDER BY place LIMIT 1
     ) AS memory_id
     FROM project_documents AS d JOIN projects AS p ON p.id = d.project_id WHERE d.id = ?`,
  );
  const pointTo = connection.prepare<[number | null, number]>('UPDATE segments SET unit_id = ? WHERE id = ?');
  const otherSegment = connection.prepare<[number, number]>(
    'SELECT 1 FROM segments WHERE unit_id = ? AND id <> ? LIMIT 1',
  );

  /** Writes the pair and gives its unit; `undefined` where the project writes no memory or the source has no words. */
  async function writeUnit(row: SegmentRow, change: SegmentChange, actor: Actor): Promise<UnitId | undefined> {
    const plan = await planOf.get(row.document_id);
    const memoryId = plan?.memory_id ?? undefined;
    if (plan === undefined || memoryId === undefined || row.source_text.trim() === '') return undefined;
    await memories.requireWritable(memoryId);
    const key = { projectDocument: row.document_id };
    const provenance: Provenance = { title: plan.name, ...JSON.parse(plan.provenance) };
    const documentId = (await documents.find(memoryId, key)) ?? (await documents.add(memoryId, provenance, key, actor));
    const own = await ownUnit(row, memoryId, documentId);
    const unitId = await storeOrChange(newUnit(row, plan, change), memoryId, own, actor);
    await occurrences.put(documentId, row.position, { unitId, block: row.block ?? undefined });
    return unitId;
  }

  /** The unit that stands on an earlier confirmation of this segment and on nothing else. */
  async function ownUnit(row: SegmentRow, memoryId: MemoryId, documentId: DocumentId): Promise<UnitRow | undefined> {
    const unit = row.unit_id === null ? undefined : await units.find(row.unit_id);
    if (unit === undefined || unit.action === 'delete' || unit.memory_id !== memoryId) return undefined;
    const shared =
      unit.from_segments === 0 ||
      (await occurrences.standsElsewhere(unit.id, documentId, row.position)) ||
      (await otherSegment.get(unit.id, row.id)) !== undefined;
    return shared ? undefined : unit;
  }

  async function storeOrChange(
    unit: NewUnit,
    memoryId: MemoryId,
    own: UnitRow | undefined,
    actor: Actor,
  ): Promise<UnitId> {
    const incoming = incomingUnit(unit);
    if (own !== undefined && (await units.findPair(memoryId, unit, incoming.key)) === undefined) {
      await units.revise(
        own,
        { ...unitState(unit), note: own.note, flagged: own.flagged },
        'change',
        own.version,
        actor,
      );
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

  /** A suggestion is used once by a segment, however often this is confirmed anew. */
  async function countUse(row: SegmentRow, { origin }: SegmentChange, { at }: Actor): Promise<void> {
    if (row.unit_id !== null || origin.kind !== 'match' || origin.unitId === undefined) return;
    await units.countUse(origin.unitId, at);
  }

  return {
    confirmSegment: (id, version, change, actor) =>
      connection.write(async () => {
        const row = await segments.requireForChange(id, version);
        if (row.source_text.trim() !== '' && contentText(change.target).trim() === '') {
          const message = `Segment ${row.position + 1} has no translation to confirm.`;
          throw new CalqueError('empty-text', message, { where: 'target' });
        }
        await segments.revise(row, { ...change, status: 'confirmed' }, actor);
        await countUse(row, change, actor);
        const unitId = await writeUnit(row, change, actor);
        await pointTo.run(unitId ?? null, id);
        const segment = segmentOf(await segments.require(id));
        return unitId === undefined ? { segment } : { segment, unitId };
      }),
  };
}

function newUnit(row: SegmentRow, plan: PlanRow, change: SegmentChange): NewUnit {
  const source = { language: plan.source_language, content: contentOf(row.source_text, row.source_content) };
  const target = { language: plan.target_language, content: change.target };
  const sourceLanguage = languageOf(plan.source_language);
  const sides = sourceLanguage === 'fr' ? { fr: source, en: target } : { fr: target, en: source };
  return { ...sides, originalLanguage: sourceLanguage, origin: change.origin, status: 'confirmed' };
}
