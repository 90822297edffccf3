import { NO_DETAILS, type ReadDocument } from '../../model/document.ts';
import { lineBlocks } from './blocks.ts';
import { decodeDocument } from './encoding.ts';

/** Reads a file of plain text, each line of which is a block. @throws CalqueError as `decodeDocument` does */
export function readPlain(bytes: Uint8Array, name: string): ReadDocument {
  const { text, warnings } = decodeDocument(bytes, name);
  return { ...plainDocument(text, name), warnings };
}

/** A text that was pasted, as a document. */
export function plainDocument(text: string, name: string): ReadDocument {
  return { name, format: 'text', text, blocks: lineBlocks(text), details: NO_DETAILS, warnings: [] };
}
