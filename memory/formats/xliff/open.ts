import { CalqueError } from '../../model/errors.ts';
import { decodeWholeXml } from '../xml/bytes.ts';
import { Lines } from '../xml/lines.ts';
import type { PlacedElement } from '../xml/placed.ts';
import { readPlacedXml } from '../xml/placed.ts';
import type { Dialect } from './dialects.ts';
import { dialectOf } from './dialects.ts';
import type { LanguageHolder, XliffDocument, XliffFile, XliffSegment } from './file.ts';
import { isVersion2 } from './file.ts';
import { placeOf, UniqueNames } from './units.ts';
import { readUnit1 } from './units1.ts';
import { readUnit2 } from './units2.ts';

/**
 * Opens an XLIFF file, 1.0 to 1.2 and 2.0 to 2.2, of any tool and in any languages, so that it can be worked on and
 * given back with nothing changed but what was worked on (`writeBack`). Nothing is checked that reading does not
 * need: `validateXliff` does that.
 *
 * @throws CalqueError `ill-formed-xml` with line and column; `ill-formed-file` when it is no XLIFF;
 * `unsupported-format` for another version or encoding; `not-text`, `not-utf8`, `text-too-long`
 */
export function openXliff(bytes: Uint8Array, name: string): XliffFile {
  const decoded = decodeWholeXml(bytes, name);
  const reader = new FileReader(name, decoded.text);
  readPlacedXml(decoded.text, name, {
    wants: (element) => reader.isUnit(element),
    start: (element) => reader.start(element),
    subtree: (element) => reader.unit(element),
  });
  return { name, bytes, decoded, ...reader.facts() };
}

interface OpenDocument extends XliffDocument {
  readonly segments: XliffSegment[];
}

class FileReader {
  readonly #name: string;
  readonly #text: string;
  readonly #lines: Lines;
  readonly #documents: OpenDocument[] = [];
  readonly #holders: LanguageHolder[] = [];
  readonly #files = new UniqueNames();
  #units = new UniqueNames();
  #path = '';
  #root: PlacedElement | undefined;
  #version = '';
  #dialect: Dialect = 'standard';

  constructor(name: string, text: string) {
    this.#name = name;
    this.#text = text;
    this.#lines = new Lines(text);
  }

  /** A unit is of XLIFF's own namespace, whatever that is in this version, and stands in a `file`. */
  isUnit({ local, namespace }: PlacedElement): boolean {
    if (!this.#root || namespace !== this.#root.namespace || this.#documents.length === 0) return false;
    return local === (isVersion2(this.#version) ? 'unit' : 'trans-unit');
  }

  start(element: PlacedElement): void {
    if (!this.#root) this.#start(element);
    if (element.local === 'file' && element.namespace === this.#root?.namespace) this.#file(element);
  }

  unit(unit: PlacedElement): void {
    const path = `${this.#path}/${this.#units.take(unit.attributes['id'] ?? '')}`;
    const { line } = this.#lines.placeOf(unit.start);
    const read = isVersion2(this.#version) ? readUnit2 : readUnit1;
    const context = { fileName: this.#name, fileText: this.#text, dialect: this.#dialect, path, line };
    this.#documents.at(-1)?.segments.push(...read(unit, context));
  }

  facts() {
    return {
      version: this.#version,
      dialect: this.#dialect,
      documents: this.#documents,
      languageHolders: this.#holders,
    };
  }

  #start(root: PlacedElement): void {
    const where = this.#name;
    const { line, column } = this.#lines.placeOf(root.start);
    if (root.local !== 'xliff') {
      const message = `${where} is not XLIFF: it begins with <${root.name.slice(0, 40)}>, not <xliff>.`;
      throw new CalqueError('ill-formed-file', message, { where, line, column });
    }
    this.#version = root.attributes['version'] ?? (root.namespace.endsWith(':2.0') ? '2.0' : '1.2');
    if (!/^[12]\./.test(this.#version)) {
      const message = `${where} is XLIFF ${this.#version.slice(0, 20)}; versions 1.0 to 1.2 and 2.0 to 2.2 are read.`;
      throw new CalqueError('unsupported-format', message, { where, line, column });
    }
    this.#root = root;
    this.#dialect = dialectOf(root);
    if (isVersion2(this.#version)) this.#holder(root, 'trgLang');
  }

  #file(file: PlacedElement): void {
    const { attributes } = file;
    const is2 = isVersion2(this.#version);
    const number = `${this.#documents.length + 1}`;
    this.#path = this.#files.take(is2 ? (attributes['id'] ?? number) : number);
    this.#units = new UniqueNames();
    if (!is2) this.#holder(file, 'target-language');
    const languages = is2 ? this.#root?.attributes : attributes;
    const targetLanguage = languages?.[is2 ? 'trgLang' : 'target-language'];
    this.#documents.push({
      name: attributes['original'] || (is2 && attributes['id']) || this.#name,
      line: this.#lines.placeOf(file.start).line,
      sourceLanguage: languages?.[is2 ? 'srcLang' : 'source-language'] ?? '',
      ...(targetLanguage && { targetLanguage }),
      segments: [],
    });
  }

  #holder(element: PlacedElement, attribute: LanguageHolder['attribute']): void {
    const value = element.attributes[attribute];
    this.#holders.push({ element: placeOf(element), attribute, ...(value && { value }) });
  }
}
