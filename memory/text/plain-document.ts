import { type Block, NO_DETAILS, type ReadDocument } from '../model/document.ts';

/** A text without markup as a document: every line that is not blank is a block. */
export function plainDocument(text: string, name: string): ReadDocument {
  return { name, format: 'text', text, blocks: lineBlocks(text), details: NO_DETAILS, warnings: [] };
}

/** The lines of a text; what is blank at either end of one is outside of it. */
function lineBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\n\r\v\f\u2028\u2029]+/g)) {
    const trimmed = line.trim();
    if (trimmed === '') continue;
    const start = index + line.indexOf(trimmed);
    blocks.push({ kind: 'paragraph', start, end: start + trimmed.length });
  }
  return blocks;
}
