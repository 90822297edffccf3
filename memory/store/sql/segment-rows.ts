import type { BlockKind } from '../../model/document.ts';
import type { Origin, Status } from '../../model/origin.ts';
import type { Segment, SegmentRevision } from '../../model/project.ts';
import { contentOf, toInstant } from './columns.ts';

/** The columns that a segment and each state it once had share. */
export interface SegmentStateRow {
  readonly version: number;
  readonly status: Status;
  readonly changed_at: number;
  readonly changed_by: string;
  readonly target_text: string;
  readonly target_content: string | null;
  readonly origin: string | null;
}

export interface SegmentRow extends SegmentStateRow {
  readonly id: number;
  readonly document_id: number;
  readonly position: number;
  readonly paragraph: number;
  readonly before: string;
  readonly after: string;
  readonly source_text: string;
  readonly source_content: string | null;
  readonly locked: number;
  readonly unit_id: number | null;
  readonly file_segment: string | null;
  readonly block: BlockKind | null;
}

/** The names of {@link SegmentStateRow}, for the statement that moves a state to the history. */
export const SEGMENT_STATE_COLUMNS = 'version, status, changed_at, changed_by, target_text, target_content, origin';

export function segmentOf(row: SegmentRow): Segment {
  return {
    id: row.id,
    documentId: row.document_id,
    position: row.position,
    paragraph: row.paragraph,
    before: row.before,
    after: row.after,
    source: contentOf(row.source_text, row.source_content),
    target: contentOf(row.target_text, row.target_content),
    status: row.status,
    locked: row.locked === 1,
    ...(row.origin !== null && { origin: JSON.parse(row.origin) as Origin }),
    version: row.version,
    ...(row.unit_id !== null && { unitId: row.unit_id }),
    ...(row.block !== null && { block: row.block }),
    ...(row.file_segment !== null && { fileSegment: row.file_segment }),
    changedAt: toInstant(row.changed_at),
    changedBy: row.changed_by,
  };
}

export function segmentRevisionOf(row: SegmentStateRow): SegmentRevision {
  return {
    version: row.version,
    target: contentOf(row.target_text, row.target_content),
    status: row.status,
    ...(row.origin !== null && { origin: JSON.parse(row.origin) as Origin }),
    at: toInstant(row.changed_at),
    by: row.changed_by,
  };
}
