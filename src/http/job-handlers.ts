import type { Jobs } from '../jobs/jobs.ts';
import type { Clock } from '../services/clock.ts';
import { actorAt } from '../services/clock.ts';
import type { Handlers } from './operations.ts';

/** Background work, looked at and cancelled; the operations that begin it stand with what they work on. */
export function jobHandlers({ jobs, clock }: { readonly jobs: Jobs; readonly clock: Clock }) {
  return {
    listJobs: ({ query: { limit, cursor } }) => jobs.list({ limit, ...(cursor && { cursor }) }),
    getJob: ({ params }) => jobs.get(params.id),
    cancelJob: ({ params }) => jobs.cancel(params.id),
    rebuildIndex: () => jobs.add('reindex', {}, actorAt(clock)),
  } satisfies Partial<Handlers>;
}
