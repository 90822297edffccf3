import * as jobs from '../jobs.ts';
import type { Operation } from './operation.ts';
import { byId } from './parts.ts';

/** Background work. */
export const jobsOperations = {
  listJobs: {
    summary: 'List background work, newest first',
    query: jobs.jobQuery,
    answer: jobs.jobPage,
    errors: [],
  },
  getJob: {
    summary: 'Read a job, with its progress and what came of it',
    params: byId,
    answer: jobs.job,
    errors: ['not-found'],
  },
  cancelJob: {
    summary: 'Ask a job to end; it has when its state says so',
    params: byId,
    answer: jobs.job,
    errors: ['not-found'],
  },
  rebuildIndex: {
    summary: 'Build the index of all memories anew from their units, as a job',
    answer: jobs.job,
    status: 202,
    errors: [],
  },
} as const satisfies Record<string, Operation>;
