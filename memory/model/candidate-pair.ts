import type { EntryId, TermbaseId } from './termbase.ts';
import type { Instant, MemoryId, UnitId } from './unit.ts';

/** Identities are positive integers given by the store and never used again. */
export type CandidateId = number;

/** Nobody has decided on it; it was taken into the termbase; it is not to be shown again. */
export const CANDIDATE_STATES = ['open', 'accepted', 'rejected'] as const;
export type CandidateState = (typeof CANDIDATE_STATES)[number];

/** A French and an English term that a memory shows to be each other’s translation. */
export interface FoundPair {
  readonly fr: string;
  readonly en: string;
  /** Tells the pair from others in whatever forms its words stand. */
  readonly key: string;
  /** Units that have the French term, the English one, and both. */
  readonly frUnits: number;
  readonly enUnits: number;
  readonly together: number;
  /**
   * How far they go together, 0–1: of the units that have either term, the share that have both is at least so large, with a
   * certainty of 95 %.
   */
  readonly score: number;
  /** Some units that have both. */
  readonly examples: readonly UnitId[];
}

/** A pair that was found for a termbase, and what was decided on it. */
export interface CandidatePair extends Omit<FoundPair, 'key'> {
  readonly id: CandidateId;
  readonly termbaseId: TermbaseId;
  /** The memory that it was found in; absent where that is deleted. */
  readonly memoryId?: MemoryId;
  readonly state: CandidateState;
  readonly decidedAt?: Instant;
  readonly decidedBy?: string;
  /** The entry that it became. */
  readonly entryId?: EntryId;
}
