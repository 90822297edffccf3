import { useRef } from 'preact/hooks';
import type { Shown } from '../filtering/shown.ts';
import type { Row } from '../state/row.ts';
import { BLOCK_SIZE, type Rows, rowAt } from '../state/rows.ts';

/** The rows to be drawn, in blocks. A block whose rows are the same as before is the same block, so that it is left alone. */
export function useShownRows(rows: Rows, shown: Shown | undefined): Rows {
  const before = useRef<{ readonly shown: Shown | undefined; readonly blocks: Rows }>({ shown: undefined, blocks: [] });
  if (shown === undefined) return rows;
  const known = before.current.shown === shown ? before.current.blocks : [];
  const blocks: (readonly Row[])[] = [];
  for (let start = 0; start < shown.indexes.length; start += BLOCK_SIZE) {
    const block = shown.indexes.slice(start, start + BLOCK_SIZE).flatMap((index) => rowAt(rows, index) ?? []);
    const old = known[blocks.length];
    blocks.push(old?.length === block.length && old.every((row, place) => row === block[place]) ? old : block);
  }
  before.current = { shown, blocks };
  return blocks;
}
