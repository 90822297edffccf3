import { CalqueError } from '../../model/errors.ts';
import type { DecodedFile } from './bytes.ts';
import { escapeAttribute } from './escape.ts';

/** Puts `text` in the place of what stands from `start` to before `end`; with equal offsets it is put in between. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The splice that gives the element an attribute another value, or takes the attribute off (`undefined`). */
export function attributeSplice(
  text: string,
  tag: { readonly start: number; readonly contentStart: number },
  name: string,
  value: string | undefined,
): Splice | undefined {
  const written = text.slice(tag.start, tag.contentStart);
  for (const { index, 0: whole, groups } of written.matchAll(ATTRIBUTE)) {
    if (groups?.['name'] !== name) continue;
    const start = tag.start + index;
    const end = start + whole.length;
    if (value === undefined) return { start, end, text: '' };
    const [quote = '"'] = groups['value'] ?? '';
    const quoted = escapeAttribute(value).replaceAll("'", '&apos;');
    return { start: end - (groups['value'] ?? '').length, end, text: quote + quoted + quote };
  }
  if (value === undefined) return undefined;
  const close = /\s*\/?>$/.exec(written);
  const place = tag.start + (close?.index ?? written.length);
  return { start: place, end: place, text: ` ${name}="${escapeAttribute(value)}"` };
}

const ATTRIBUTE = /\s+(?<name>[^\s=<>/"']+)\s*=\s*(?<value>"[^"]*"|'[^']*')/g;

/**
 * The file with the splices done, in its own encoding. What is not spliced keeps its very bytes.
 * @param bytes what `file` was decoded from
 * @param splices not overlapping, in any order
 */
export function applySplices(bytes: Uint8Array, file: DecodedFile, splices: readonly Splice[]): Uint8Array {
  const ordered = splices.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const offsets = byteOffsets(
    bytes,
    file,
    ordered.flatMap(({ start, end }) => [start, end]),
  );
  const pieces: Uint8Array[] = [];
  let end = 0;
  for (const [index, splice] of ordered.entries()) {
    const start = offsets[index * 2] ?? 0;
    if (start < end) throw new CalqueError('internal', 'Two changes of one file overlap.');
    pieces.push(bytes.subarray(end, start), encode(splice.text, file.encoding));
    end = offsets[index * 2 + 1] ?? 0;
  }
  pieces.push(bytes.subarray(end));
  return joined(pieces);
}

const encoder = new TextEncoder();

/** In encodings that do not have every character, what is put in is ASCII with character references. */
function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return encoder.encode(text);
  if (!encoding.startsWith('utf-16')) return encoder.encode(asciiOf(text));
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) {
    view.setUint16(index * 2, text.charCodeAt(index), encoding === 'utf-16le');
  }
  return bytes;
}

function asciiOf(text: string): string {
  return text.replace(/[^\p{ASCII}]/gu, (character) => `&#${character.codePointAt(0)};`);
}

/** Where the characters at these offsets of the text begin in the bytes. */
function byteOffsets(
  bytes: Uint8Array,
  { text, encoding }: DecodedFile,
  ascending: readonly number[],
): readonly number[] {
  if (encoding.startsWith('utf-16')) return ascending.map((offset) => offset * 2);
  if (encoding !== 'utf-8') return decodedOffsets(bytes, encoding, ascending);
  let character = 0;
  let byte = 0;
  return ascending.map((offset) => {
    // Two changes that overlap are refused where they are put together.
    if (offset < character) return 0;
    byte += Buffer.byteLength(text.slice(character, offset));
    character = offset;
    return byte;
  });
}

/** Other encodings have no rule that all share: each byte is decoded and what comes of it counted. */
function decodedOffsets(bytes: Uint8Array, encoding: string, ascending: readonly number[]): readonly number[] {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const offsets: number[] = [];
  let characters = 0;
  for (let index = 0; index <= bytes.length && offsets.length < ascending.length; index++) {
    while (offsets.length < ascending.length && (ascending[offsets.length] ?? 0) <= characters) offsets.push(index);
    characters += decoder.decode(bytes.subarray(index, index + 1), { stream: true }).length;
  }
  while (offsets.length < ascending.length) offsets.push(bytes.length);
  return offsets;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let length = 0;
  for (const piece of pieces) {
    whole.set(piece, length);
    length += piece.length;
  }
  return whole;
}
