import { CalqueError } from '../../model/errors.ts';
import type { TableRecord } from './record.ts';
import { fieldTooLong, LONGEST_FIELD } from './record.ts';
import { TabbedParser } from './tabbed.ts';

/**
 * The rows of comma-separated or tab-separated text. Comma-separated values may be quoted, hold line ends then, and be
 * parted by semicolons, as spreadsheets in French write them; in tab-separated text a quote is a sign like others. Rows
 * without any text are passed over.
 *
 * @throws CalqueError `not-utf8`, `line-too-long`, `ill-formed-file` for a quote that is not closed, each with the line
 */
export async function* readDelimited(
  chunks: AsyncIterable<Uint8Array>,
  kind: 'csv' | 'tsv',
  name: string,
): AsyncGenerator<TableRecord> {
  const parser = kind === 'tsv' ? new TabbedParser(name) : new QuotedParser(name);
  for await (const text of decoded(chunks, name, () => parser.line)) yield* parser.write(text);
  yield* parser.end();
}

/** How much of a text is read before its fields are measured. */
const SLICE = 64 * 1024;

/**
 * The same for comma-separated values that are a text already.
 * @throws CalqueError `line-too-long`, `ill-formed-file` as {@link readDelimited} does
 */
export function* delimitedRows(text: string, name: string): Generator<TableRecord, undefined> {
  const parser = new QuotedParser(name);
  for (let start = text.startsWith('\uFEFF') ? 1 : 0; start < text.length; start += SLICE) {
    yield* parser.write(text.slice(start, start + SLICE));
  }
  yield* parser.end();
  return undefined;
}

/** UTF-8, or UTF-16 with its mark, which is what spreadsheets call Unicode text. */
async function* decoded(chunks: AsyncIterable<Uint8Array>, name: string, line: () => number): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  const decode = (chunk?: Uint8Array): string => {
    try {
      return decoder?.decode(chunk, { stream: chunk !== undefined }) ?? '';
    } catch (cause) {
      const message = `${name} is not in UTF-8: there is a wrong byte on line ${line()} or after it. Save it as UTF-8 first.`;
      throw new CalqueError('not-utf8', message, { where: name, line: line() }, { cause });
    }
  };
  for await (const chunk of fromMark(chunks)) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    yield decode(chunk);
  }
  yield decode();
}

const MARK_BYTES = 2;

/** The same bytes in pieces of which the first holds the whole of a mark, however short those were that came. */
async function* fromMark(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | undefined = new Uint8Array();
  for await (const chunk of chunks) {
    if (head) {
      const joined: Uint8Array = new Uint8Array(head.length + chunk.length);
      joined.set(head);
      joined.set(chunk, head.length);
      head = joined.length < MARK_BYTES ? joined : undefined;
      if (!head) yield joined;
    } else yield chunk;
  }
  if (head && head.length > 0) yield head;
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

class QuotedParser {
  /** The line that the next sign stands on. */
  line = 1;
  readonly #name: string;
  #separator: string | undefined;
  #rest = '';
  #fields: string[] = [];
  #field = '';
  #began = 1;
  #quoted: 'no' | 'inside' | 'closed' = 'no';

  constructor(name: string) {
    this.#name = name;
  }

  *write(text: string): Generator<TableRecord> {
    this.#rest += text;
    // The separator is known by the first line, and a line end or a quote by the sign after it.
    if (this.#separator === undefined) {
      if (!/[\r\n]/.test(this.#rest) && this.#rest.length < LONGEST_FIELD) return;
      this.#separator = separatorOf(this.#rest);
    }
    yield* this.#take(this.#rest.length - 1);
  }

  *end(): Generator<TableRecord> {
    this.#separator ??= separatorOf(this.#rest);
    yield* this.#take(this.#rest.length);
    if (this.#quoted === 'inside') {
      const message = `${this.#name}: the quote on line ${this.#began} is not closed.`;
      throw new CalqueError('ill-formed-file', message, { where: this.#name, line: this.#began });
    }
    yield* this.#row();
  }

  *#take(length: number): Generator<TableRecord> {
    const text = this.#rest;
    let start = 0;
    let index = 0;
    for (; index < length; index++) {
      const sign = text[index];
      if (sign === '\n') this.line++;
      if (this.#quoted === 'inside') {
        if (sign !== '"') continue;
        this.#add(text.slice(start, index));
        start = index + 1;
        if (text[index + 1] === '"') index++;
        else this.#quoted = 'closed';
        continue;
      }
      if (sign === '"' && this.#quoted === 'no' && this.#field + text.slice(start, index) === '') {
        this.#quoted = 'inside';
        start = index + 1;
      } else if (sign === this.#separator || sign === '\n' || sign === '\r') {
        this.#close(text.slice(start, index));
        if (sign === '\r' && text[index + 1] === '\n') index++;
        start = index + 1;
        if (sign === this.#separator) continue;
        if (sign === '\r') this.line++;
        yield* this.#row();
      }
    }
    // A sign that goes with the one before it was taken along, beyond `length`.
    this.#add(text.slice(start, index));
    this.#rest = text.slice(index);
  }

  #add(piece: string): void {
    this.#field += piece;
    if (this.#field.length > LONGEST_FIELD) throw fieldTooLong(this.#name, this.#began);
  }

  #close(rest: string): void {
    this.#add(rest);
    this.#fields.push(this.#field);
    this.#field = '';
    this.#quoted = 'no';
  }

  *#row(): Generator<TableRecord> {
    if (this.#field !== '') this.#close('');
    const fields = this.#fields;
    const line = this.#began;
    this.#fields = [];
    this.#began = this.line;
    if (fields.some((field) => field.trim() !== '')) yield { line, fields };
  }
}

/** What parts the fields of the first line: the one of comma, semicolon and tab that it has most of. */
function separatorOf(text: string): string {
  const head = text.slice(0, text.search(/[\r\n]|$/)).replaceAll(/"[^"]*"/g, '');
  const count = (sign: string) => head.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
