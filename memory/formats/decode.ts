import { CalqueError } from '../model/errors.ts';
import { recogniseBinary } from './binary.ts';
import { firstInvalidUtf8, lineOfByte } from './utf8.ts';

/** The largest text file taken: about 3,000 pages. */
const MAXIMUM_BYTES = 20 * 1024 * 1024;

/** The longest line taken, in UTF-16 units. No article has one; a file of data saved as text does. */
const MAXIMUM_LINE = 1_000_000;

/** Above this share of control characters a file is taken for binary even without a NUL. */
const MAXIMUM_CONTROL_SHARE = 0.01;

/**
 * The text of a file: UTF-8 with or without byte order mark, or UTF-16 with one. The mark is taken off, the rest is as
 * it stands. No other encoding is guessed, for a wrong guess spoils every accent without a word.
 *
 * @param name names the file, for the errors
 * @param longestLine in UTF-16 units; markup, whose lines mean nothing, may be written on a single one
 * @throws CalqueError
 * - `too-large` above 20 MB
 * - `empty-text` when it is empty or white space only
 * - `not-text` for a binary file, naming its kind where it is recognised, and for broken UTF-16
 * - `not-utf8` for Windows-1252, Latin-1 and other encodings, with the offset and line of the first bad byte
 * - `line-too-long` for a line of more than 1,000,000 characters
 */
export function decodeText(bytes: Uint8Array, name: string, longestLine = MAXIMUM_LINE): string {
  if (bytes.length > MAXIMUM_BYTES) {
    const megabytes = Math.ceil(bytes.length / (1024 * 1024));
    throw new CalqueError('too-large', `${name} has ${megabytes} MB; at most 20 MB of text are taken.`, {
      where: name,
    });
  }
  const text = decode(bytes, name);
  if (text.trim() === '') {
    const message =
      bytes.length === 0
        ? `${name} is empty: there is nothing to read.`
        : `${name} holds only white space: there is nothing to read.`;
    throw new CalqueError('empty-text', message, { where: name });
  }
  refuseLongLines(text, name, longestLine);
  return text;
}

function decode(bytes: Uint8Array, name: string): string {
  const kind = recogniseBinary(bytes);
  if (kind !== undefined) {
    throw new CalqueError('not-text', `${name} is ${kind}, not plain text. Save its text as UTF-8 (.txt) first.`, {
      where: name,
    });
  }
  const utf16 = utf16Encoding(bytes);
  if (utf16 !== undefined) return decodeUtf16(bytes, utf16, name);
  refuseBinary(bytes, name);
  const invalid = firstInvalidUtf8(bytes);
  if (invalid !== undefined) throw notUtf8(bytes, invalid, name);
  return new TextDecoder().decode(bytes);
}

function utf16Encoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function decodeUtf16(bytes: Uint8Array, encoding: string, name: string): string {
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    const message = `${name} begins as UTF-16 but is not well-formed UTF-16: it is damaged or cut off, or is not text.`;
    throw new CalqueError('not-text', message, { where: name }, { cause });
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    const line = text.slice(0, nul).split('\n').length;
    throw new CalqueError('not-text', `${name} is not text: there is a NUL character on line ${line}.`, {
      where: name,
      line,
    });
  }
  return text;
}

function refuseBinary(bytes: Uint8Array, name: string): void {
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    if (looksLikeUtf16(bytes)) {
      const message = `${name} seems to be UTF-16 without a byte order mark. Save it as UTF-8, then take it again.`;
      throw new CalqueError('not-utf8', message, { where: name, line: 1 });
    }
    const message = `${name} is not text: there is a NUL byte at offset ${nul}.`;
    throw new CalqueError('not-text', message, { where: name, line: lineOfByte(bytes, nul) });
  }
  let controls = 0;
  for (const byte of bytes) if ((byte < 0x20 && (byte < 0x09 || byte > 0x0d)) || byte === 0x7f) controls++;
  if (controls > bytes.length * MAXIMUM_CONTROL_SHARE) {
    const share = Math.round((controls / bytes.length) * 100);
    throw new CalqueError('not-text', `${name} is not text: ${share} % of it are control characters.`, { where: name });
  }
}

/** French and English in UTF-16 have a zero in nearly every second byte, always on the same side. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 1024);
  const zeros = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  return head.length >= 4 && Math.max(even, odd) > head.length * 0.4 && Math.min(even, odd) < head.length * 0.05;
}

function notUtf8(bytes: Uint8Array, offset: number, name: string): CalqueError {
  const line = lineOfByte(bytes, offset);
  const byte = bytes[offset] ?? 0;
  // Without `stream`, Node 20 takes Windows-1252 for Latin-1.
  const shown = new TextDecoder('windows-1252').decode(bytes.subarray(offset, offset + 1), { stream: true });
  const message =
    `${name} is not in UTF-8: the byte 0x${byte.toString(16).toUpperCase()} at offset ${offset}, line ${line}, ` +
    `is no UTF-8 (in Windows-1252 or Latin-1 it would be “${shown}”). Save the file as UTF-8 in a text editor, or ` +
    `convert it: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW-FILE`;
  return new CalqueError('not-utf8', message, { where: name, line });
}

function refuseLongLines(text: string, name: string, longest: number): void {
  let line = 1;
  let start = 0;
  const refuse = (end: number): void => {
    if (end - start <= longest) return;
    const message = `Line ${line} of ${name} has ${end - start} characters; at most ${longest} are taken.`;
    throw new CalqueError('line-too-long', message, { where: name, line });
  };
  for (const { index } of text.matchAll(/\r\n|\r|\n/g)) {
    refuse(index);
    start = index + (text.startsWith('\r\n', index) ? 2 : 1);
    line++;
  }
  refuse(text.length);
}
