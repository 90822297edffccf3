import type { Bitext, BitextSentence, Decision, DecisionReason } from './bitext.ts';
import type { ReadingWarning } from './document.ts';
import type { Language } from './language.ts';
import type { Provenance } from './provenance.ts';
import type { DocumentId, Instant, UnitId } from './unit.ts';

export type ReviewId = number;

/** A bead under review. */
export interface ReviewBead {
  /** The sentences of each side, by 0-based index, without a gap. Either side may be empty, not both. */
  readonly fr: readonly number[];
  readonly en: readonly number[];
  /** The aligner's confidence, 0–1; absent once a person has given the bead another shape. */
  readonly confidence?: number;
  readonly decision: Decision;
  /** Absent where a person has decided in this review. */
  readonly reason?: DecisionReason;
}

/** Where a review stands. Every sentence of either side is in exactly one bead, and the beads follow the French. */
export interface ReviewState {
  readonly fr: readonly BitextSentence[];
  readonly en: readonly BitextSentence[];
  readonly beads: readonly ReviewBead[];
}

/** One change of a review, as data. Beads and sentences are named by their 0-based place at that moment. */
export type ReviewChange =
  | { readonly kind: 'accept' | 'delete' | 'reopen'; readonly bead: number }
  /** Accepts every open bead of at least this confidence, 0–1. */
  | { readonly kind: 'accept-above'; readonly confidence: number }
  /** Makes one bead of this one and the next. */
  | { readonly kind: 'join'; readonly bead: number }
  /** Makes one bead of two, however far they are apart; it stands where the one with French stood. */
  | { readonly kind: 'pair'; readonly bead: number; readonly other: number }
  /** Makes two beads of one: so many sentences of each side go into the first. */
  | { readonly kind: 'split'; readonly bead: number; readonly fr: number; readonly en: number }
  /** Moves a boundary by one sentence: the bead takes it from the one beside it, or gives it. */
  | {
      readonly kind: 'move';
      readonly bead: number;
      readonly side: Language;
      readonly edge: 'first' | 'last';
      readonly way: 'take' | 'give';
    }
  | { readonly kind: 'edit'; readonly side: Language; readonly sentence: number; readonly text: string }
  /** Makes two sentences of one, at a UTF-16 offset; both stay in their bead. */
  | { readonly kind: 'cut'; readonly side: Language; readonly sentence: number; readonly at: number };

/** What a review's history is made of. */
export type ReviewStep = ReviewChange | { readonly kind: 'undo' } | { readonly kind: 'redo' };

/** What the two sides of a bead or unit say; of a sentence without partner, one is empty. */
export interface PairTexts {
  readonly fr: string;
  readonly en: string;
}

/** What a person has decided on a pair of a document other than that it is stored as it is printed there. */
export interface EarlierDecision extends PairTexts {
  /** The unit that says it in other words; absent where it was kept out of the memory, or taken out of it again. */
  readonly unitId?: UnitId;
}

/** How many beads there are and what was decided on them; the rest is open. */
export interface ReviewProgress {
  readonly beads: number;
  readonly accepted: number;
  readonly passed: number;
  readonly deleted: number;
}

/** What a listing says of a review. */
export interface ReviewSummary {
  readonly id: ReviewId;
  /** Counts the steps and other changes, from 1; a change must name the version it was made on. */
  readonly version: number;
  readonly state: 'open' | 'finished';
  /** The name of the memory it goes to; it is made when there is none of that name. */
  readonly memory: string;
  readonly provenance: Provenance;
  readonly progress: ReviewProgress;
  /** The document of the memory: the one of an earlier import, to be brought up to date; once finished, its own. */
  readonly documentId?: DocumentId;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly changedAt: Instant;
  readonly changedBy: string;
}

/** The review of a bitext: what the aligner made of two texts, and every step that was taken since. */
export interface BitextReview extends ReviewSummary {
  readonly bitext: Bitext;
  /** What was decided while the texts were read. */
  readonly warnings: readonly ReadingWarning[];
  /** Oldest first. */
  readonly steps: readonly ReviewStep[];
}
