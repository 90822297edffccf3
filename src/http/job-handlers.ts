import type { Jobs } from '../jobs/jobs.ts';
import { maySeeJob } from '../services/access.ts';
import type { Handlers } from './operations.ts';

/** Background work, looked at and cancelled; the operations that begin it stand with what they work on. */
export function jobHandlers({ jobs }: { readonly jobs: Jobs }) {
  return {
    listJobs: async ({ query: { limit, cursor }, caller }) => {
      const page = await jobs.list({ limit, ...(cursor && { cursor }) });
      return { ...page, items: page.items.filter((job) => maySeeJob(caller, job)) };
    },
    getJob: ({ params }) => jobs.get(params.id),
    cancelJob: ({ params }) => jobs.cancel(params.id),
    rebuildIndex: ({ actor }) => jobs.add('reindex', {}, actor),
  } satisfies Partial<Handlers>;
}
