import type { InlineContent } from '../../model/inline.ts';
import type { Origin, Status } from '../../model/origin.ts';
import type { PlacedElement } from '../xml/placed.ts';
import type { WrittenTag } from '../xml/splice.ts';
import type { FileText } from '../xml/text-window.ts';
import type { CodeTags } from './code-tags.ts';
import type { Dialect } from './dialects.ts';

/** A remark in the file, for the translator or about the translation. */
export interface XliffNote {
  readonly text: string;
  /** Who wrote it, or its category in XLIFF 2. */
  readonly from?: string;
}

/** A translation the file offers for a segment, in the order of the file. */
export interface XliffCandidate {
  readonly source?: InlineContent;
  readonly target: InlineContent;
  /** 0–100, as the tool that made it rated it. */
  readonly quality?: number;
  readonly origin?: string;
  readonly notes: readonly string[];
}

/** Where an element stands in the file. */
export type ElementPlace = Omit<PlacedElement, 'children' | 'parent' | 'local' | 'namespace'>;

/** Where the parts of a segment stand. */
export interface SegmentPlace {
  /** `trans-unit`, or in XLIFF 2 `segment`. */
  readonly holder: ElementPlace;
  readonly source: ElementPlace;
  /** Where a `target` goes when there is none yet. */
  readonly insertAt: number;
  /** The whole `target` element, where there is one. */
  readonly target?: ElementPlace;
  /** The `mrk` in `seg-source` that is this segment, and in the target, where the unit is segmented. */
  readonly sourceMark?: ElementPlace;
  readonly targetMark?: ElementPlace;
  /** `seg-source`, where the unit is segmented. */
  readonly segmented?: ElementPlace;
  /** Where Trados keeps the state of the segment. */
  readonly state?: ElementPlace;
  /** In XLIFF 2, the unit and its candidates, where it has any. */
  readonly unit?: ElementPlace;
  readonly matches?: ElementPlace;
}

/** A segment as the file has it, and where. */
export interface XliffSegment {
  /** `FILE/UNIT` or `FILE/UNIT/SEGMENT`, unique in the file and the same each time it is opened. */
  readonly id: string;
  /** What all segments of one unit share. */
  readonly unit: string;
  /** 1-based line its unit begins on. */
  readonly line: number;
  /** Text between the segment before it, in the same unit, and this one. */
  readonly before: string;
  /** Text after the last segment of a unit. */
  readonly after: string;
  readonly source: InlineContent;
  readonly target: InlineContent;
  /** `untranslated` exactly when there is no target. */
  readonly status: Status;
  /** The state as written, in the words of the file's version or dialect. */
  readonly state?: string;
  /** Locked, or marked as not to be translated. */
  readonly locked: boolean;
  /** Absent exactly when there is no target. */
  readonly origin?: Origin;
  readonly notes: readonly XliffNote[];
  readonly candidates: readonly XliffCandidate[];
  /** How the codes of source and target are written in the file. */
  readonly sourceTags: CodeTags;
  readonly targetTags: CodeTags;
  readonly place: SegmentPlace;
}

/** A `file` element: one bilingual document. Languages are as written, and may be any. */
export interface XliffDocumentHead {
  /** `file@original`; the `id` where there is none. */
  readonly name: string;
  /** 1-based line it begins on. */
  readonly line: number;
  readonly sourceLanguage: string;
  /** Absent where the file leaves it open. */
  readonly targetLanguage?: string;
}

/** What holds for a file as a whole. */
export interface XliffFrame {
  readonly name: string;
  /** As written: `1.2`, `2.1`. */
  readonly version: string;
  readonly dialect: Dialect;
  /** As `TextDecoder` knows it, in lower case. */
  readonly encoding: string;
  /** While a unit is told of, the text of the unit; offsets are those of the file. */
  readonly text: FileText;
}

/** The element of XLIFF 2 that names the target language for all of the file. */
export interface LanguageHolder {
  readonly tag: WrittenTag;
  /** As the file states it. */
  readonly language?: string;
}

export function isVersion2(version: string): boolean {
  return version.startsWith('2');
}
