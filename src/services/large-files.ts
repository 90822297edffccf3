import type { Project, ProjectDocument } from '../../memory/model/project.ts';
import type { Store } from '../../memory/store/store.ts';
import type { Threads } from './threads.ts';
import type { ExportedFile, ProjectExport, Transfers } from './transfers.ts';
import type { XliffFiles } from './xliff-files.ts';

/*
 * What is done with a large file holds up the event loop for as long as it takes to read or write it. A server has it
 * done in threads; a small file takes less time than a thread does to start.
 */

/** Bytes of XLIFF that are read in some fifty milliseconds at most. */
export const LARGE_FILE = 256 * 1024;

/** Segments of a project that are written out here. */
const LARGE_PROJECT = 1_000;

/** What the thread answers that makes a file a document. */
export interface TakenFile {
  readonly project: Project;
  readonly document: ProjectDocument;
}

/** Reads large files in threads. */
export function xliffFilesInThreads(threads: Threads, here: XliffFiles): XliffFiles {
  const away = async (input: object, by: string): Promise<TakenFile> =>
    (await threads.run('take-xliff', input, { by })) as TakenFile;
  return {
    create: (file, actor) => (file.bytes.length <= LARGE_FILE ? here.create(file, actor) : away({ file }, actor.by)),
    async add(project, file, actor) {
      if (file.bytes.length <= LARGE_FILE) return here.add(project, file, actor);
      return (await away({ file, project }, actor.by)).document;
    },
  };
}

/** A file whose text is complete, as a thread gives it back. */
export type WholeFile = Omit<ExportedFile, 'body'> & { readonly body: string | Uint8Array };

/** Writes large projects in threads. Memories are written page by page, with turns for others in between. */
export function transfersInThreads(threads: Threads, store: Store, here: Transfers): Transfers {
  return {
    ...here,
    async exportProject(project, wish: ProjectExport) {
      const documents = await store.listProjectDocuments(project);
      const wanted = documents.filter(({ id }) => wish.document === undefined || id === wish.document);
      const segments = wanted.reduce((sum, { progress }) => sum + progress.segments, 0);
      const size = wanted.reduce((sum, { file }) => sum + (file?.size ?? 0), 0);
      if (segments <= LARGE_PROJECT && size <= LARGE_FILE) return here.exportProject(project, wish);
      const { body, ...file } = (await threads.run('export-project', { project, ...wish })) as WholeFile;
      return { ...file, body: body instanceof Uint8Array ? body : pieces(body) };
    },
  };
}

async function* pieces(text: string): AsyncGenerator<string> {
  yield text;
}
