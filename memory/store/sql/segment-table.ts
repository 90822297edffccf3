import { CalqueError } from '../../model/errors.ts';
import type { InlineContent } from '../../model/inline.ts';
import type { Origin, Status } from '../../model/origin.ts';
import type { SegmentId } from '../../model/project.ts';
import type { Actor } from '../store.ts';
import { notFound, versionConflict } from './arguments.ts';
import { contentColumns, toMilliseconds } from './columns.ts';
import type { Connection } from './connection.ts';
import type { EventTable } from './events.ts';
import { SEGMENT_STATE_COLUMNS, type SegmentRow, type SegmentStateRow, segmentOf } from './segment-rows.ts';

/** A target to put in the place of the present one. */
interface NewTarget {
  readonly target: InlineContent;
  readonly origin?: Origin;
  readonly status: Status;
}

/** The rows of segments, inside a transaction of whoever calls. */
export interface SegmentTable {
  /** @throws CalqueError `not-found` */
  require(id: SegmentId): Promise<SegmentRow>;
  /** @throws CalqueError `not-found`, `version-conflict`, `locked` */
  requireForChange(id: SegmentId, version: number): Promise<SegmentRow>;
  /** Moves the present state to the history and puts the target in its place; an equal one makes no version. */
  revise(row: SegmentRow, next: NewTarget, actor: Actor): Promise<void>;
  /** The states before the present one, oldest first. */
  pastStates(id: SegmentId): Promise<readonly SegmentStateRow[]>;
}

/** @param events told of every change */
export function segmentTable(connection: Connection, events: EventTable): SegmentTable {
  const byId = connection.prepare<[number], SegmentRow>('SELECT * FROM segments WHERE id = ?');
  const keepState = connection.prepare<[number]>(
    `INSERT INTO segment_revisions (segment_id, ${SEGMENT_STATE_COLUMNS})
     SELECT id, ${SEGMENT_STATE_COLUMNS} FROM segments WHERE id = ?`,
  );
  const replaceState = connection.prepare<[string, number, string, string, string | null, string | null, number]>(
    `UPDATE segments SET version = version + 1, status = ?, changed_at = ?, changed_by = ?,
       target_text = ?, target_content = ?, origin = ?
     WHERE id = ?`,
  );

  const pastStates = connection.prepare<[number], SegmentStateRow>(
    `SELECT ${SEGMENT_STATE_COLUMNS} FROM segment_revisions WHERE segment_id = ? ORDER BY version`,
  );

  async function require(id: SegmentId): Promise<SegmentRow> {
    const row = await byId.get(id);
    if (row === undefined) throw notFound('segment', id);
    return row;
  }

  return {
    require,

    async requireForChange(id, version) {
      const row = await require(id);
      if (row.version !== version) throw versionConflict('segment', version, segmentOf(row));
      if (row.locked === 1) throw new CalqueError('locked', `Segment ${row.position + 1} is locked.`);
      return row;
    },

    async revise(row, { target, origin, status }, actor) {
      const { text, content } = contentColumns(target);
      const cameToBe = origin === undefined || (text === '' && content === null) ? null : JSON.stringify(origin);
      const same =
        row.status === status && row.target_text === text && row.target_content === content && row.origin === cameToBe;
      if (same) return;
      await keepState.run(row.id);
      await replaceState.run(status, toMilliseconds(actor.at), actor.by, text, content, cameToBe, row.id);
      const { id: segmentId, document_id: documentId } = row;
      await events.add({ kind: 'segment', documentId, segmentId, version: row.version + 1, status }, actor);
    },

    pastStates: (id) => pastStates.all(id),
  };
}
