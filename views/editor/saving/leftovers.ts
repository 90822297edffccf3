import type { SegmentId } from '../../../memory/model/project.ts';
import type { Restored } from '../state/actions.ts';
import { type Change, statusAfter } from './change.ts';
import type { Outbox } from './outbox.ts';
import type { Tabs } from './tabs.ts';

/** The changes in the outbox that pages left behind which are gone. */
export async function leftBehind(outbox: Outbox, tabs: Tabs): Promise<readonly Change[]> {
  const changes = await outbox.all();
  const gone = await tabs.gone(new Set(changes.map(({ tab }) => tab)));
  return changes.filter(({ tab }) => gone.has(tab));
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
