import { CalqueError } from '../model/errors.ts';
import { firstInvalidUtf8 } from './utf8.ts';

/** The longest line taken, in UTF-16 units, and what one at least has that comes in more bytes than this. */
const LONGEST_LINE = 1_000_000;
const LONGEST_IN_BYTES = 3 * LONGEST_LINE;

const LINE_FEED = 0x0a;

/**
 * The lines of a text in UTF-8, without what ends them, as soon as each is whole. A byte order mark is no part of the
 * first. The lines before one that is refused are given.
 * @param name names the text in errors
 * @throws CalqueError `not-utf8` or `line-too-long`, naming the line
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  name: string,
): AsyncGenerator<string> {
  const reader = new LineReader(name);
  for await (const chunk of chunks) yield* reader.read(chunk);
  yield* reader.end();
}

class LineReader {
  readonly #name: string;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  /** How many lines were given. */
  #lines = 0;
  /** The pieces of the line that is not whole yet. */
  #begun: Uint8Array[] = [];
  #begunBytes = 0;

  constructor(name: string) {
    this.#name = name;
  }

  *read(chunk: Uint8Array): Generator<string> {
    const end = chunk.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) yield* this.#linesOf(this.#joined(chunk.subarray(0, end)));
    if (end < chunk.length) this.#begin(chunk.subarray(end));
    if (this.#begunBytes > LONGEST_IN_BYTES) throw this.#tooLong();
  }

  *end(): Generator<string> {
    if (this.#begunBytes > 0) yield* this.#linesOf(this.#joined(new Uint8Array()));
  }

  #begin(piece: Uint8Array): void {
    this.#begun.push(piece);
    this.#begunBytes += piece.length;
  }

  /** What was begun and what comes after it. */
  #joined(last: Uint8Array): Uint8Array {
    if (this.#begun.length === 0) return last;
    this.#begin(last);
    const bytes = new Uint8Array(this.#begunBytes);
    let at = 0;
    for (const piece of this.#begun) {
      bytes.set(piece, at);
      at += piece.length;
    }
    this.#begun = [];
    this.#begunBytes = 0;
    return bytes;
  }

  *#linesOf(bytes: Uint8Array): Generator<string> {
    const text = this.#decoded(bytes);
    if (text !== undefined) {
      yield* this.#linesIn(text);
      return;
    }
    const wrong = firstInvalidUtf8(bytes) ?? 0;
    const start = wrong === 0 ? 0 : bytes.lastIndexOf(LINE_FEED, wrong - 1) + 1;
    yield* this.#linesIn(this.#decoded(bytes.subarray(0, start)) ?? '');
    const message = `Line ${this.#lines + 1} of ${this.#name} is not in UTF-8. Save it as UTF-8 first.`;
    throw new CalqueError('not-utf8', message, { where: this.#name, line: this.#lines + 1 });
  }

  /** Nothing where the bytes are not in UTF-8. */
  #decoded(bytes: Uint8Array): string | undefined {
    try {
      return this.#decoder.decode(bytes);
    } catch {
      return undefined;
    }
  }

  *#linesIn(text: string): Generator<string> {
    const lines = text.split('\n');
    if (lines.at(-1) === '') lines.pop();
    for (const line of lines) {
      if (line.length > LONGEST_LINE) throw this.#tooLong();
      const from = this.#lines++ === 0 && line.startsWith('\uFEFF') ? 1 : 0;
      yield line.slice(from, line.endsWith('\r') ? -1 : undefined);
    }
  }

  #tooLong(): CalqueError {
    const line = this.#lines + 1;
    const message = `Line ${line} of ${this.#name} is longer than ${LONGEST_LINE} characters.`;
    return new CalqueError('line-too-long', message, { where: this.#name, line });
  }
}
