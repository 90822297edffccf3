import { inflateRawSync } from 'node:zlib';
import { SaxesParser } from 'saxes';
import { CalqueError } from '../../../model/errors.ts';
import { readZip } from '../../archive/zip.ts';
import { illFormed, SLICE } from '../../xml/fault.ts';

/** The largest part of an office document that is read, unpacked: about 2,000 pages. */
const MAXIMUM_PART = 24 * 1024 * 1024;

/** How deep elements may nest; tables within tables within text boxes come to about 60. */
const MAXIMUM_DEPTH = 200;

/** The XML parts of an office document by their path, unpacked when they are asked for. */
export type Parts = ReadonlyMap<string, () => string>;

/**
 * Opens an office document. Pictures, fonts and embedded files are not looked at.
 * @throws CalqueError as `readZip` does; when a part is asked for, `ill-formed-file` for one that is damaged, `too-large` for
 *   one that unpacks to more than is read
 */
export function openParts(bytes: Uint8Array, name: string): Parts {
  const entries = readZip(bytes, name).filter(
    (entry) => /\.(?:xml|rels)$/.test(entry.name) && !/\/(?:media|embeddings|theme|glossary)\//.test(entry.name),
  );
  return new Map(
    entries.map(({ name: part, data, isDeflated }) => [
      part,
      () => new TextDecoder().decode(isDeflated ? inflated(data, part, name) : withinLimit(data, part, name)),
    ]),
  );
}

function inflated(data: Uint8Array, part: string, name: string): Uint8Array {
  try {
    return inflateRawSync(data, { maxOutputLength: MAXIMUM_PART });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(part, name);
    const message = `${name} cannot be unpacked: “${part}” in it is damaged or cut off.`;
    throw new CalqueError('ill-formed-file', message, { where: name }, { cause });
  }
}

function withinLimit(data: Uint8Array, part: string, name: string): Uint8Array {
  if (data.length > MAXIMUM_PART) throw tooLarge(part, name);
  return data;
}

function tooLarge(part: string, name: string): CalqueError {
  const message = `${name} unpacks to more than is read: “${part}” in it has more than ${MAXIMUM_PART / 2 ** 20} MB.`;
  return new CalqueError('too-large', message, { where: name });
}

/** What is told of the XML of a part while it is read. Names are as written, with their prefix. */
interface PartEvents {
  open?(element: string, attributes: Readonly<Record<string, string>>): void;
  close?(element: string): void;
  text?(text: string): void;
}

/**
 * Reads a part from its first tag to its last. No document type is taken, hence no entity is expanded.
 * @throws CalqueError `ill-formed-xml`
 */
export function readPart(xml: string, name: string, events: PartEvents): void {
  const parser = new SaxesParser();
  let depth = 0;
  const fail = (report: string): never => {
    throw illFormed(name, parser, report);
  };
  parser.on('error', (error) => fail(error.message));
  parser.on('doctype', () => fail('office documents have no document type, and none is read.'));
  parser.on('opentagstart', () => {
    if (++depth > MAXIMUM_DEPTH) fail(`elements are nested more than ${MAXIMUM_DEPTH} deep.`);
  });
  parser.on('opentag', ({ name: element, attributes }) => events.open?.(element, attributes));
  parser.on('closetag', ({ name: element }) => {
    depth--;
    events.close?.(element);
  });
  parser.on('text', (text) => events.text?.(text));
  parser.on('cdata', (text) => events.text?.(text));
  for (let start = 0; start < xml.length; start += SLICE) parser.write(xml.slice(start, start + SLICE));
  parser.close();
}
