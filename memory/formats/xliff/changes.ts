import type { InlineContent } from '../../model/inline.ts';
import type { Origin, Status } from '../../model/origin.ts';
import type { WrittenCandidate } from './candidate-list.ts';
import type { XliffSegment } from './file.ts';

/** What of a segment is to be different from what the file has. */
export interface XliffChange {
  /** The segment's path. */
  readonly id: string;
  readonly target?: InlineContent;
  readonly status?: Status;
  /** With a status: how an unconfirmed target came to be, where the file has a word for it. */
  readonly origin?: Origin;
  /** Written beside those the file has, best first; one that is there already is left out. */
  readonly candidates?: readonly WrittenCandidate[];
}

/** A segment and its change. */
export interface ChangedSegment {
  readonly segment: XliffSegment;
  readonly change: XliffChange | undefined;
}
