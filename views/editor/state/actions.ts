import type { CommentId, SegmentComment } from '../../../memory/model/comment.ts';
import type { InlineContent } from '../../../memory/model/inline.ts';
import type { Status } from '../../../memory/model/origin.ts';
import type { Segment, SegmentId } from '../../../memory/model/project.ts';
import type { Preferences } from '../../preferences/preferences.ts';
import type { Filter } from '../filtering/filter.ts';
import type { Shown } from '../filtering/shown.ts';
import type { ReadComments } from './comments.ts';
import type { IssueCounts } from './issues.ts';
import type { Orphan } from './orphans.ts';
import type { Row, Source } from './row.ts';
import type { SearchAction } from './search.ts';
import type { Delivery, Dialog, TermDraft } from './state.ts';
import type { MachineOffer, Suggestions } from './suggestions.ts';
import type { Together, TogetherEdit } from './together.ts';

/** A change that was made here in an earlier visit and still waits to be sent. */
export interface Restored {
  readonly segmentId: SegmentId;
  readonly target: InlineContent;
  readonly status: Status;
  readonly source: Source;
}

/** Everything that can happen in the editor. */
export type Action =
  | SearchAction
  | { readonly type: 'opened'; readonly segments: readonly Segment[] }
  | { readonly type: 'openFailed'; readonly message: string }
  | { readonly type: 'wordsCounted'; readonly words: readonly number[] }
  /** The checks were made on these, whether they found anything or not. */
  | { readonly type: 'issuesCounted'; readonly found: IssueCounts }
  | { readonly type: 'restored'; readonly changes: readonly Restored[] }
  | { readonly type: 'moved'; readonly index: number }
  /** The target was changed, by hand or by an insertion: the row is a draft again. */
  | { readonly type: 'edited'; readonly index: number; readonly target: InlineContent; readonly source: Source }
  /** Several targets were changed at once; `together` says how they were before. */
  | { readonly type: 'changedTogether'; readonly edits: readonly TogetherEdit[]; readonly together: Together }
  /** A change of several was taken back, for these. */
  | { readonly type: 'takenBack'; readonly changes: readonly Restored[] }
  /** The change of several is no longer offered to be taken back. */
  | { readonly type: 'togetherForgotten' }
  /** `shown` is absent where the filter lets everything through. */
  | { readonly type: 'filtered'; readonly filter: Filter; readonly shown: Shown | undefined }
  | { readonly type: 'filterToggled'; readonly open: boolean }
  | { readonly type: 'preferencesChanged'; readonly preferences: Preferences }
  | { readonly type: 'warned'; readonly index: number; readonly warning: string }
  | { readonly type: 'findingsAsked'; readonly index: number }
  | { readonly type: 'confirmed'; readonly index: number }
  | { readonly type: 'unconfirmed'; readonly index: number }
  /** The server has taken a change; `latest` when nothing else of the segment waits. */
  | { readonly type: 'delivered'; readonly segment: Segment; readonly latest: boolean }
  /** The segment was changed elsewhere too. */
  | { readonly type: 'conflicted'; readonly segmentId: SegmentId; readonly theirs: Segment }
  | { readonly type: 'refused'; readonly segmentId: SegmentId; readonly message: string }
  /** A confirmation was refused, but the text is kept as draft. */
  | { readonly type: 'confirmationRefused'; readonly segmentId: SegmentId; readonly message: string }
  | { readonly type: 'mineChosen'; readonly segmentId: SegmentId }
  | { readonly type: 'theirsChosen'; readonly segmentId: SegmentId }
  /** Others have begun or ceased to be on segments. */
  | {
      readonly type: 'othersMoved';
      readonly left: readonly SegmentId[];
      readonly entered: readonly (readonly [SegmentId, Row['elsewhere']])[];
    }
  | { readonly type: 'orphaned'; readonly orphan: Orphan }
  | { readonly type: 'orphanLetGo'; readonly segmentId: SegmentId }
  | { readonly type: 'deliveryChanged'; readonly delivery: Delivery }
  | { readonly type: 'suggestionsAsked'; readonly segmentId: SegmentId }
  | { readonly type: 'suggestionsFound'; readonly segmentId: SegmentId; readonly found: Suggestions }
  | { readonly type: 'suggestionsFailed'; readonly segmentId: SegmentId; readonly message: string }
  | { readonly type: 'machineAnswered'; readonly segmentId: SegmentId; readonly machine: MachineOffer }
  | { readonly type: 'memoryChanged' }
  | { readonly type: 'commentsRead'; readonly comments: readonly SegmentComment[] }
  | { readonly type: 'commented'; readonly comment: SegmentComment }
  | { readonly type: 'commentDeleted'; readonly id: CommentId }
  /** What is said about the segment was read, up to this comment. */
  | { readonly type: 'commentsSeen'; readonly segmentId: SegmentId; readonly upTo: CommentId }
  /** What this browser keeps of what was read, here or in another of its tabs. */
  | { readonly type: 'commentsSeenBefore'; readonly read: ReadComments }
  | { readonly type: 'stepped'; readonly step: number | undefined }
  | { readonly type: 'dialogChanged'; readonly dialog: Dialog | undefined; readonly term?: TermDraft }
  | { readonly type: 'announced'; readonly text: string };
