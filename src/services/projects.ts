import type { ReadDocument } from '../../memory/model/document.ts';
import { CalqueError } from '../../memory/model/errors.ts';
import { contentFromText, contentText } from '../../memory/model/inline.ts';
import type { Language } from '../../memory/model/language.ts';
import { canonicalTag, languageOf, otherLanguage } from '../../memory/model/language.ts';
import type {
  NewSegment,
  Project,
  ProjectDocument,
  ProjectDocumentId,
  ProjectId,
  SegmentationChoice,
} from '../../memory/model/project.ts';
import type { Provenance } from '../../memory/model/provenance.ts';
import { mergeProvenance } from '../../memory/model/provenance.ts';
import type { Actor, NewProject, Store } from '../../memory/store/store.ts';
import { blockKindsOf } from '../../memory/text/block-kinds.ts';
import { readCredit } from '../../memory/text/credit.ts';
import { readDateLine } from '../../memory/text/date-line.ts';
import { detectLanguage } from '../../memory/text/detect.ts';
import { applyChoices } from '../../memory/text/segmentation/choices.ts';
import { segmentText } from '../../memory/text/segmentation/segmentation.ts';
import { countWords } from '../../memory/text/words.ts';
import { MAX_SEGMENT_LENGTH } from '../contract/values.ts';
import { directionOf } from './lookup.ts';
import { HOUSE_MEMORY, memoryNamed } from './memories.ts';

/** A text to translate, as it was pasted or read from a file. */
export interface GivenText {
  readonly name: string;
  readonly document: ReadDocument;
  /** What is known of it; wins over what the document says of itself. */
  readonly provenance?: Provenance | undefined;
}

/** Sets up work: projects, and the texts to translate in them. */
export interface Projects {
  /** Without `memories` the project uses every memory there is and writes to the house's own. */
  create(project: Omit<NewProject, 'memories'> & Partial<Pick<NewProject, 'memories'>>, actor: Actor): Promise<Project>;
  /**
   * Segments a text and adds it to the project.
   * @throws CalqueError `empty-text`, `text-too-long` for a sentence, or `wrong-language` when the text is plainly
   *   in the target language
   */
  addText(projectId: ProjectId, given: GivenText, actor: Actor): Promise<ProjectDocument>;
  /**
   * The document of that identity, where it is one of the project's.
   * @throws CalqueError `not-found`
   */
  documentOf(projectId: ProjectId, documentId: ProjectDocumentId): Promise<ProjectDocument>;
  /**
   * Makes a project of one text, its language read from the text where `sourceLanguage` is not given.
   * @throws CalqueError `undetected-language` when it cannot be told
   */
  createFromText(
    given: GivenText,
    sourceLanguage: Language | undefined,
    actor: Actor,
  ): Promise<{ project: Project; document: ProjectDocument }>;
}

/** The language of a text against the one stated is only doubted above this confidence. */
const CERTAIN = 0.9;

export function createProjects(store: Store): Projects {
  const create: Projects['create'] = async (project, actor) => {
    directionOf(project.sourceLanguage, project.targetLanguage);
    return store.createProject({ ...project, memories: project.memories ?? (await everyMemory(store, actor)) }, actor);
  };

  const addText: Projects['addText'] = async (projectId, given, actor) => {
    const project = await store.getProject(projectId);
    const choices = await store.segmentationChoices(projectId);
    return store.addProjectDocument(projectId, readText(given, languageOf(project.sourceLanguage), choices), actor);
  };

  return {
    create,
    addText,
    async documentOf(projectId, documentId) {
      const document = await store.getProjectDocument(documentId);
      if (document.projectId === projectId) return document;
      throw new CalqueError('not-found', `Project ${projectId} has no document ${documentId}.`, {
        where: 'documentId',
      });
    },
    async createFromText(given, stated, actor) {
      const source = stated ?? languageOfText(given.document);
      const document = readText(given, source);
      const project = await create(
        { name: given.name, sourceLanguage: source, targetLanguage: otherLanguage(source) },
        actor,
      );
      return { project, document: await store.addProjectDocument(project.id, document, actor) };
    },
  };
}

