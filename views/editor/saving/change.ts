import type { InlineContent } from '../../../memory/model/inline.ts';
import type { Status } from '../../../memory/model/origin.ts';
import type { Segment, SegmentId } from '../../../memory/model/project.ts';
import { type Source, sameContent, statusOfDraft } from '../state/row.ts';

/** A change made here that the server is to be told of, as it is kept until the server has taken it. */
export interface Change {
  /** Unique over all tabs; changes of one tab sort in the order they were made. */
  readonly key: string;
  /** The page that made it, or took it over. */
  readonly tab: string;
  readonly segmentId: SegmentId;
  readonly kind: 'save' | 'confirm' | 'unconfirm';
  readonly target: InlineContent;
  readonly source: Source;
  /** The version of the segment that the change was made on. */
  readonly version: number;
}

/** The status a segment has once the change is taken. */
export function statusAfter(change: Change): Status {
  if (change.kind === 'confirm') return 'confirmed';
  return change.kind === 'unconfirm' ? 'draft' : statusOfDraft(change.target);
}

/** Whether a segment is already what the change would make it: then the change was taken, and only the answer got lost. */
export function isTaken(change: Change, segment: Segment): boolean {
  const wanted = statusAfter(change);
  const status = segment.status === wanted || (wanted === 'confirmed' && segment.status === 'reviewed');
  return status && (change.kind === 'unconfirm' || sameContent(change.target, segment.target));
}

/**
 * The changes of one segment with another added. A draft that nothing follows and that is not under way is replaced;
 * all else is told in the order it happened.
 * @param underWay the key of the change that is just being sent
 */
export function appended(changes: readonly Change[], change: Change, underWay: string | undefined): readonly Change[] {
  const last = changes.at(-1);
  const replaces = last !== undefined && last.kind === 'save' && change.kind !== 'unconfirm' && last.key !== underWay;
  return replaces
    ? [...changes.slice(0, -1), { ...change, key: last.key, version: last.version }]
    : [...changes, change];
}
