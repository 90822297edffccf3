import type { TableRecord } from './record.ts';
import { fieldTooLong, LONGEST_FIELD } from './record.ts';

/** Reads tab-separated text as it comes: no sign in it stands for another, so that every line is a row. */
export class TabbedParser {
  /** The line that comes next. */
  line = 1;
  readonly #name: string;
  #rest = '';

  /** @param name names the file in errors */
  constructor(name: string) {
    this.#name = name;
  }

  /** @throws CalqueError `line-too-long` */
  *write(text: string): Generator<TableRecord> {
    const all = this.#rest + text;
    // Whether a carriage return at the end is half of a line end is known by the sign after it.
    const end = all.endsWith('\r') ? all.length - 1 : all.length;
    const lines = linesOf(all.slice(0, end));
    this.#rest = (lines.pop() ?? '') + all.slice(end);
    for (const line of lines) yield* this.#row(line);
    if (this.#rest.length > LONGEST_FIELD) this.#fields(this.#rest);
  }

  /** @throws CalqueError `line-too-long` */
  *end(): Generator<TableRecord> {
    for (const line of linesOf(this.#rest)) yield* this.#row(line);
  }

  *#row(text: string): Generator<TableRecord> {
    const line = this.line;
    if (text.trim() !== '') yield { line, fields: this.#fields(text) };
    this.line++;
  }

  #fields(text: string): readonly string[] {
    const fields = text.split('\t');
    if (text.length > LONGEST_FIELD && fields.some(({ length }) => length > LONGEST_FIELD)) {
      throw fieldTooLong(this.#name, this.line);
    }
    return fields;
  }
}

function linesOf(text: string): string[] {
  return text.includes('\r') ? text.split(/\r\n?|\n/) : text.split('\n');
}
