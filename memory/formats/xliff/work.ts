import { CalqueError } from '../../model/errors.ts';
import { contentText, type InlineContent, isCode, sameContent } from '../../model/inline.ts';
import type { LanguageTag } from '../../model/language.ts';
import { canonicalTag, languageOf } from '../../model/language.ts';
import type { GivenRemark, NewSegment, Segment } from '../../model/project.ts';
import { countWords } from '../../text/words.ts';
import type { XliffChange } from './changes.ts';
import type { XliffDocumentHead, XliffSegment } from './file.ts';
import { scanXliff } from './scan.ts';
import { rewriteXliff } from './write-back.ts';

/** The two languages of a document; the second is absent where the file leaves it open. */
interface FileLanguages {
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage?: LanguageTag;
}

/** An XLIFF file as a document to translate: all its `file` elements in order. */
export interface XliffWork extends FileLanguages {
  readonly segments: readonly NewSegment[];
}

/**
 * Reads an XLIFF file as a document to translate. A segment keeps its codes, target, status, lock and origin; one
 * without text or code is locked, for there is nothing to translate in it. A unit is a paragraph.
 *
 * @throws CalqueError as `scanXliff` does; `unknown-language` where it is not French and English;
 * `same-language` for one of them on both sides; `wrong-language` where its parts go both ways; `empty-text` where
 * there is nothing to translate
 */
export function readXliffWork(bytes: Uint8Array, name: string): XliffWork {
  let languages: FileLanguages | undefined;
  let paragraph = -1;
  let between = '';
  const segments: NewSegment[] = [];
  scanXliff(bytes, name, {
    document: (document) => {
      languages = joinLanguages(languages, ourLanguages(document, name), document, name);
    },
    unit: (unit) => {
      const language = languageOf(languages?.sourceLanguage ?? 'fr');
      if (unit.length > 0) paragraph++;
      for (const [index, segment] of unit.entries()) {
        const lineEnd = index === 0 && segments.length > 0 ? '\n' : '';
        const words = countWords(contentText(segment.source), language);
        // What is remarked on a unit is said once, at its first segment.
        const remarks = index === 0 ? remarksOf(segment, name) : [];
        const place = { before: between + lineEnd + segment.before, paragraph, words };
        segments.push({ ...newSegment(segment), ...place, ...(remarks.length > 0 && { remarks }) });
        between = segment.after;
      }
    },
  });
  const last = segments.pop();
  if (!last || !languages) {
    throw new CalqueError('empty-text', `${name} holds no text to translate.`, { where: name });
  }
  segments.push({ ...last, after: between });
  return { ...languages, segments };
}

function newSegment({ id, source, target, status, locked, origin }: XliffSegment) {
  return {
    source: kept(source),
    ...(target.length > 0 && { target: kept(target) }),
    status,
    locked: locked || source.length === 0,
    ...(origin && { origin }),
    after: '',
    fileSegment: id,
  };
}

/** Its notes, each by whom the file names, or by the file. */
function remarksOf({ notes }: XliffSegment, name: string): readonly GivenRemark[] {
  const file = lastPart(name);
  return notes.flatMap(({ text, from }) =>
    text.trim() === '' ? [] : [{ text: apart(text.trim()), by: from ? `${apart(from)} (${file})` : file }],
  );
}

/** The name of a file without the folders it lies in. */
function lastPart(path: string): string {
  return path.split(/[\\/]/).at(-1) || path;
}

/** The same text apart from that of the file, all of which would be kept with any piece of it. */
function apart(text: string): string {
  return Buffer.from(text).toString();
}

/** The same content apart from the text of the file, all of which would be kept with any piece of it. */
function kept(content: InlineContent): InlineContent {
  return content.map((part) => (isCode(part) ? part : apart(part)));
}

function ourLanguages(document: XliffDocumentHead, name: string): FileLanguages {
  const where = `${name}, line ${document.line}`;
  const tagOf = (written: string, side: 'source' | 'target'): LanguageTag => {
    const tag = canonicalTag(written);
    if (tag !== undefined) return tag;
    const message = `${where}: the ${side} language is “${written.slice(0, 40)}”; French and English (fr, en) are translated here.`;
    throw new CalqueError('unknown-language', message, { where: name, line: document.line });
  };
  const sourceLanguage = tagOf(document.sourceLanguage, 'source');
  if (document.targetLanguage === undefined) return { sourceLanguage };
  const targetLanguage = tagOf(document.targetLanguage, 'target');
  if (languageOf(targetLanguage) === languageOf(sourceLanguage)) {
    const message = `${where}: source and target are in one language, ${sourceLanguage} and ${targetLanguage}.`;
    throw new CalqueError('same-language', message, { where: name, line: document.line });
  }
  return { sourceLanguage, targetLanguage };
}

/** The languages of the parts before and of one more: the first to state a region has it. */
function joinLanguages(
  before: FileLanguages | undefined,
  { sourceLanguage, targetLanguage }: FileLanguages,
  { line }: XliffDocumentHead,
  name: string,
): FileLanguages {
  if (before && languageOf(before.sourceLanguage) !== languageOf(sourceLanguage)) {
    const message = `${name}, line ${line}: this part is written in ${sourceLanguage}, and the first in ${before.sourceLanguage}; a document goes one way. Split the file.`;
    throw new CalqueError('wrong-language', message, { where: name, line });
  }
  const target = before?.targetLanguage ?? targetLanguage;
  return { sourceLanguage: before?.sourceLanguage ?? sourceLanguage, ...(target && { targetLanguage: target }) };
}

/** What the file is given back with. */
type WorkedSegment = Pick<Segment, 'fileSegment' | 'before' | 'target' | 'status' | 'origin'>;

/**
 * The file with the targets and statuses of its segments as they are now; the very bytes where none differs.
 *
 * @param segments all segments of the document, in order
 * @param targetLanguage written where the file leaves it open and something changes
 * @throws CalqueError as `scanXliff` does
 */
export function writeXliffWork(
  bytes: Uint8Array,
  name: string,
  segments: Iterable<WorkedSegment>,
  targetLanguage: LanguageTag,
): Uint8Array {
  const present = new Map<string, WorkedSegment>();
  for (const segment of segments) {
    if (segment.fileSegment === undefined) continue;
    const begun = present.get(segment.fileSegment);
    present.set(segment.fileSegment, begun ? joined(begun, segment) : segment);
  }
  return rewriteXliff(bytes, name, (segment) => changeOf(segment, present.get(segment.id)), { targetLanguage });
}

/** Two halves of a segment that was split; it is as far as the one that is less far. */
function joined(first: WorkedSegment, second: WorkedSegment): WorkedSegment {
  const isDone = ({ status }: WorkedSegment) => status === 'confirmed' || status === 'reviewed';
  const { status, origin } = isDone(first) ? second : first;
  return { ...first, target: [...first.target, second.before, ...second.target], status, ...(origin && { origin }) };
}

function changeOf(segment: XliffSegment, present: WorkedSegment | undefined): XliffChange | undefined {
  if (!present || segment.locked) return undefined;
  const { target, status, origin } = present;
  const isRetargeted = !sameContent(target, segment.target);
  if (!isRetargeted && status === segment.status) return undefined;
  return { id: segment.id, ...(isRetargeted && { target }), status, ...(origin && { origin }) };
}
