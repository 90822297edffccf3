import { CalqueError } from '../../model/errors.ts';
import { contentText } from '../../model/inline.ts';
import { type LanguageTag, languageOf } from '../../model/language.ts';
import type { SegmentChange } from '../../model/project.ts';
import type { NewUnit, UnitId } from '../../model/unit.ts';
import type { Actor, Store } from '../store.ts';
import { contentOf } from './columns.ts';
import type { Connection } from './connection.ts';
import type { MemoryTable } from './memories.ts';
import { type SegmentRow, segmentOf } from './segment-rows.ts';
import type { SegmentTable } from './segment-table.ts';
import type { UnitKeeping } from './unit-keeping.ts';

interface Tables {
  readonly memories: MemoryTable;
  readonly segments: SegmentTable;
  readonly keeping: UnitKeeping;
}

/** What a project says of one of its documents: its languages, and the memory that confirmed segments go to. */
interface PlanRow {
  readonly name: string;
  readonly provenance: string;
  readonly source_language: LanguageTag;
  readonly target_language: LanguageTag;
  readonly memory_id: number | null;
}

/** Confirming a segment writes its pair into the project's memory. */
export function confirmationMethods(connection: Connection, tables: Tables): Pick<Store, 'confirmSegment'> {
  const { memories, segments, keeping } = tables;
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
    const isShared = row.unit_id !== null && (await otherSegment.get(row.unit_id, row.id)) !== undefined;
    return keeping.storeConfirmed(
      {
        memoryId,
        projectDocument: row.document_id,
        provenance: { title: plan.name, ...JSON.parse(plan.provenance) },
        position: row.position,
        block: row.block ?? undefined,
        unit: newUnit(row, plan, change),
        earlier: isShared ? undefined : (row.unit_id ?? undefined),
      },
      actor,
    );
  }

  /** A suggestion is used once by a segment, however often this is confirmed anew. */
  async function countUse(row: SegmentRow, { origin }: SegmentChange, { at }: Actor): Promise<void> {
    if (row.unit_id !== null || origin.kind !== 'match' || origin.unitId === undefined) return;
    await keeping.countUse(origin.unitId, at);
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
