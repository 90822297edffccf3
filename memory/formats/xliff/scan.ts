import { CalqueError } from '../../model/errors.ts';
import { decodeWholeXml } from '../xml/bytes.ts';
import type { PlacedElement, PlacedEvents } from '../xml/placed.ts';
import { readPlacedXml } from '../xml/placed.ts';
import { writtenTag } from '../xml/splice.ts';
import { TextWindow } from '../xml/text-window.ts';
import { dialectOf } from './dialects.ts';
import type { LanguageHolder, XliffDocumentHead, XliffFrame, XliffSegment } from './file.ts';
import { isVersion2 } from './file.ts';
import { UniqueNames } from './units.ts';
import { readUnit1 } from './units1.ts';
import { readUnit2 } from './units2.ts';

/** What is told of an XLIFF file while it is read, in its order. */
export interface XliffEvents {
  /** The file begins, and is of XLIFF 2. */
  languageHolder?(holder: LanguageHolder): void;
  /** A `file` begins. */
  document?(document: XliffDocumentHead): void;
  /** The segments of one unit of the document that began last; none where the unit has no source. */
  unit(segments: readonly XliffSegment[], document: XliffDocumentHead, frame: XliffFrame): void;
}

/** An XLIFF file that was read to its end. */
export interface ScannedXliff {
  readonly frame: XliffFrame;
  readonly documents: readonly XliffDocumentHead[];
}

/**
 * Reads an XLIFF file unit by unit, so that a large one need not be kept as a whole. An error may come after some
 * units: what is done with them holds only once all is read.
 *
 * @throws CalqueError `ill-formed-xml` with line and column; `ill-formed-file` when it is no XLIFF;
 * `unsupported-format` for another version or encoding; `not-text`, `not-utf8`, `text-too-long`
 */
export function scanXliff(bytes: Uint8Array, name: string, events: XliffEvents): ScannedXliff {
  const { text, encoding } = decodeWholeXml(bytes, name);
  const window = new TextWindow();
  const reader = new FileReader(name, { text: window, encoding }, events);
  readPlacedXml(text, name, reader, window);
  return reader.scanned();
}

class FileReader implements PlacedEvents {
  readonly #name: string;
  readonly #events: XliffEvents;
  readonly #documents: XliffDocumentHead[] = [];
  readonly #files = new UniqueNames();
  #units = new UniqueNames();
  #path = '';
  #root: PlacedElement | undefined;
  #frame: XliffFrame;

  constructor(name: string, file: Pick<XliffFrame, 'text' | 'encoding'>, events: XliffEvents) {
    this.#name = name;
    this.#events = events;
    this.#frame = { name, version: '', dialect: 'standard', ...file };
  }

  /** A unit is of XLIFF's own namespace, whatever that is in this version, and stands in a `file`. */
  wants({ local, namespace }: PlacedElement): boolean {
    if (!this.#root || namespace !== this.#root.namespace || this.#documents.length === 0) return false;
    return local === (isVersion2(this.#frame.version) ? 'unit' : 'trans-unit');
  }

  start(element: PlacedElement): void {
    if (!this.#root) this.#start(element);
    if (element.local === 'file' && element.namespace === this.#root?.namespace) this.#file(element);
  }

  subtree(unit: PlacedElement): void {
    const path = `${this.#path}/${this.#units.take(unit.attributes['id'] ?? '')}`;
    const { version, dialect, text } = this.#frame;
    const read = isVersion2(version) ? readUnit2 : readUnit1;
    const context = { fileName: this.#name, fileText: text, dialect, path, line: unit.line };
    const document = this.#documents.at(-1);
    if (document) this.#events.unit(read(unit, context), document, this.#frame);
  }

  scanned(): ScannedXliff {
    return { frame: this.#frame, documents: this.#documents };
  }

  #start(root: PlacedElement): void {
    const where = this.#name;
    const { line } = root;
    if (root.local !== 'xliff') {
      const message = `${where} is not XLIFF: it begins with <${root.name.slice(0, 40)}>, not <xliff>.`;
      throw new CalqueError('ill-formed-file', message, { where, line });
    }
    const version = root.attributes['version'] ?? (root.namespace.endsWith(':2.0') ? '2.0' : '1.2');
    if (!/^[12]\./.test(version)) {
      const message = `${where} is XLIFF ${version.slice(0, 20)}; versions 1.0 to 1.2 and 2.0 to 2.2 are read.`;
      throw new CalqueError('unsupported-format', message, { where, line });
    }
    this.#root = root;
    this.#frame = { ...this.#frame, version, dialect: dialectOf(root) };
    if (!isVersion2(version)) return;
    const { trgLang: language } = root.attributes;
    this.#events.languageHolder?.({ tag: writtenTag(this.#frame.text, root), ...(language && { language }) });
  }

  #file(file: PlacedElement): void {
    const { attributes } = file;
    const is2 = isVersion2(this.#frame.version);
    const number = `${this.#documents.length + 1}`;
    this.#path = this.#files.take(is2 ? (attributes['id'] ?? number) : number);
    this.#units = new UniqueNames();
    const languages = is2 ? this.#root?.attributes : attributes;
    const targetLanguage = languages?.[is2 ? 'trgLang' : 'target-language'];
    const document = {
      name: attributes['original'] || (is2 && attributes['id']) || this.#name,
      line: file.line,
      sourceLanguage: languages?.[is2 ? 'srcLang' : 'source-language'] ?? '',
      ...(targetLanguage && { targetLanguage }),
    };
    this.#documents.push(document);
    this.#events.document?.(document);
  }
}
