import { parseRoles } from '../../memory/formats/tables/roles.ts';
import type { Actor } from '../../memory/store/store.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { KindInput, KindResult } from '../jobs/kinds/kinds.ts';
import { previewTable } from '../services/imports/preview.ts';
import { formatOf } from '../services/imports/read.ts';
import type { Threads } from '../services/threads.ts';
import type { Handlers } from './operations.ts';

interface Parts {
  readonly jobs: Jobs;
  readonly threads: Threads;
}

/** Imports a file in a thread while whoever sent it waits. @throws CalqueError as the import does */
export async function importInThread(
  { jobs, threads }: Pick<Parts, 'jobs' | 'threads'>,
  bytes: Uint8Array,
  input: Omit<KindInput<'import'>, 'file'>,
  { by }: Actor,
): Promise<KindResult<'import'>> {
  return spooled(jobs, bytes, (file) => threads.run('import', { ...input, file }, { by })) as Promise<
    KindResult<'import'>
  >;
}

/** The same with a file of terms. */
export async function importTermsInThread(
  { jobs, threads }: Pick<Parts, 'jobs' | 'threads'>,
  bytes: Uint8Array,
  input: Omit<KindInput<'import-terms'>, 'file'>,
  { by }: Actor,
): Promise<KindResult<'import-terms'>> {
  return spooled(jobs, bytes, (file) => threads.run('import-terms', { ...input, file }, { by })) as Promise<
    KindResult<'import-terms'>
  >;
}

/** Puts a file by for as long as `work` takes. */
async function spooled<T>({ spool }: Jobs, bytes: Uint8Array, work: (file: string) => Promise<T>): Promise<T> {
  const file = await spool.keep(bytes);
  try {
    return await work(file);
  } finally {
    await spool.remove([file]);
  }
}

/** Files of pairs: TMX while the caller waits, files of any kind and size as a job. */
export function importHandlers({ jobs, threads }: Parts) {
  return {
    importTmx: ({ query: { dryRun, ...query }, file, actor }) => {
      const wish = { ...query, name: 'The body', format: 'tmx', dryRun: dryRun === 'yes' } as const;
      return importInThread({ jobs, threads }, file, wish, actor);
    },
    previewTable: ({ query, file }) => previewTable(file, query.name, query.of),
    importFile: async ({ query: { dryRun, ...query }, spooled: file, actor }) => {
      if (query.columns !== undefined) parseRoles(query.columns, 'query.columns');
      const format = query.format ?? formatOf(query.name);
      return jobs.add('import', { ...query, format, file, dryRun: dryRun === 'yes' }, actor);
    },
  } satisfies Partial<Handlers>;
}
