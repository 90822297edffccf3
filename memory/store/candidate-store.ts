import type { CandidateId, CandidatePair, CandidateState, FoundPair } from '../model/candidate-pair.ts';
import type { EntryId, TermbaseId } from '../model/termbase.ts';
import type { MemoryId } from '../model/unit.ts';
import type { Actor, Page, PageRequest } from './calls.ts';

/** Which candidates are wanted. */
export interface CandidateFilter {
  readonly termbaseId: TermbaseId;
  readonly state: CandidateState;
  /** Found in one of these. */
  readonly memories: readonly MemoryId[];
}

/** What is decided on a candidate: nothing any more, that it is in the termbase as an entry, or never to show it again. */
export type CandidateDecision =
  | { readonly state: 'open' | 'rejected' }
  | { readonly state: 'accepted'; readonly entryId: EntryId };

/** The part of the store that keeps pairs of terms that were found in memories. */
export interface CandidateStore {
  /**
   * Puts the pairs that were found in a memory into the place of those that were found in it before and that nobody has
   * decided on. A pair that was decided on stays as it is, in whichever memory it is found.
   * @returns how many are open
   */
  keepCandidates(termbaseId: TermbaseId, memoryId: MemoryId, found: readonly FoundPair[]): Promise<number>;
  /** Those with the highest score first. */
  listCandidates(filter: CandidateFilter, page: PageRequest): Promise<Page<CandidatePair>>;
  getCandidate(id: CandidateId): Promise<CandidatePair>;
  /** Decides on a pair, wherever it was found. */
  decideCandidate(id: CandidateId, decision: CandidateDecision, actor: Actor): Promise<CandidatePair>;
}
