import type { InlineContent } from '../../../memory/model/inline.ts';
import { contentKey, contentText } from '../../../memory/model/inline.ts';
import type { Origin, Status } from '../../../memory/model/origin.ts';
import type { Segment } from '../../../memory/model/project.ts';
import type { FoundTerm } from '../../../memory/terms/found-term.ts';

/** How a target came to be: from where, and as what text it was inserted. Both absent for what a person typed. */
export interface Source {
  readonly origin?: Origin;
  /** The text as it was inserted, codes left out; the target is unedited as long as it is this. */
  readonly inserted?: string;
}

/** A segment as the editor shows it: what the server last said of it, and what has happened here since. */
export interface Row {
  /** 0-based place in the document. */
  readonly index: number;
  /** The segment as the server last stated it. */
  readonly segment: Segment;
  readonly target: InlineContent;
  readonly status: Status;
  readonly source: Source;
  /** Terms of the source that the termbases have; absent until they were asked for. */
  readonly terms?: readonly FoundTerm[];
  /** `kept`: changed here and not yet acknowledged by the server. `held`: the server will not take it as it is. */
  readonly saving: 'saved' | 'kept' | 'held';
  /** What the server holds instead, where the segment was changed elsewhere too. */
  readonly theirs?: Segment;
  /** Who else is on it now, by name; empty for another window of whoever works here. */
  readonly elsewhere?: string;
  /** Why it is held, as a sentence. */
  readonly fault?: string;
  /** A confirmation or the next issue was asked for: all that the checks find is shown from then on. */
  readonly asked?: true;
  /** A confirmation was asked for once, and a warning shown: the next one goes through. */
  readonly warning?: string;
}

/** Names what is written in a row: the target of just this source, so that one that was split or joined is another. */
export function fieldKey({ segment }: Row): string {
  return `${segment.id} ${contentKey(segment.source)}`;
}

/** A segment just read from the server. */
export function rowOf(segment: Segment, index: number): Row {
  return {
    index,
    segment,
    target: segment.target,
    status: segment.status,
    source: segment.origin === undefined ? {} : { origin: segment.origin },
    saving: 'saved',
  };
}

export function isDone(row: Row): boolean {
  return row.status === 'confirmed' || row.status === 'reviewed';
}

/** Whether the row can be worked on: confirmed segments can, locked ones cannot. */
export function isOpen(row: Row): boolean {
  return !row.segment.locked;
}

/** Whether it may be split and joined: the segments of a file that is given back are those of the file. */
export function isCuttable({ segment }: Row): boolean {
  return !segment.locked && segment.fileSegment === undefined;
}

export function isEmpty(row: Row): boolean {
  return row.target.length === 0;
}

/** Whether the target is still as it was inserted. */
export function isUnedited({ source: { inserted }, target }: Row): boolean {
  return inserted === contentText(target);
}

/** Whether two targets are the same text with the same codes. */
export function sameContent(a: InlineContent, b: InlineContent): boolean {
  return contentKey(a) === contentKey(b);
}

/** What a target is after an edit that nobody has confirmed. */
export function statusOfDraft(target: InlineContent): Status {
  return target.length === 0 ? 'untranslated' : 'draft';
}
