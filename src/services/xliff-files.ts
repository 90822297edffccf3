import { readXliffWork, writeXliffWork } from '../../memory/formats/xliff/work.ts';
import { CalqueError } from '../../memory/model/errors.ts';
import { contentText } from '../../memory/model/inline.ts';
import { languageOf, otherLanguage } from '../../memory/model/language.ts';
import type { Project, ProjectDocument, ProjectId } from '../../memory/model/project.ts';
import type { Actor, NewProjectDocument, Store } from '../../memory/store/store.ts';
import { MAX_SEGMENT_LENGTH } from '../contract/values.ts';
import type { Projects } from './projects.ts';

/** A file as it was sent. */
export interface GivenFile {
  /** Names it in errors, and the document that it becomes. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** XLIFF files of other tools: each is a document in the editor, and is given back with nothing changed but its targets. */
export interface XliffFiles {
  /**
   * Makes a project of a file, in the languages it states.
   * @throws CalqueError as `readXliffWork` does, `text-too-long` for a segment; then nothing is kept
   */
  create(file: GivenFile, actor: Actor): Promise<{ readonly project: Project; readonly document: ProjectDocument }>;
  /**
   * Adds a file to a project.
   * @throws CalqueError as `create` does, or `wrong-language` when the project goes the other way
   */
  add(projectId: ProjectId, file: GivenFile, actor: Actor): Promise<ProjectDocument>;
}

export function createXliffFiles(store: Store, projects: Projects): XliffFiles {
  return {
    async create(file, actor) {
      const { work, document } = readXliffFile(file);
      const { sourceLanguage } = work;
      const targetLanguage = work.targetLanguage ?? otherLanguage(languageOf(sourceLanguage));
      const project = await projects.create({ name: document.name, sourceLanguage, targetLanguage }, actor);
      return { project, document: await store.addProjectDocument(project.id, document, actor) };
    },

    async add(projectId, file, actor) {
      const project = await store.getProject(projectId);
      const { work, document } = readXliffFile(file);
      if (languageOf(work.sourceLanguage) !== languageOf(project.sourceLanguage)) {
        const message = `${file.name} is to be translated from ${work.sourceLanguage}, and the project from ${project.sourceLanguage}.`;
        throw new CalqueError('wrong-language', message, { where: file.name });
      }
      return store.addProjectDocument(projectId, document, actor);
    },
  };
}

/** The names XLIFF files have in the tools that write them. */
const NAMES = /\.(xlf|xliff|mxlf|sdlxliff|mqxliff|mxliff|txlf)$/i;

/** How far into a file its root element is looked for, in bytes. */
const HEAD = 4096;

/** Whether a file is to be read as XLIFF, by its name or by its root element. */
export function isXliff({ name, bytes }: GivenFile): boolean {
  if (NAMES.test(name)) return true;
  // UTF-16 has a zero byte beside each ASCII letter.
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1').replaceAll('\0', '');
  return /<(\w+:)?xliff[\s>]/.test(head);
}

/** A file as a document in segments. @throws CalqueError as {@link XliffFiles.create} does */
export function readXliffFile({ name, bytes }: GivenFile) {
  const work = readXliffWork(bytes, name);
  for (const { source, locked, fileSegment } of work.segments) {
    const { length } = contentText(source);
    if (locked || length <= MAX_SEGMENT_LENGTH) continue;
    const message = `${name}: segment ${fileSegment} has ${length} characters; at most ${MAX_SEGMENT_LENGTH} are taken.`;
    throw new CalqueError('text-too-long', message, { where: name });
  }
  const document: NewProjectDocument = {
    name: lastPart(name),
    provenance: {},
    segments: work.segments,
    file: { format: 'xliff', bytes },
  };
  return { work, document };
}

/** The name of a file without the folders it lies in; a name that a project can have. */
function lastPart(path: string): string {
  const name = path.split(/[\\/]/).at(-1)?.replaceAll(/\p{C}/gu, '').trim();
  return (name || 'Untitled').slice(-200);
}

/**
 * The one file among these documents, as it came but for the targets as they are now.
 * @throws CalqueError `bad-request` where there are several, `not-found` where all came as text
 */
export async function originalFile(store: Store, project: Project, documents: readonly ProjectDocument[]) {
  const [document, second] = documents.filter(({ file }) => file !== undefined);
  if (second) {
    const message = `The project “${project.name}” has several files; name the document that is wanted.`;
    throw new CalqueError('bad-request', message, { where: 'document' });
  }
  if (!document) {
    const message = `What is to be translated came as text: there is no original file to give back.`;
    throw new CalqueError('not-found', message, { where: 'document' });
  }
  const bytes = await store.projectDocumentFile(document.id);
  const segments = await store.listSegments(document.id);
  return { name: document.name, bytes: writeXliffWork(bytes, document.name, segments, project.targetLanguage) };
}
