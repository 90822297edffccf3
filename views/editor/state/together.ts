import type { InlineContent } from '../../../memory/model/inline.ts';
import type { Status } from '../../../memory/model/origin.ts';
import type { SegmentId } from '../../../memory/model/project.ts';
import { type Row, type Source, sameContent } from './row.ts';

/** Why several segments were changed at once. */
export type TogetherKind = 'replaced' | 'propagated' | 'inserted';

/** Targets that are to be changed at once. */
export interface TogetherEdit {
  readonly index: number;
  readonly target: InlineContent;
  readonly source: Source;
}

/** A change of several segments that can be taken back whole. */
export interface Together {
  readonly kind: TogetherKind;
  readonly changes: readonly {
    readonly segmentId: SegmentId;
    readonly before: { readonly target: InlineContent; readonly source: Source; readonly status: Status };
    readonly after: InlineContent;
  }[];
}

export function togetherOf(
  kind: TogetherKind,
  edits: readonly TogetherEdit[],
  rowAt: (index: number) => Row | undefined,
): Together {
  const changes = edits.flatMap(({ index, target: after }) => {
    const row = rowAt(index);
    if (row === undefined) return [];
    const { segment, target, source, status } = row;
    return [{ segmentId: segment.id, before: { target, source, status }, after }];
  });
  return { kind, changes };
}

/** Whether a row is still as the change left it: what was written since is not taken back. */
export function isUntouched(row: Row, after: InlineContent): boolean {
  return row.status !== 'confirmed' && row.status !== 'reviewed' && sameContent(row.target, after);
}
