import type { BlockKind } from './document.ts';
import type { InlineContent } from './inline.ts';
import type { Language, LanguageTag } from './language.ts';
import type { Origin, Status } from './origin.ts';
import type { Provenance } from './provenance.ts';

/** Identities are positive integers given by the store and never used again. */
export type MemoryId = number;
export type DocumentId = number;
export type UnitId = number;

/** A moment, as ISO 8601 in UTC with milliseconds: `2026-01-02T03:04:05.000Z`. */
export type Instant = string;

/** A named set of units. */
export interface Memory {
  readonly id: MemoryId;
  readonly name: string;
  /** Higher comes first where two matches are otherwise equal; 0 by default. */
  readonly priority: number;
  /** Points taken off the rate of every match from it, 0–30. */
  readonly penalty: number;
  readonly readOnly: boolean;
  readonly createdAt: Instant;
  readonly unitCount: number;
}

/** One language side of a unit. */
export interface Variant {
  readonly language: LanguageTag;
  readonly content: InlineContent;
}

/** A bilingual document that units came from, with its provenance. */
export interface MemoryDocument {
  readonly id: DocumentId;
  readonly memoryId: MemoryId;
  readonly provenance: Provenance;
  readonly createdAt: Instant;
  readonly unitCount: number;
}

/** One place where a unit stands in a document. */
export interface Occurrence {
  readonly documentId: DocumentId;
  /** 0-based place among the beads of the document. */
  readonly position: number;
  /** The units before and after it in the document: its context. */
  readonly previousUnitId?: UnitId;
  readonly nextUnitId?: UnitId;
  /** What the block is there for in which it stands, where the document says: a heading, a caption. */
  readonly block?: BlockKind;
}

/** A property another tool stored with a unit, kept to be given back on export. */
export interface ForeignProperty {
  readonly type: string;
  readonly value: string;
  /** The side it belongs to; the unit as a whole when absent. */
  readonly side?: Language;
}

/** A stored pair: what was said in French and how in English, and all that is known of it. */
export interface TranslationUnit {
  readonly id: UnitId;
  readonly memoryId: MemoryId;
  /** Counts the changes, from 1; a change must name the version it was made on. */
  readonly version: number;
  readonly fr: Variant;
  readonly en: Variant;
  /** The side that was written first; absent when not known. */
  readonly originalLanguage?: Language;
  readonly origin: Origin;
  /** `confirmed` by a person, `reviewed` by a second, or still `draft` (aligned or imported unseen). */
  readonly status: Status;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly changedAt: Instant;
  readonly changedBy: string;
  /** How often it was inserted into a translation. */
  readonly useCount: number;
  readonly lastUsedAt?: Instant;
  readonly note?: string;
  /** Somebody wants it looked at; what is the matter stands in the note. */
  readonly flagged?: true;
  readonly properties: readonly ForeignProperty[];
  /** In the order they were stored; empty for a unit that came from no document. */
  readonly occurrences: readonly Occurrence[];
}

/** A unit that is to be stored; the store gives it its identity, version and dates. */
export interface NewUnit {
  readonly fr: Variant;
  readonly en: Variant;
  readonly originalLanguage?: Language;
  readonly origin: Origin;
  readonly status: Status;
  readonly note?: string;
  readonly properties?: readonly ForeignProperty[];
  /** As a file states them; the store's clock and caller where absent. */
  readonly createdAt?: Instant;
  readonly createdBy?: string;
  readonly changedAt?: Instant;
  readonly changedBy?: string;
  readonly useCount?: number;
  readonly lastUsedAt?: Instant;
}

/** A unit that is to be stored in its place in a document. */
export interface NewDocumentUnit extends NewUnit {
  /** What the block is there for in which it stands, where the document says. */
  readonly block?: BlockKind;
}

/** What of a unit can be changed; what is absent stays. */
export interface UnitChange {
  readonly fr?: Variant;
  readonly en?: Variant;
  readonly status?: Status;
  readonly note?: string;
  readonly flagged?: boolean;
}

/** One entry of a unit's history: the unit as it was after `action`. */
export interface UnitRevision {
  readonly version: number;
  readonly action: 'create' | 'change' | 'delete' | 'undo';
  readonly at: Instant;
  readonly by: string;
  readonly fr: Variant;
  readonly en: Variant;
  readonly status: Status;
  readonly note?: string;
  readonly flagged?: true;
}

/** A unit with the provenance of the documents it occurs in and its neighbours there, as a lookup needs it. */
export interface UnitInContext {
  readonly unit: TranslationUnit;
  /** Parallel to `unit.occurrences`. */
  readonly places: readonly UnitPlace[];
}

export interface UnitPlace {
  readonly documentId: DocumentId;
  readonly position: number;
  readonly provenance: Provenance;
  /** What the block is there for in which it stands there, where the document says. */
  readonly block?: BlockKind;
  /** The texts of the units before and after, codes left out; absent at either end of the document. */
  readonly previous?: { readonly fr: string; readonly en: string };
  readonly next?: { readonly fr: string; readonly en: string };
}