/** All memories there are, written to the house's own, which is made when it is missing. */
async function everyMemory(store: Store, actor: Actor): Promise<Project['memories']> {
  const house = await memoryNamed(store, HOUSE_MEMORY, actor);
  const memories = await store.listMemories();
  return memories.map(({ id }) => ({ memoryId: id, write: id === house.id }));
}

/** @throws CalqueError `undetected-language` */
export function languageOfText({ text, details }: ReadDocument): Language {
  const detected = detectLanguage(text)?.language ?? languageStated(details.language);
  if (detected !== undefined) return detected;
  throw new CalqueError(
    'undetected-language',
    'The text does not show whether it is French or English: state its language.',
    {
      where: 'sourceLanguage',
    },
  );
}

/** What a document says of its language, where that is one of the two. */
function languageStated(language = ''): Language | undefined {
  const tag = canonicalTag(language);
  return tag && languageOf(tag);
}

/** A text as a document in segments. A date line at its head is read as the date and left out of the segments. */
export function readText(
  { name, document, provenance = {} }: GivenText,
  language: Language,
  choices: readonly SegmentationChoice[] = [],
) {
  const { text } = document;
  const detected = detectLanguage(text);
  if (detected !== undefined && detected.language !== language && detected.confidence >= CERTAIN) {
    throw new CalqueError(
      'wrong-language',
      `The text is in ${LANGUAGE_NAMES[detected.language]}, and ${LANGUAGE_NAMES[language]} was stated.`,
      { where: 'text' },
    );
  }
  const head = readDateLine(text);
  const start = head?.end ?? 0;
  const segments = newSegments(document, start, language, choices);
  refuseLongSegments(segments);
  if (segments.length === 0) throw new CalqueError('empty-text', 'There is no text to translate.', { where: 'text' });
  const read: Provenance = { ...(head && { publishedOn: head.date }), ...creditIn(segments) };
  const known = mergeProvenance(mergeProvenance(document.details.provenance, read), provenance);
  return { name, provenance: known, segments };
}

/** What is longer could be stored, but its translation could not be sent back. */
function refuseLongSegments(segments: readonly NewSegment[]): void {
  for (const [index, { source }] of segments.entries()) {
    const text = contentText(source);
    if (text.length <= MAX_SEGMENT_LENGTH) continue;
    throw new CalqueError(
      'text-too-long',
      `Sentence ${index + 1}, “${text.slice(0, 40)}…”, has ${text.length} characters; at most ${MAX_SEGMENT_LENGTH} are taken.`,
      { where: 'text' },
    );
  }
}

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { fr: 'French', en: 'English' };

function newSegments(
  document: ReadDocument,
  start: number,
  language: Language,
  choices: readonly SegmentationChoice[],
): readonly NewSegment[] {
  const { text } = document;
  const kindAt = blockKindsOf(document);
  const body = text.slice(start);
  const found = applyChoices(body, segmentText(body, language), choices);
  let end = 0;
  return found.map((segment, index) => {
    const from = start + segment.start;
    const before = text.slice(end, from);
    const block = kindAt(from);
    end = start + segment.end;
    const after = index === found.length - 1 ? text.slice(end) : '';
    return {
      paragraph: segment.paragraph,
      before,
      after,
      source: contentFromText(segment.text),
      words: countWords(segment.text, language),
      ...(block && { block }),
    };
  });
}

/** What a credit note among the segments says of the whole text; the last one, as credits close an article. */
function creditIn(segments: readonly NewSegment[]): Provenance {
  for (const { source } of segments.toReversed()) {
    const [text] = source;
    const note = typeof text === 'string' ? readCredit(text) : undefined;
    if (note === undefined) continue;
    return {
      credit: note.text,
      ...(note.translator !== undefined && { translator: note.translator }),
      ...(note.originalLanguage !== undefined && { originalLanguage: note.originalLanguage }),
    };
  }
  return {};
}
