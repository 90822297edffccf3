import type { Job } from '../../memory/model/job.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { planBatch } from '../services/article-batches.ts';
import type { Articles } from '../services/articles.ts';
import type { Clock } from '../services/clock.ts';
import { actorAt } from '../services/clock.ts';
import { sentPair } from '../services/documents.ts';
import { archiveSource } from '../services/pair-sources.ts';
import type { Handlers } from './operations.ts';

interface Parts {
  readonly articles: Articles;
  readonly jobs: Jobs;
  readonly clock: Clock;
}

/** Articles on their way into a memory: one while the caller waits, many as a job. */
export function articleHandlers({ articles, jobs, clock }: Parts) {
  return {
    importArticle: ({ body }) => articles.importPair(sentPair(body), actorAt(clock)),
    importArticles: ({ query, file: bytes }) =>
      addArticles({ name: 'The archive', bytes }, query.memory, { jobs, clock }),
  } satisfies Partial<Handlers>;
}

/**
 * Asks for the import of an archive. What can be seen to be wrong with the whole of it is said at once.
 * @throws CalqueError as `archiveSource` and `planBatch` do
 */
export async function addArticles(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  memory: string,
  { jobs, clock }: Pick<Parts, 'jobs' | 'clock'>,
): Promise<Job> {
  await planBatch(archiveSource(bytes, name));
  const file = await jobs.spool.keep(bytes);
  try {
    return await jobs.add('import-articles', { file, name, memory }, actorAt(clock));
  } catch (error) {
    await jobs.spool.remove([file]);
    throw error;
  }
}
