import type { Store } from '../../memory/store/store.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Access } from '../services/access.ts';
import type { WantedDecision } from '../services/terms/candidates.ts';
import { decideCandidate } from '../services/terms/candidates.ts';
import type { Handlers } from './operations.ts';

interface Parts {
  readonly store: Store;
  readonly access: Access;
  readonly jobs: Jobs;
}

/** Pairs of terms found in memories; those found where the caller may not look are not told. */
export function candidateHandlers({ store, access, jobs }: Parts) {
  return {
    extractTerms: async ({ params: { id: termbase }, body, actor }) => {
      await store.getTermbase(termbase);
      await store.getMemory(body.memory);
      return jobs.add('extract-terms', { termbase, ...body }, actor);
    },
    listTermCandidates: async ({ params, query: { memory, state, limit, cursor }, caller }) => {
      await store.getTermbase(params.id);
      const seen = (await access.memories(caller, 'reader')).map(({ id }) => id);
      const memories = memory === undefined ? seen : seen.filter((id) => id === memory);
      return store.listCandidates({ termbaseId: params.id, state, memories }, { limit, ...(cursor && { cursor }) });
    },
    getTermCandidate: ({ params }) => store.getCandidate(params.id),
    decideTermCandidate: ({ params, body: { decision, fr, en }, actor }) => {
      const wanted: WantedDecision =
        decision === 'accept' ? { decision, ...(fr && { fr }), ...(en && { en }) } : { decision };
      return decideCandidate(store, params.id, wanted, actor);
    },
  } satisfies Partial<Handlers>;
}
