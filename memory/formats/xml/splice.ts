import { CalqueError } from '../../model/errors.ts';
import { escapeAttribute } from './escape.ts';
import type { FileText } from './text-window.ts';

/** Puts `text` in the place of what stands from `start` to before `end`; with equal offsets it is put in between. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A start tag as written, and where its `<` stands. */
export interface WrittenTag {
  readonly start: number;
  readonly written: string;
}

export function writtenTag(
  text: FileText,
  { start, contentStart }: { readonly start: number; readonly contentStart: number },
): WrittenTag {
  return { start, written: text.slice(start, contentStart) };
}

/** The splice that gives an element another value of an attribute, or takes the attribute off (`undefined`). */
export function attributeSplice(tag: WrittenTag, name: string, value: string | undefined): Splice | undefined {
  for (const { index, 0: whole, groups } of tag.written.matchAll(ATTRIBUTE)) {
    if (groups?.['name'] !== name) continue;
    const start = tag.start + index;
    const end = start + whole.length;
    if (value === undefined) return { start, end, text: '' };
    const [quote = '"'] = groups['value'] ?? '';
    const quoted = escapeAttribute(value).replaceAll("'", '&apos;');
    return { start: end - (groups['value'] ?? '').length, end, text: quote + quoted + quote };
  }
  if (value === undefined) return undefined;
  const close = /\s*\/?>$/.exec(tag.written);
  const place = tag.start + (close?.index ?? tag.written.length);
  return { start: place, end: place, text: ` ${name}="${escapeAttribute(value)}"` };
}

const ATTRIBUTE = /\s+(?<name>[^\s=<>/"']+)\s*=\s*(?<value>"[^"]*"|'[^']*')/g;

/**
 * The file with the splices done, in its own encoding. What is not spliced keeps its very bytes.
 * @param encoding of the file, as `TextDecoder` knows it
 * @param splices not overlapping, in any order
 */
export function applySplices(bytes: Uint8Array, encoding: string, splices: readonly Splice[]): Uint8Array {
  const ordered = splices.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const offsets = new ByteOffsets(bytes, encoding);
  const encode = encoderFor(encoding);
  const longest = ordered.reduce((length, { text }) => length + encode.longest(text), bytes.length);
  const written = new Uint8Array(longest);
  let length = 0;
  const copy = (from: number, to: number): void => {
    written.set(bytes.subarray(from, to), length);
    length += to - from;
  };
  let end = 0;
  let character = 0;
  for (const splice of ordered) {
    if (splice.start < character) throw new CalqueError('internal', 'Two changes of one file overlap.');
    copy(end, offsets.of(splice.start));
    length += encode.into(splice.text, written.subarray(length));
    end = offsets.of(splice.end);
    character = splice.end;
  }
  copy(end, bytes.length);
  return written.subarray(0, length);
}

interface Encoder {
  /** How many bytes a text may take. */
  longest(text: string): number;
  /** @returns how many were written */
  into(text: string, bytes: Uint8Array): number;
}

const encoder = new TextEncoder();

const UTF8: Encoder = {
  longest: (text) => text.length * 3,
  into: (text, bytes) => encoder.encodeInto(text, bytes).written,
};

/** In encodings that do not have every character, what is put in is ASCII with character references. */
function encoderFor(encoding: string): Encoder {
  if (encoding === 'utf-8') return UTF8;
  if (!encoding.startsWith('utf-16')) {
    return {
      longest: (text) => asciiOf(text).length,
      into: (text, bytes) => UTF8.into(asciiOf(text), bytes),
    };
  }
  return {
    longest: (text) => text.length * 2,
    into(text, { buffer, byteOffset }) {
      const view = new DataView(buffer, byteOffset);
      for (let index = 0; index < text.length; index++) {
        view.setUint16(index * 2, text.charCodeAt(index), encoding === 'utf-16le');
      }
      return text.length * 2;
    },
  };
}

function asciiOf(text: string): string {
  return text.replace(/[^\p{ASCII}]/gu, (character) => `&#${character.codePointAt(0)};`);
}

/** Tells where the characters of a file begin in its bytes, for offsets that only rise. */
class ByteOffsets {
  readonly #bytes: Uint8Array;
  readonly #unitsAt: (byte: number) => number;
  #byte = 0;
  #character = 0;

  constructor(bytes: Uint8Array, encoding: string) {
    this.#bytes = bytes;
    if (encoding === 'utf-8') this.#unitsAt = (byte) => unitsOfUtf8(bytes, byte);
    else if (encoding.startsWith('utf-16')) this.#unitsAt = (byte) => byte & 1;
    else {
      // Other encodings have no rule that all share: each byte is decoded and what comes of it counted.
      const decoder = new TextDecoder(encoding, { ignoreBOM: true });
      this.#unitsAt = (byte) => decoder.decode(bytes.subarray(byte, byte + 1), { stream: true }).length;
    }
  }

  of(offset: number): number {
    const { length } = this.#bytes;
    while (this.#character < offset && this.#byte < length) this.#character += this.#unitsAt(this.#byte++);
    return this.#byte;
  }
}

/** The UTF-16 units of the character that the byte is the last of; 0 where others of it follow. */
function unitsOfUtf8(bytes: Uint8Array, byte: number): number {
  if (isContinuation(bytes[byte + 1])) return 0;
  let lead = byte;
  while (isContinuation(bytes[lead])) lead--;
  return (bytes[lead] ?? 0) >= 0xf0 ? 2 : 1;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}
