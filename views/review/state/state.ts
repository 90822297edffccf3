import type { Reviewing } from '../../../memory/alignment/review/reviewing.ts';
import type { PairNews, StoredPair } from '../../../memory/alignment/review/stored-pairs.ts';
import type { Language } from '../../../memory/model/language.ts';
import type { Provenance } from '../../../memory/model/provenance.ts';
import type { ReviewBead, ReviewState, ReviewStep } from '../../../memory/model/review.ts';
import type { DocumentId } from '../../../memory/model/unit.ts';
import type { CallAnswer } from '../../../src/contract/client.ts';

/** How it stands with the steps that were taken here. */
export interface Delivery {
  /** Steps and corrections that the server has not acknowledged. */
  readonly waiting: number;
  readonly connection: 'up' | 'down';
  /** Whether they are kept on this device until then. */
  readonly durable: boolean;
}

/** Where the review leads, as it can be corrected on the page. */
export interface Destination {
  readonly memory: string;
  readonly provenance: Provenance;
}

/** What a person wrote in a field of the destination and the server would not take. */
export interface Fault {
  readonly text: string;
  /** What is wrong with it, as a sentence. */
  readonly message: string;
}

/** What finishing the review has stored. */
export type Finished = CallAnswer<'finishReview'>;

/** All that the page shows once the review is there. Replaced as a whole with every action, never changed. */
export interface OpenState {
  readonly reviewing: Reviewing;
  readonly destination: Destination;
  /** What was refused, by field of the destination, until the field is corrected anew. */
  readonly faults: Readonly<Record<string, Fault>>;
  /** What the memory holds of the article already, and what has become of it. */
  readonly stored: readonly StoredPair[];
  readonly news: readonly PairNews[];
  readonly documentId?: DocumentId;
  /** Places of beads that cross the others. */
  readonly moved: ReadonlySet<number>;
  /** The bead and side that is worked on. */
  readonly active: number;
  readonly side: Language;
  /** The bead that is to be paired with another, as {@link beadKey} names it. */
  readonly marked?: string;
  /** The active side is being written in. */
  readonly editing: boolean;
  /** Beads of less confidence than this, 0–1, are doubtful; it is the bound for accepting all above. */
  readonly threshold: number;
  readonly delivery: Delivery;
  /** Steps that could not be taken on top of what was changed elsewhere. */
  readonly lost: readonly ReviewStep[];
  readonly finished?: Finished;
  readonly dialog?: 'help' | 'finish';
  /** The latest thing to be told; `count` tells two equal ones apart. */
  readonly announcement: { readonly text: string; readonly count: number };
}

export type PageState =
  | { readonly opening: 'opening' }
  | { readonly opening: 'failed'; readonly message: string }
  | OpenPage;

export interface OpenPage extends OpenState {
  readonly opening: 'open';
}

/** What accepting all above begins with. */
export const USUAL_THRESHOLD = 0.95;

export function isOneSided({ fr, en }: Pick<ReviewBead, 'fr' | 'en'>): boolean {
  return fr.length === 0 || en.length === 0;
}

/** Whether a person should look at a bead: nothing is decided, and the aligner is not sure or was overruled. */
export function isDoubtful(bead: ReviewBead, threshold: number): boolean {
  return bead.decision === 'open' && (isOneSided(bead) || (bead.confidence ?? 0) < threshold);
}

export function activeBead({ reviewing, active }: OpenState): ReviewBead | undefined {
  return reviewing.state.beads[active];
}

/** What names a bead among the rows: its first sentence. */
export function beadKey({ fr, en }: ReviewBead): string {
  return fr[0] === undefined ? `e${en[0]}` : `f${fr[0]}`;
}

/** The place of the bead that is marked, where one is. */
export function markedPlace({ marked, reviewing }: OpenState): number | undefined {
  const place = marked === undefined ? -1 : reviewing.state.beads.findIndex((bead) => beadKey(bead) === marked);
  return place < 0 ? undefined : place;
}

/** Whether a bead is held against what is stored: both sides, and no furniture of a page. */
export function isCompared(bead: ReviewBead): boolean {
  return !isOneSided(bead) && bead.reason !== 'furniture';
}

/** Places of the beads that the memory holds just so. */
export function storedBeads(news: readonly PairNews[], beads: ReviewState['beads']): ReadonlyMap<number, PairNews> {
  const places = beads.flatMap((bead, place) => (isCompared(bead) ? [place] : []));
  return new Map(news.flatMap((one) => (one.kind === 'removed' ? [] : [[places[one.bead] ?? -1, one] as const])));
}
