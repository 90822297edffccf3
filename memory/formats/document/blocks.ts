import type { Block, BlockKind } from '../../model/document.ts';

/** A block as it was read, before it has its place in a text. */
export interface FoundBlock {
  readonly kind: BlockKind;
  readonly text: string;
  readonly level?: number;
}

const BETWEEN = '\n\n';

/** White space that is layout in most formats; no-break spaces are part of the wording. */
const LAYOUT = /[ \t\r\n\f\v]+/g;

/** Blocks one below the other, a blank line between two. Those without anything visible are left out. */
export function layOut(found: Iterable<FoundBlock>): { readonly text: string; readonly blocks: readonly Block[] } {
  const pieces: string[] = [];
  const blocks: Block[] = [];
  let end = 0;
  for (const { kind, text: raw, level } of found) {
    const text = raw.trim();
    if (text === '') continue;
    const start = pieces.length === 0 ? 0 : end + BETWEEN.length;
    end = start + text.length;
    pieces.push(text);
    blocks.push({ kind, ...(level !== undefined && { level }), start, end });
  }
  return { text: pieces.join(BETWEEN), blocks };
}

/** Text with its layout taken out: one space for each run of blanks and line ends. */
export function collapse(text: string): string {
  return text.replace(LAYOUT, ' ');
}
