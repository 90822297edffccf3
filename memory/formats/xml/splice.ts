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

/** Room for what a file gains, in bytes, before its copy is made larger. */
const ROOM = 64 * 1024;

/**
 * A file with splices done in its own encoding, while they become known. What is not spliced keeps its very bytes.
 */
export class SplicedFile {
  readonly #bytes: Uint8Array;
  readonly #offsets: ByteOffsets;
  readonly #encoder: Encoder;
  #written: Uint8Array;
  #length = 0;
  /** Up to where the file is copied, in bytes and in UTF-16 units. */
  #byte = 0;
  #character = 0;

  /** @param encoding of the file, as `TextDecoder` knows it */
  constructor(bytes: Uint8Array, encoding: string) {
    this.#bytes = bytes;
    this.#offsets = byteOffsets(bytes, encoding);
    this.#encoder = encoderFor(encoding);
    this.#written = new Uint8Array(bytes.length + ROOM);
  }

  /** @param splices in any order, none overlapping another, all behind those of the calls before */
  splice(splices: readonly Splice[]): void {
    for (const { start, end, text } of splices.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
      if (start < this.#character) throw new CalqueError('internal', 'Two changes of one file overlap.');
      this.#copyTo(this.#offsets(start), this.#encoder.longest(text));
      this.#length += this.#encoder.into(text, this.#written.subarray(this.#length));
      this.#byte = this.#offsets(end);
      this.#character = end;
    }
  }

  /** The rest of the file too; nothing can be spliced any more. */
  end(): Uint8Array {
    this.#copyTo(this.#bytes.length, 0);
    return this.#written.subarray(0, this.#length);
  }

  /** @param more bytes that are to be written after it */
  #copyTo(byte: number, more: number): void {
    const copied = this.#bytes.subarray(this.#byte, byte);
    const needed = this.#length + copied.length + more;
    if (needed > this.#written.length) {
      const larger = new Uint8Array(Math.ceil(needed * 1.25) + ROOM);
      larger.set(this.#written.subarray(0, this.#length));
      this.#written = larger;
    }
    this.#written.set(copied, this.#length);
    this.#length += copied.length;
  }
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

/** Tells where the characters of a file begin in its bytes, for offsets in UTF-16 units that only rise. */
type ByteOffsets = (offset: number) => number;

function byteOffsets(bytes: Uint8Array, encoding: string): ByteOffsets {
  if (encoding === 'utf-8') return utf8Offsets(bytes);
  if (encoding.startsWith('utf-16')) return (offset) => Math.min(offset * 2, bytes.length);
  // Other encodings have no rule that all share: each byte is decoded and what comes of it counted.
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  let byte = 0;
  let character = 0;
  return (offset) => {
    for (; character < offset && byte < bytes.length; byte++) {
      character += decoder.decode(bytes.subarray(byte, byte + 1), { stream: true }).length;
    }
    return byte;
  };
}

function utf8Offsets(bytes: Uint8Array): ByteOffsets {
  let byte = 0;
  let character = 0;
  return (offset) => {
    while (character < offset && byte < bytes.length) {
      const lead = bytes[byte++] as number;
      if (lead < 0x80) {
        character++;
        continue;
      }
      while (((bytes[byte] ?? 0) & 0xc0) === 0x80) byte++;
      character += lead >= 0xf0 ? 2 : 1;
    }
    return byte;
  };
}
