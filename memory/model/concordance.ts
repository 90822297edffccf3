import type { BlockKind } from './document.ts';
import type { InlineContent } from './inline.ts';
import type { Language, LanguageTag } from './language.ts';
import type { Origin, Status } from './origin.ts';
import type { PartialDate, Provenance } from './provenance.ts';
import type { TextRange } from './range.ts';
import type { DocumentId, Instant, MemoryId, UnitId, UnitPlace } from './unit.ts';

/**
 * How a concordance takes its words: `words` finds texts that have them all, in any form and order; `phrase` the very
 * sequence, marks included; `near` all of them, in any form, within a stretch of so many words.
 */
export const CONCORDANCE_MODES = ['words', 'phrase', 'near'] as const;
export type ConcordanceMode = (typeof CONCORDANCE_MODES)[number];

/** What a unit must be besides saying the words. A unit that stands in several documents meets it by any one of them. */
export interface UnitConditions {
  /** Part of the publication's name, whatever the case and accents. */
  readonly publication?: string;
  /** Part of the translator's name, likewise. */
  readonly translator?: string;
  /** First and last day, month or year of publication; a text of an unknown date is left out. */
  readonly publishedFrom?: PartialDate;
  readonly publishedTo?: PartialDate;
  /** When the unit was last changed: from the one moment until before the other. */
  readonly changedFrom?: Instant;
  readonly changedBefore?: Instant;
  readonly originalLanguage?: Language;
  readonly status?: Status;
  /** How the target came to be. */
  readonly origin?: Origin['kind'];
  readonly flagged?: boolean;
}

/** One side of a unit, with where it says what was searched for. */
export interface ConcordanceSide {
  readonly language: LanguageTag;
  readonly content: InlineContent;
  /** Places in the text, codes left out, in order; empty on a side that does not say it. */
  readonly marks: readonly TextRange[];
}

/** A unit that says what was searched for on one of its sides. */
export interface ConcordanceHit {
  readonly unitId: UnitId;
  readonly memory: { readonly id: MemoryId; readonly name: string };
  readonly fr: ConcordanceSide;
  readonly en: ConcordanceSide;
  readonly originalLanguage?: Language;
  readonly provenance: Provenance;
  readonly documentId?: DocumentId;
  readonly position?: number;
  /** What the block is there for in which it stands there, where its document says. */
  readonly block?: BlockKind;
  /** The texts before and after it in its document. */
  readonly previous?: NonNullable<UnitPlace['previous']>;
  readonly next?: NonNullable<UnitPlace['next']>;
  readonly origin: Origin;
  readonly status: Status;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
}

/** Some hits, the units stored last first. */
export interface ConcordancePage {
  readonly items: readonly ConcordanceHit[];
  /** How many hits there are in all; at least so many where they are too common to be counted. */
  readonly total: { readonly count: number; readonly exact: boolean };
  /** Leads to the hits stored before these; absent on the last page. */
  readonly next?: string;
  /** Databases of units that did not answer, where some did; absent where all did. */
  readonly missing?: readonly string[];
}
