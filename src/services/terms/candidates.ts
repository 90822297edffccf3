import type { CandidateId, CandidatePair } from '../../../memory/model/candidate-pair.ts';
import { newConcept } from '../../../memory/model/edit-entry.ts';
import type { Actor, Store } from '../../../memory/store/store.ts';

/** A candidate as it is decided on; the terms as they are to be, where that is not as they were found. */
export type WantedDecision =
  | { readonly decision: 'reject' | 'reopen' }
  | { readonly decision: 'accept'; readonly fr?: string; readonly en?: string };

/**
 * Decides on a candidate: accepting it makes it an entry of its termbase, or finds the one that says the same.
 * @throws CalqueError `empty-text` for a term without text
 */
export async function decideCandidate(
  store: Store,
  id: CandidateId,
  wanted: WantedDecision,
  actor: Actor,
): Promise<CandidatePair> {
  if (wanted.decision !== 'accept') {
    const state = wanted.decision === 'reject' ? 'rejected' : 'open';
    return store.decideCandidate(id, { state }, actor);
  }
  const found = await store.getCandidate(id);
  const terms = [
    { language: 'fr', text: wanted.fr ?? found.fr },
    { language: 'en', text: wanted.en ?? found.en },
  ] as const;
  const concept = newConcept({ terms });
  const { entryIds } = await store.addEntries(found.termbaseId, [{ concept }], actor);
  return store.decideCandidate(id, { state: 'accepted', entryId: entryIds[0] ?? 0 }, actor);
}
