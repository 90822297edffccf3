import type { ReadingWarning } from '../../model/document.ts';
import { CalqueError } from '../../model/errors.ts';
import { decodeText } from '../decode.ts';
import { firstInvalidUtf8, lineOfByte } from '../utf8.ts';

/** A document's text, and what had to be decided to read it. */
interface DecodedDocument {
  readonly text: string;
  readonly warnings: readonly ReadingWarning[];
}

/** What French and English are written with beyond ASCII; `¤` and the like are not. */
const EXPECTED =
  /[àâäáãåçéèêëíîïñóôöõøúùûüýÿœæÀÂÄÁÃÅÇÉÈÊËÍÎÏÑÓÔÖÕØÚÙÛÜÝŸŒÆßšžŠŽ«»“”‘’„‚‹›–—…•·€£¥$§©®™°ºª²³¹µ½¼¾×±¿¡\u00a0\u00ad]/u;
/** Of the characters beyond ASCII in a guessed text, so many must be expected ones. */
const LEAST_EXPECTED = 0.95;

/** Bytes that mean letters or the euro in ISO-8859-15, and signs that hardly occur inside words in Windows-1252. */
const LATIN9 =
  /[\p{L}][\u00bc\u00bd\u00be\u00a6\u00a8\u00b4\u00b8][\p{L}]|\u00bdu|\u00bdi|\d[\u00a0 ]?\u00a4|\u00a4[\u00a0 ]?\d/u;

/**
 * The text of a document, by its byte order mark, else by the encoding it declares, else as UTF-8; what is none of these
 * is read as Windows-1252 or ISO-8859-15 where that gives French or English letters, with a warning that says so.
 *
 * @param declared the encoding that the document itself names
 * @param longestLine as of `decodeText`
 * @throws CalqueError as `decodeText` does; `not-utf8` where no encoding gives a text, `unsupported-format` for a declared
 *   encoding that is unknown here
 */
export function decodeDocument(
  bytes: Uint8Array,
  name: string,
  declared?: string,
  longestLine?: number,
): DecodedDocument {
  const mark = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const invalid = firstInvalidUtf8(bytes);
  if (mark || invalid === undefined)
    return { text: decodeText(bytes, name, longestLine), warnings: staleLabel(bytes, name, declared) };
  const stated = declared === undefined || isUtf(declared) ? undefined : declared;
  if (stated === undefined) return guess(bytes, invalid, { name, declared, longestLine });
  const text = decodeAs(bytes, stated, name);
  // Held to the rules of every text: its length, its lines, no control characters.
  return { text: decodeText(new TextEncoder().encode(text), name, longestLine), warnings: [] };
}

function isUtf(label: string): boolean {
  return /^(?:x-)?(?:unicode-1-1-)?utf-?(?:8|16)/i.test(label);
}

function decodeAs(bytes: Uint8Array, label: string, name: string): string {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label);
  } catch (cause) {
    const message = `${name} says that it is in the encoding “${label.slice(0, 40)}”, which is not read here. Save it as UTF-8.`;
    throw new CalqueError('unsupported-format', message, { where: name }, { cause });
  }
  // Without `stream`, Node 20 takes Windows-1252 for Latin-1.
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}

/** What is well-formed UTF-8 with letters beyond ASCII is UTF-8, whatever an old label says; that is worth a word. */
function staleLabel(bytes: Uint8Array, name: string, declared: string | undefined): readonly ReadingWarning[] {
  if (declared === undefined || isUtf(declared) || bytes.every((byte) => byte < 0x80)) return [];
  const message = `${name} says that it is in ${declared.slice(0, 40)}, but it is in UTF-8, and was read as that.`;
  return [{ code: 'encoding-corrected', message }];
}

interface Asked {
  readonly name: string;
  readonly declared: string | undefined;
  readonly longestLine: number | undefined;
}

function guess(bytes: Uint8Array, invalid: number, { name, declared, longestLine }: Asked): DecodedDocument {
  const western = decodeAs(bytes, 'windows-1252', name);
  const isLatin9 = !hasByte(bytes, 0x80, 0x9f) && LATIN9.test(western);
  const label = isLatin9 ? 'iso-8859-15' : 'windows-1252';
  const text = isLatin9 ? decodeAs(bytes, label, name) : western;
  if (!looksWestern(text)) {
    // Says on which line the first byte stands that is no UTF-8, and how to convert.
    decodeText(bytes, name);
  }
  const line = lineOfByte(bytes, invalid);
  const shown = text.split('\n')[line - 1]?.trim().slice(0, 60) ?? '';
  const why =
    declared === undefined ? 'does not say in which encoding it is, and is not in UTF-8' : 'is not in UTF-8 as it says';
  const called = isLatin9 ? 'ISO-8859-15' : 'Windows-1252';
  const message = `${name} ${why}: it was read as ${called}. See whether the accents are right, as in line ${line}: “${shown}”.`;
  return {
    text: decodeText(new TextEncoder().encode(text), name, longestLine),
    warnings: [{ code: 'encoding-guessed', message }],
  };
}

function hasByte(bytes: Uint8Array, from: number, to: number): boolean {
  return bytes.some((byte) => byte >= from && byte <= to);
}

function looksWestern(text: string): boolean {
  const beyond = [...text.slice(0, 200_000)].filter((character) => character > '\u007f');
  return beyond.filter((character) => EXPECTED.test(character)).length >= beyond.length * LEAST_EXPECTED;
}
