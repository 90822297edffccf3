import type { Store } from '../../memory/store/store.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { KindResult } from '../jobs/kinds/kinds.ts';
import type { Projects } from '../services/projects.ts';
import type { Threads } from '../services/threads.ts';
import type { Handlers } from './operations.ts';

interface Parts {
  readonly store: Store;
  readonly projects: Projects;
  readonly jobs: Jobs;
  readonly threads: Threads;
}

/** Pre-translation: of a file while the caller waits, in a thread; of a project as a job. */
export function pretranslationHandlers({ store, projects, jobs, threads }: Parts) {
  return {
    pretranslate: async ({ query: { name, fuzzy, adapted, machine, candidates, memory }, file: bytes }) => {
      const file = await jobs.spool.keep(bytes);
      const spooled = [file];
      try {
        const done = (await threads.run('pretranslate-file', {
          file,
          name,
          adapted: adapted === 'yes',
          ...(fuzzy !== undefined && { fuzzy }),
          machine: machine === 'yes',
          candidates: candidates === 'yes',
          ...(memory && { memories: memory }),
        })) as KindResult<'pretranslate-file'>;
        spooled.push(done.file);
        return {
          mediaType: 'application/x-xliff+xml',
          fileName: name,
          body: new Uint8Array(await jobs.spool.read(done.file)),
          report: done.report,
        };
      } finally {
        await jobs.spool.remove(spooled);
      }
    },
    pretranslateProject: async ({ params, body, actor }) => {
      await store.getProject(params.id);
      if (body.document !== undefined) await projects.documentOf(params.id, body.document);
      return jobs.add('pretranslate', { ...body, project: params.id }, actor);
    },
  } satisfies Partial<Handlers>;
}
