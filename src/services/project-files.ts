import type { ReadingWarning } from '../../memory/model/document.ts';
import { CalqueError } from '../../memory/model/errors.ts';
import type { Language, LanguageTag } from '../../memory/model/language.ts';
import { languageOf, otherLanguage } from '../../memory/model/language.ts';
import type { Project, ProjectDocument, ProjectId } from '../../memory/model/project.ts';
import type { Actor, NewProjectDocument, Store } from '../../memory/store/store.ts';
import type { ArticleReader } from './article-reader.ts';
import type { Projects } from './projects.ts';
import { languageOfText, readText } from './projects.ts';
import type { GivenFile } from './xliff-files.ts';
import { isXliff, readXliffFile } from './xliff-files.ts';

/** Documents that came as files, and what was decided while they were read. */
export interface BroughtFiles {
  readonly documents: readonly ProjectDocument[];
  readonly warnings: readonly ReadingWarning[];
}

/** Several files at once, of any kind that can be translated: all of them are taken or none. */
export interface ProjectFiles {
  /**
   * Makes a project of files, in the direction that is stated, else that of the first XLIFF file, else as the first text shows.
   * @throws CalqueError that names the file, as reading one does; `wrong-language` for one that goes the other way
   */
  create(
    files: readonly GivenFile[],
    name: string,
    sourceLanguage: Language | undefined,
    actor: Actor,
  ): Promise<BroughtFiles & { readonly project: Project }>;
  /** @throws CalqueError as {@link create} */
  add(projectId: ProjectId, files: readonly GivenFile[], actor: Actor): Promise<BroughtFiles>;
}

/** A file that was read, before it is known which way it is to be translated. */
interface Reading {
  readonly name: string;
  readonly warnings: readonly ReadingWarning[];
  /** What the file states; absent for a text. */
  readonly stated?: { readonly source: LanguageTag; readonly target?: LanguageTag | undefined };
  /** The language that its text shows. @throws CalqueError `undetected-language` */
  readonly language: () => Language;
  /** @throws CalqueError `wrong-language` */
  readonly documentFrom: (source: Language) => NewProjectDocument;
}

export function createProjectFiles(store: Store, projects: Projects, reader: ArticleReader): ProjectFiles {
  async function read(files: readonly GivenFile[]): Promise<readonly Reading[]> {
    const readings: Reading[] = [];
    for (const file of files) {
      const reading = isXliff(file) ? () => readingOfXliff(file) : () => readingOfText(file);
      readings.push(await naming(file.name, reading));
    }
    return readings;
  }

  async function readingOfText(file: GivenFile): Promise<Reading> {
    const { name } = file;
    const document = await reader.read({ ...file, where: name });
    return {
      name,
      warnings: document.warnings.map((warning) => ({ ...warning, message: `${name}: ${warning.message}` })),
      language: () => languageOfText(document),
      documentFrom: (source) => readText({ name: shortened(name), document }, source),
    };
  }

  return {
    async create(files, name, source, actor) {
      const readings = await read(files);
      const stated = readings.find((reading) => reading.stated !== undefined)?.stated;
      const first = readings[0];
      if (first === undefined) throw new CalqueError('empty-text', 'No file was chosen.', { where: 'textFile' });
      const from = source ?? (stated ? languageOf(stated.source) : await naming(first.name, first.language));
      const documents = await documentsOf(readings, from);
      const direction =
        stated === undefined
          ? { sourceLanguage: from, targetLanguage: otherLanguage(from) }
          : { sourceLanguage: stated.source, targetLanguage: stated.target ?? otherLanguage(from) };
      const project = await projects.create({ name, ...direction }, actor);
      return {
        project,
        documents: await store.addProjectDocuments(project.id, documents, actor),
        warnings: readings.flatMap(({ warnings }) => warnings),
      };
    },

    async add(projectId, files, actor) {
      const from = languageOf((await store.getProject(projectId)).sourceLanguage);
      const readings = await read(files);
      const documents = await documentsOf(readings, from);
      return {
        documents: await store.addProjectDocuments(projectId, documents, actor),
        warnings: readings.flatMap(({ warnings }) => warnings),
      };
    },
  };
}

function documentsOf(readings: readonly Reading[], from: Language): Promise<NewProjectDocument[]> {
  return Promise.all(readings.map((reading) => naming(reading.name, () => reading.documentFrom(from))));
}

function readingOfXliff(file: GivenFile): Reading {
  const { work, document } = readXliffFile(file);
  const language = languageOf(work.sourceLanguage);
  return {
    name: file.name,
    warnings: [],
    stated: { source: work.sourceLanguage, target: work.targetLanguage },
    language: () => language,
    documentFrom: (source) => {
      if (source === language) return document;
      const message = `It is to be translated from ${work.sourceLanguage}, and the others from ${source}.`;
      throw new CalqueError('wrong-language', message);
    },
  };
}

/** Has an error say which of the files it is about. */
async function naming<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CalqueError)) throw error;
    const message = error.message.includes(name) ? error.message : `${name}: ${error.message}`;
    throw new CalqueError(error.code, message, { ...error.details, where: name }, { cause: error });
  }
}

/** The name of a file without the folders it lies in, as long as a document’s may be. */
function shortened(path: string): string {
  const name = path.split(/[\\/]/).at(-1)?.replaceAll(/\p{C}/gu, '').trim();
  return (name || 'Untitled').slice(-200);
}
