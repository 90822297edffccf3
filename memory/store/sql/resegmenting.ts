import { CalqueError } from '../../model/errors.ts';
import type { ProjectId, SegmentationChoice, SegmentPart } from '../../model/project.ts';
import type { Actor, Store } from '../store.ts';
import { contentColumns, toMilliseconds } from './columns.ts';
import type { Connection } from './connection.ts';
import type { EventTable } from './events.ts';
import { inOrder } from './in-order.ts';
import { SEGMENT_STATE_COLUMNS, type SegmentRow, segmentOf } from './segment-rows.ts';
import type { SegmentTable } from './segment-table.ts';
import { shiftOf } from './shift.ts';
import type { UnitKeeping } from './unit-keeping.ts';

interface ChoiceRow {
  readonly first: string;
  readonly gap: string;
  readonly second: string;
  readonly breaks: number;
}

/** Splitting and joining segments by hand, and what was decided about it. */
export function resegmentingMethods(
  connection: Connection,
  segments: SegmentTable,
  events: EventTable,
  keeping: Pick<UnitKeeping, 'moveAlong'>,
): Pick<Store, 'resegment' | 'segmentationChoices'> {
  const keepState = connection.prepare<[number]>(
    `INSERT INTO segment_revisions (segment_id, ${SEGMENT_STATE_COLUMNS})
     SELECT id, ${SEGMENT_STATE_COLUMNS} FROM segments WHERE id = ?`,
  );
  const rewrite = connection.prepare<(string | number | null)[]>(
    `UPDATE segments SET version = version + 1, status = ?, origin = ?, words = ?, after = ?, source_text = ?,
       source_content = ?, target_text = ?, target_content = ?, changed_at = ?, changed_by = ?
     WHERE id = ?`,
  );
  const insert = connection.prepare<(string | number | null)[]>(
    `INSERT INTO segments (document_id, position, version, status, origin, locked, words, paragraph, before, after,
       source_text, source_content, target_text, target_content, changed_at, changed_by, block)
     VALUES (?, ?, 1, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const keepComments = connection.prepare<[number, number]>(
    'UPDATE segment_comments SET segment_id = ? WHERE segment_id = ?',
  );
  const remove = connection.prepare<[number]>('DELETE FROM segments WHERE id = ?');
  const shift = shiftOf(connection, 'segments', 'document_id = ?');
  const at = connection.prepare<[number, number], SegmentRow>(
    'SELECT * FROM segments WHERE document_id = ? AND position = ?',
  );
  const projectOf = connection.prepare<[number], { readonly project_id: number }>(
    'SELECT project_id FROM project_documents WHERE id = ?',
  );
  const choiceFor = connection.prepare<[number, string, string], ChoiceRow>(
    'SELECT * FROM segmentation_choices WHERE project_id = ? AND first = ? AND second = ?',
  );
  const forget = connection.prepare<[number, string, string]>(
    'DELETE FROM segmentation_choices WHERE project_id = ? AND first = ? AND second = ?',
  );
  const remember = connection.prepare<[number, string, string, string, number]>(
    'INSERT INTO segmentation_choices (project_id, first, gap, second, breaks) VALUES (?, ?, ?, ?, ?)',
  );
  const choicesOf = connection.prepare<[number], ChoiceRow>(
    'SELECT * FROM segmentation_choices WHERE project_id = ? ORDER BY id',
  );

  /** A choice takes the contrary one back: what was split and is joined again is as the rules have it. */
  async function decide(projectId: ProjectId, { first, gap, second, breaks }: SegmentationChoice): Promise<void> {
    const before = await choiceFor.get(projectId, first, second);
    await forget.run(projectId, first, second);
    if (before === undefined || (before.breaks === 1) === breaks) {
      await remember.run(projectId, first, gap, second, Number(breaks));
    }
  }

  function columnsOf({ source, target, origin }: SegmentPart) {
    const from = contentColumns(source);
    const to = contentColumns(target);
    const translated = to.text !== '' || to.content !== null;
    return {
      state: [translated ? 'draft' : 'untranslated', translated && origin ? JSON.stringify(origin) : null] as const,
      texts: [from.text, from.content, to.text, to.content] as const,
    };
  }

  async function replace(rows: readonly SegmentRow[], parts: readonly SegmentPart[], actor: Actor): Promise<void> {
    const [first] = rows;
    const [head, ...others] = parts;
    const last = rows.at(-1);
    if (first === undefined || last === undefined || head === undefined) return;
    const changed = [toMilliseconds(actor.at), actor.by] as const;
    for (const { id } of rows.slice(1)) {
      await keepComments.run(first.id, id);
      await remove.run(id);
    }
    const by = parts.length - rows.length;
    await shift(first.document_id, by, last.position);
    const { state, texts } = columnsOf(head);
    await keepState.run(first.id);
    await rewrite.run(...state, head.words, others.length === 0 ? last.after : '', ...texts, ...changed, first.id);
    for (const [index, part] of others.entries()) {
      const columns = columnsOf(part);
      const after = index === others.length - 1 ? last.after : '';
      const place = [first.document_id, first.position + index + 1] as const;
      await insert.run(
        ...place,
        ...columns.state,
        part.words,
        first.paragraph,
        part.before,
        after,
        ...columns.texts,
        ...changed,
        first.block,
      );
    }
    // What was confirmed of a segment that is gone stays in the memory, and stands in the document no more.
    await keeping.moveAlong({
      ...{ projectDocument: first.document_id, by },
      ...{ first: first.position, last: last.position },
    });
  }

  return {
    resegment: (given, parts, choice, actor) =>
      connection.write(async () => {
        const rows = await inOrder(given, ({ id, version }) => segments.requireForChange(id, version));
        const [first] = rows;
        if (first === undefined) return [];
        const inRow = rows.every(
          (row, place) => row.document_id === first.document_id && row.position === first.position + place,
        );
        if (!inRow) throw new CalqueError('impossible-step', 'The segments do not follow each other.');
        if (rows.some((row) => row.file_segment !== null)) {
          const message = 'The segments of a file that is given back are those of the file.';
          throw new CalqueError('impossible-step', message);
        }
        await replace(rows, parts, actor);
        const now = await segments.require(first.id);
        const { version, status } = now;
        await events.add({ kind: 'segment', documentId: now.document_id, segmentId: now.id, version, status }, actor);
        await decide((await projectOf.get(first.document_id))?.project_id ?? 0, choice);
        const written = await inOrder(parts, (_, place) => at.get(first.document_id, first.position + place));
        return written.flatMap((row) => (row === undefined ? [] : [segmentOf(row)]));
      }),

    segmentationChoices: (projectId) =>
      connection.read(async () =>
        (await choicesOf.all(projectId)).map(({ first, gap, second, breaks }) => ({
          first,
          gap,
          second,
          breaks: breaks === 1,
        })),
      ),
  };
}
