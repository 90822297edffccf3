import type { Bitext } from '../model/bitext.ts';
import type { BlockKind, ReadingWarning } from '../model/document.ts';
import type { Provenance } from '../model/provenance.ts';
import type {
  BitextReview,
  EarlierDecision,
  PairTexts,
  ReviewId,
  ReviewProgress,
  ReviewStep,
  ReviewSummary,
} from '../model/review.ts';
import type { DocumentId, MemoryDocument, MemoryId, NewUnit, UnitId } from '../model/unit.ts';
import type { Actor } from './calls.ts';

/** A bitext that is to be reviewed before it enters a memory. */
export interface NewReview {
  readonly bitext: Bitext;
  readonly memory: string;
  readonly provenance: Provenance;
  readonly progress: ReviewProgress;
  readonly warnings: readonly ReadingWarning[];
  /** The document of an earlier import, to be brought up to date. */
  readonly documentId?: DocumentId;
}

/** A document of a memory that a bitext may be another version of. */
export interface LikeDocument {
  readonly document: MemoryDocument;
  /** How many of the bitext’s pairs it holds. */
  readonly shared: number;
}

/** A unit of a reviewed document in its place: a new pair, a stored unit that stays, or one that comes to say the pair. */
export interface ReviewedUnit {
  readonly unit?: NewUnit;
  readonly stored?: StoredVersion;
  /** What the block is there for in which it stands, where the document says; of a stored unit, what is known stays. */
  readonly block?: BlockKind;
  /** What the document has in its place, where that is not what the unit says. */
  readonly printed?: PairTexts;
}

/** A unit as it was when it was looked at. */
export interface StoredVersion {
  readonly id: UnitId;
  readonly version: number;
}

/** What a review leaves in the memory. */
export interface ReviewedDocument {
  readonly memoryId: MemoryId;
  /** The document to bring up to date; a new one when absent. */
  readonly documentId?: DocumentId;
  readonly provenance: Provenance;
  /** All units of the document from now on, in order. */
  readonly units: readonly ReviewedUnit[];
  /** Units of the document to delete; one that stands in another document too stays there. */
  readonly deleted: readonly StoredVersion[];
  /** Pairs of the document that a person keeps out of the memory, as it prints them. */
  readonly refused: readonly PairTexts[];
}

/** What finishing a review did. */
export interface FinishedReview {
  readonly documentId: DocumentId;
  readonly added: number;
  readonly merged: number;
  /** Units that got a new version in their history. */
  readonly changed: number;
  readonly deleted: number;
}

/** What bringing a document up to date did. */
export interface UpdatedDocument extends FinishedReview {
  /** The unit of each place of the document, in the order given. */
  readonly unitIds: readonly UnitId[];
}

/** The part of the store that knows bitexts: documents that come again, and reviews. */
export interface BitextStore {
  /** Documents that a bitext may be another version of: of its URL or title, or with pairs of it; most shared first. */
  documentsLike(
    memoryId: MemoryId,
    provenance: Provenance,
    units: readonly Pick<NewUnit, 'fr' | 'en'>[],
  ): Promise<readonly LikeDocument[]>;
  /**
   * What was decided on pairs of a document, by what it printed then: those that a review edited or kept out, and units that
   * were corrected or deleted in the memory since the document was brought last.
   */
  earlierDecisions(id: DocumentId): Promise<readonly EarlierDecision[]>;
  /** Brings a document of a memory up to date, as {@link finishReview} does, without a review. */
  updateDocument(document: ReviewedDocument, actor: Actor): Promise<UpdatedDocument>;

  // Reviews of bitexts
  createReview(review: NewReview, actor: Actor): Promise<BitextReview>;
  /** Every review, the one changed last first. */
  listReviews(): Promise<readonly ReviewSummary[]>;
  getReview(id: ReviewId): Promise<BitextReview>;
  /** Adds steps to the history, each a version; a finished review is open again. @param progress after the steps */
  addReviewSteps(
    id: ReviewId,
    version: number,
    steps: readonly ReviewStep[],
    progress: ReviewProgress,
    actor: Actor,
  ): Promise<ReviewSummary>;
  changeReview(
    id: ReviewId,
    version: number,
    change: { readonly memory?: string; readonly provenance?: Provenance },
    actor: Actor,
  ): Promise<ReviewSummary>;
  /**
   * Stores what was reviewed, and marks the review as finished. A stored unit that another document shares is not
   * changed: the new pair becomes a unit of its own.
   */
  finishReview(id: ReviewId, version: number, document: ReviewedDocument, actor: Actor): Promise<FinishedReview>;
  /** Deletes the review with its history; what it left in the memory stays. */
  deleteReview(id: ReviewId): Promise<void>;
}
