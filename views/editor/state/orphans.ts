import type { InlineContent } from '../../../memory/model/inline.ts';
import type { SegmentId } from '../../../memory/model/project.ts';

/** What was written for a segment that cannot be had any more: its document was deleted, or it was cut elsewhere. */
export interface Orphan {
  readonly segmentId: SegmentId;
  readonly text: InlineContent;
  /** Of its changes, in the outbox, where they stay until a person lets them go. */
  readonly keys: readonly string[];
}

/** The latest is the last; of a segment there is one. */
export function withOrphan(orphans: readonly Orphan[], orphan: Orphan): readonly Orphan[] {
  return [...withoutOrphan(orphans, orphan.segmentId), orphan];
}

export function withoutOrphan(orphans: readonly Orphan[], segmentId: SegmentId): readonly Orphan[] {
  return orphans.filter((one) => one.segmentId !== segmentId);
}
