import type { BlockKind, ReadDocument } from '../model/document.ts';

/**
 * Tells of places in a document what the blocks are there for in which they stand. In plain text every line is a block,
 * of which nothing is known.
 * @returns a function of the UTF-16 offset, to be asked in ascending order
 */
export function blockKindsOf({ format, blocks }: ReadDocument): (offset: number) => BlockKind | undefined {
  if (format === 'text') return () => undefined;
  let at = 0;
  return (offset) => {
    while (at < blocks.length - 1 && (blocks[at]?.end ?? 0) <= offset) at++;
    return blocks[at]?.kind;
  };
}
