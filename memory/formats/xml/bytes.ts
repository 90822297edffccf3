import { CalqueError } from '../../model/errors.ts';
import { recogniseBinary } from '../binary.ts';
import { firstInvalidUtf8, lineOfByte } from '../utf8.ts';

/** A file as it arrives: bytes in pieces of any size, or text where it was decoded already. */
export type Chunks = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;

/** An XML declaration ends within the first bytes; none is longer in practice. */
const DECLARATION_BYTES = 256;

/**
 * The text of an XML file, decoded as it states: by its byte order mark, else by the encoding its declaration names,
 * else as UTF-8. A file that says UTF-16 and is written in single bytes is read as UTF-8, which is then verified:
 * programs that build XML in memory leave that mistake behind.
 *
 * @throws CalqueError `not-text`, `not-utf8` (bytes that are not in the encoding), `unsupported-format` (an encoding unknown here)
 */
export async function* decodeXml(chunks: Chunks, name: string): AsyncGenerator<string> {
  let decoder: ChunkDecoder | undefined;
  let head = new Uint8Array();
  for await (const chunk of chunks) {
    if (typeof chunk === 'string') {
      yield chunk;
    } else if (decoder) {
      yield decoder.decode(chunk);
    } else {
      head = join(head, chunk);
      if (head.length < DECLARATION_BYTES) continue;
      decoder = new ChunkDecoder(encodingOf(head, name), name);
      yield decoder.decode(head);
    }
  }
  if (!decoder && head.length > 0) {
    decoder = new ChunkDecoder(encodingOf(head, name), name);
    yield decoder.decode(head);
  }
  if (decoder) yield decoder.end();
}

/** A file's text with the byte order mark it may begin with, so that offsets in it are those of the file. */
export interface DecodedFile {
  /** In pieces, decoded as they are asked for. */
  readonly text: Iterable<string>;
  /** As `TextDecoder` knows it, in lower case: `utf-8`, `utf-16le`, `windows-1252`. */
  readonly encoding: string;
}

/** How much of a file that is in memory is decoded at once, in bytes. */
const PIECE = 64 * 1024;

/**
 * The whole of an XML file, decoded as {@link decodeXml} does, nothing left out.
 * @throws CalqueError as {@link decodeXml}, in part while the text is read
 */
export function decodeWholeXml(bytes: Uint8Array, name: string): DecodedFile {
  const decoder = new ChunkDecoder(encodingOf(bytes, name), name, true);
  return { text: decoder.pieces(bytes), encoding: decoder.encoding };
}

function encodingOf(head: Uint8Array, name: string): string {
  const kind = recogniseBinary(head);
  if (kind !== undefined) throw new CalqueError('not-text', `${name} is ${kind}, not XML.`, { where: name });
  const [first = 0, second = 0] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const declaration = new TextDecoder('latin1').decode(head.subarray(0, DECLARATION_BYTES));
  const named = /^[^<]{0,3}<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(declaration)?.[1]?.toLowerCase();
  return named === undefined || named.startsWith('utf-16') || named.startsWith('ucs-2') ? 'utf-8' : named;
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}

/** Decodes strictly, chunk by chunk, and knows the line on which the decoding failed. */
class ChunkDecoder {
  readonly #encoding: string;
  readonly #name: string;
  readonly #decoder: TextDecoder;
  #line = 1;
  /** The end of the chunk before, where a character of this chunk may begin. */
  #tail = new Uint8Array();

  constructor(encoding: string, name: string, keepMark = false) {
    this.#name = name;
    this.#encoding = encoding;
    try {
      this.#decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: keepMark });
    } catch (cause) {
      const message = `${name} says that it is in the encoding “${encoding.slice(0, 40)}”, which is not read here. Save it as UTF-8.`;
      throw new CalqueError('unsupported-format', message, { where: name, line: 1 }, { cause });
    }
  }

  get encoding(): string {
    return this.#decoder.encoding;
  }

  *pieces(bytes: Uint8Array): Generator<string> {
    for (let start = 0; start < bytes.length; start += PIECE) yield this.decode(bytes.subarray(start, start + PIECE));
    yield this.end();
  }

  decode(bytes: Uint8Array): string {
    try {
      const text = this.#decoder.decode(bytes, { stream: true });
      this.#line += lineOfByte(bytes, bytes.length) - 1;
      this.#tail = bytes.slice(-3);
      return text;
    } catch (cause) {
      throw this.#fault(bytes, cause);
    }
  }

  end(): string {
    try {
      return this.#decoder.decode();
    } catch (cause) {
      throw this.#fault(new Uint8Array(), cause);
    }
  }

  #fault(bytes: Uint8Array, cause: unknown): CalqueError {
    const encoding = this.#encoding.toUpperCase();
    const line = this.#line + this.#linesToFault(bytes);
    const message =
      `${this.#name} is not in ${encoding} as it says: line ${line} holds bytes that are none. ` +
      'Save it in UTF-8, or correct the encoding its first line names.';
    return new CalqueError('not-utf8', message, { where: this.#name, line }, { cause });
  }

  #linesToFault(bytes: Uint8Array): number {
    if (this.#encoding !== 'utf-8') return 0;
    let start = 0;
    while (start < this.#tail.length && ((this.#tail[start] ?? 0) & 0xc0) === 0x80) start++;
    const joined = join(this.#tail.subarray(start), bytes);
    const linesOfTail = lineOfByte(this.#tail, this.#tail.length) - 1;
    return Math.max(0, lineOfByte(joined, firstInvalidUtf8(joined) ?? 0) - 1 - linesOfTail);
  }
}
