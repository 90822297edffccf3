import type { Job } from '../../memory/model/job.ts';
import type { Actor } from '../../memory/store/store.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { planBatch } from '../services/article-batches.ts';
import type { Articles } from '../services/articles.ts';
import { sentPair } from '../services/documents.ts';
import { archiveSource } from '../services/pair-sources.ts';
import type { Handlers } from './operations.ts';

interface Parts {
  readonly articles: Articles;
  readonly jobs: Jobs;
}

/** Articles on their way into a memory: one while the caller waits, many as a job. */
export function articleHandlers({ articles, jobs }: Parts) {
  return {
    importArticle: ({ body, actor }) => articles.importPair(sentPair(body), actor),
    importArticles: ({ query, file: bytes, actor }) =>
      addArticles({ name: 'The archive', bytes }, query.memory, jobs, actor),
  } satisfies Partial<Handlers>;
}

/**
 * Asks for the import of an archive. What can be seen to be wrong with the whole of it is said at once.
 * @throws CalqueError as `archiveSource` and `planBatch` do
 */
export async function addArticles(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  memory: string,
  jobs: Jobs,
  actor: Actor,
): Promise<Job> {
  await planBatch(archiveSource(bytes, name));
  const file = await jobs.spool.keep(bytes);
  try {
    return await jobs.add('import-articles', { file, name, memory }, actor);
  } catch (error) {
    await jobs.spool.remove([file]);
    throw error;
  }
}
