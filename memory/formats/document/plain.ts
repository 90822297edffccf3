import type { ReadDocument } from '../../model/document.ts';
import { plainDocument } from '../../text/plain-document.ts';
import { decodeDocument } from './encoding.ts';

/** Reads a file of plain text, each line of which is a block. @throws CalqueError as `decodeDocument` does */
export function readPlain(bytes: Uint8Array, name: string): ReadDocument {
  const { text, warnings } = decodeDocument(bytes, name);
  return { ...plainDocument(text, name), warnings };
}
