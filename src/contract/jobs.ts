import { z } from 'zod';
import { instant, page, pageOf } from './values.ts';

export const job = z
  .object({
    id: z.number(),
    kind: z.string(),
    state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
    input: z.unknown(),
    done: z.number().describe('Units of work done'),
    total: z.number().exactOptional().describe('Units of work in all, where known'),
    result: z
      .unknown()
      .exactOptional()
      .describe('What came of it; of one that did not come to its end, what it had done until then'),
    error: z.object({ code: z.string(), message: z.string() }).exactOptional(),
    attempts: z.number().describe('More than 1 where a process ended before the job did'),
    cancelRequested: z.boolean(),
    createdAt: instant,
    createdBy: z.string(),
    changedAt: instant,
  })
  .meta({ id: 'Job' });

export const jobQuery = z.strictObject(page);
export const jobPage = pageOf(job);
