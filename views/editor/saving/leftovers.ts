import type { SegmentId } from '../../../memory/model/project.ts';
import type { Restored } from '../state/actions.ts';
import { type Change, statusAfter } from './change.ts';

/** The changes that pages left behind which are no longer open. */
export function leftBehind(changes: readonly Change[], open: ReadonlySet<string>): readonly Change[] {
  return changes.filter(({ tab }) => !open.has(tab));
}

/** What the rows show of changes that still wait: of each segment, what its last change makes of it. */
export function restoredBy(changes: readonly Change[]): readonly Restored[] {
  const last = new Map<SegmentId, Change>(changes.map((change) => [change.segmentId, change]));
  return [...last.values()].map((change) => ({
    segmentId: change.segmentId,
    target: change.target,
    source: change.source,
    status: statusAfter(change),
  }));
}
