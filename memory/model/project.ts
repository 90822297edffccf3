import type { BlockKind } from './document.ts';
import type { InlineContent } from './inline.ts';
import type { LanguageTag } from './language.ts';
import type { Origin, Status } from './origin.ts';
import type { Provenance } from './provenance.ts';
import type { TermbaseId } from './termbase.ts';
import type { Instant, MemoryId, UnitId } from './unit.ts';

export type ProjectId = number;
export type ProjectDocumentId = number;
export type SegmentId = number;

/** A piece of work: documents to translate from one language into the other, and the memories it uses. */
export interface Project {
  readonly id: ProjectId;
  readonly name: string;
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
  /** The memories looked up, in order; confirmed segments go to the first that is `write`. */
  readonly memories: readonly ProjectMemory[];
  /** The termbases whose terms are shown and checked; all there are when absent. */
  readonly termbases?: readonly TermbaseId[];
  readonly createdAt: Instant;
  readonly progress: Progress;
}

export interface ProjectMemory {
  readonly memoryId: MemoryId;
  readonly write: boolean;
  /** What it is worth in this project, in the place of what the memory says of itself. */
  readonly priority?: number;
  readonly penalty?: number;
}

/** Work done and to do, in segments and in words of the source. */
export interface Progress {
  readonly segments: number;
  readonly words: number;
  /** Confirmed or reviewed. */
  readonly doneSegments: number;
  readonly doneWords: number;
  readonly draftSegments: number;
}

/** A document to translate. */
export interface ProjectDocument {
  readonly id: ProjectDocumentId;
  readonly projectId: ProjectId;
  readonly name: string;
  readonly provenance: Provenance;
  /** The file it came as and is given back as; absent where it came as text. */
  readonly file?: DocumentFile;
  readonly createdAt: Instant;
  readonly progress: Progress;
}

/** What kinds of files are kept whole, to be given back with nothing changed but the targets. */
export type DocumentFormat = 'xliff';

/** A file that is kept with the document it came as. */
export interface DocumentFile {
  readonly format: DocumentFormat;
  /** In bytes. */
  readonly size: number;
}

/** A unit of text to translate in a document, with its target. */
export interface Segment {
  readonly id: SegmentId;
  readonly documentId: ProjectDocumentId;
  /** 0-based place in the document. */
  readonly position: number;
  /** 0-based paragraph it stands in. */
  readonly paragraph: number;
  /** What stands between the previous segment (or the start of the document) and this one: spaces, line ends, a date line. */
  readonly before: string;
  /** What stands after the last segment of the document; empty elsewhere. */
  readonly after: string;
  readonly source: InlineContent;
  readonly target: InlineContent;
  readonly status: Status;
  readonly locked: boolean;
  /** How the target came to be; absent while there is none. */
  readonly origin?: Origin;
  /** Counts the changes, from 1. */
  readonly version: number;
  /** The unit its confirmation wrote. */
  readonly unitId?: UnitId;
  /** How the file that the document came as names it; absent where it came as text. */
  readonly fileSegment?: string;
  /** What the block it stands in is there for, where its document says: a heading, a caption. */
  readonly block?: BlockKind;
  readonly changedAt: Instant;
  readonly changedBy: string;
}

/** A segment that is to be stored with a new document. */
export interface NewSegment {
  readonly paragraph: number;
  readonly before: string;
  readonly after: string;
  readonly source: InlineContent;
  /** Number of words of the source, for the progress. */
  readonly words: number;
  readonly target?: InlineContent;
  readonly status?: Status;
  readonly locked?: boolean;
  readonly origin?: Origin;
  readonly fileSegment?: string;
  /** What the block it stands in is there for, where its document says: a heading, a caption. */
  readonly block?: BlockKind;
}

/** What of a segment a translator changes. */
export interface SegmentChange {
  readonly target: InlineContent;
  readonly origin: Origin;
}

/** What stands in the place of segments that were split or joined. */
export interface SegmentPart {
  /** What stands between the part before and this one; of the first part, what stood before stays. */
  readonly before: string;
  readonly source: InlineContent;
  readonly target: InlineContent;
  /** How the target came to be; absent where there is none. */
  readonly origin?: Origin;
  /** Number of words of the source. */
  readonly words: number;
}

/** What a person decided on where segments end: between two texts there is a break, or none. */
export interface SegmentationChoice {
  readonly first: string;
  /** What stands between the two. */
  readonly gap: string;
  readonly second: string;
  readonly breaks: boolean;
}

/** A state a segment once had. */
export interface SegmentRevision {
  readonly version: number;
  readonly target: InlineContent;
  readonly status: Status;
  readonly origin?: Origin;
  readonly at: Instant;
  readonly by: string;
}
