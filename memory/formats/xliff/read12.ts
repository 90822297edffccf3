import { CalqueError } from '../../model/errors.ts';
import type { InlineContent } from '../../model/inline.ts';
import { contentKey } from '../../model/inline.ts';
import type { LanguageTag } from '../../model/language.ts';
import { languageOf, parseLanguageTag } from '../../model/language.ts';
import type { Origin, Status } from '../../model/origin.ts';
import type { Chunks } from '../xml/bytes.ts';
import type { XmlElement } from '../xml/element.ts';
import { childrenNamed, textOf } from '../xml/element.ts';
import { readXml } from '../xml/reader.ts';
import { readContent } from './read-content.ts';
import { originOf, statusOf } from './states.ts';

/** A translation the file offers for a segment, in the order of the file. */
export interface XliffCandidate {
  readonly source?: InlineContent;
  readonly target: InlineContent;
  /** 0–100, as the tool that made it rated it. */
  readonly quality?: number;
  readonly origin?: string;
  readonly notes: readonly string[];
}

/** A `trans-unit`. */
export interface XliffSegment {
  readonly id: string;
  /** 1-based line it begins on. */
  readonly line: number;
  readonly source: InlineContent;
  readonly target: InlineContent;
  /** `untranslated` exactly when there is no target. */
  readonly status: Status;
  readonly locked: boolean;
  /** Absent exactly when there is no target. */
  readonly origin?: Origin;
  /** `target@state` as it stands. */
  readonly state?: string;
  readonly notes: readonly string[];
  readonly candidates: readonly XliffCandidate[];
}

/** A `file`: one bilingual document. */
export interface XliffFile {
  /** `file@original`. */
  readonly name: string;
  readonly sourceLanguage: LanguageTag;
  /** Absent where the file leaves it open. */
  readonly targetLanguage?: LanguageTag;
  readonly segments: readonly XliffSegment[];
}

/**
 * The documents of an XLIFF 1.0–1.2 file, to be read into projects: each `trans-unit` is a segment, whatever `mrk` is
 * in it, and groups are passed through. It is a reader of content, not of form: what it does not name is not kept.
 *
 * @throws CalqueError `ill-formed-xml` with line and column; `ill-formed-file` when it is no XLIFF or a unit lacks what
 * it must have; `unsupported-format` for XLIFF 2; `unknown-language`; `same-language`; `empty-text` without any unit;
 * `not-text`, `not-utf8`, `text-too-long`
 */
export async function readXliff12(chunks: Chunks, name: string): Promise<readonly XliffFile[]> {
  const reader = new FileReader(name);
  const events = {
    subtrees: new Set(['trans-unit']),
    start: (element: XmlElement): void => reader.start(element),
    subtree: (element: XmlElement): void => reader.unit(element),
  };
  for await (const _ of readXml(chunks, name, events)) {
    // Nothing is passed on before the end: a file with a fault in its last line is refused as a whole.
  }
  return reader.files();
}

interface OpenFile extends XliffFile {
  readonly segments: XliffSegment[];
}

class FileReader {
  readonly #name: string;
  readonly #files: OpenFile[] = [];
  #root = false;

  constructor(name: string) {
    this.#name = name;
  }

  start(element: XmlElement): void {
    if (!this.#root) this.#checkRoot(element);
    this.#root = true;
    if (element.name === 'file') this.#files.push(this.#file(element));
  }

  unit(element: XmlElement): void {
    this.start(element);
    const file = this.#files.at(-1);
    const source = childrenNamed(element, 'source')[0];
    if (!file || !source) {
      const lack = file ? 'has no <source>' : 'stands outside a <file>';
      const message = `${this.#name}, line ${element.line}: the unit “${element.attributes['id'] ?? ''}” ${lack}.`;
      throw new CalqueError('ill-formed-file', message, { where: this.#name, line: element.line });
    }
    file.segments.push(readSegment(element, source, this.#name));
  }

  files(): readonly XliffFile[] {
    if (this.#files.every(({ segments }) => segments.length === 0)) {
      throw new CalqueError('empty-text', `${this.#name} holds no text to translate.`, { where: this.#name });
    }
    return this.#files;
  }

  #checkRoot({ name, attributes, line }: XmlElement): void {
    const where = this.#name;
    if (name !== 'xliff') {
      const message = `${where} is not XLIFF: it begins with <${name.slice(0, 40)}>, not <xliff>.`;
      throw new CalqueError('ill-formed-file', message, { where, line });
    }
    const version = attributes['version'] ?? '1.2';
    if (!version.startsWith('1.')) {
      const message = `${where} is XLIFF ${version.slice(0, 20)}; versions 1.0 to 1.2 are read.`;
      throw new CalqueError('unsupported-format', message, { where, line });
    }
  }

  #file({ attributes, line }: XmlElement): OpenFile {
    const where = `${this.#name}, line ${line}`;
    const written = attributes['target-language'];
    const sourceLanguage = parseLanguageTag(attributes['source-language'] ?? '', `${where}, source-language`);
    const targetLanguage = written ? parseLanguageTag(written, `${where}, target-language`) : undefined;
    if (targetLanguage && languageOf(targetLanguage) === languageOf(sourceLanguage)) {
      const message = `${where}: source and target are in one language, ${sourceLanguage} and ${targetLanguage}.`;
      throw new CalqueError('same-language', message, { where: this.#name, line });
    }
    const name = attributes['original'] || this.#name;
    return { name, sourceLanguage, ...(targetLanguage && { targetLanguage }), segments: [] };
  }
}

function readSegment(unit: XmlElement, sourceElement: XmlElement, fileName: string): XliffSegment {
  const { id = '', approved, translate } = unit.attributes;
  const targetElement = childrenNamed(unit, 'target')[0];
  const state = targetElement?.attributes['state'];
  const qualifier = targetElement?.attributes['state-qualifier'];
  const read = { ...(state && { state }), ...(qualifier && { qualifier }), approved: approved === 'yes' };
  const source = readContent(sourceElement);
  const written = targetElement ? readContent(targetElement) : [];
  const target = isPlaceholder(written, source, state) ? [] : written;
  const translated = target.length > 0;
  const candidates = childrenNamed(unit, 'alt-trans').flatMap(readCandidate);
  const engine = candidates.find((candidate) => contentKey(candidate.target) === contentKey(target))?.origin;
  return {
    id,
    line: unit.line,
    source,
    target,
    status: translated ? statusOf(read) : 'untranslated',
    locked: translate === 'no',
    ...(translated && { origin: originOf(read, engine) ?? { kind: 'import', source: fileName } }),
    ...(state && { state }),
    notes: childrenNamed(unit, 'note').map(textOf),
    candidates,
  };
}

/** Files for tools that translate what stands in the target have the source there until someone does. */
function isPlaceholder(target: InlineContent, source: InlineContent, state: string | undefined): boolean {
  return (state === 'new' || state === 'needs-translation') && contentKey(target) === contentKey(source);
}

function readCandidate(element: XmlElement): readonly XliffCandidate[] {
  const target = childrenNamed(element, 'target')[0];
  if (!target) return [];
  const source = childrenNamed(element, 'source')[0];
  const { origin } = element.attributes;
  // Some tools write `87%` or `87.5`.
  const quality = Number.parseFloat(element.attributes['match-quality'] ?? '');
  return [
    {
      ...(source && { source: readContent(source) }),
      target: readContent(target),
      ...(quality >= 0 && quality <= 100 && { quality: Math.floor(quality) }),
      ...(origin && { origin }),
      notes: childrenNamed(element, 'note').map(textOf),
    },
  ];
}
