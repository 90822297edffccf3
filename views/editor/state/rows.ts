import type { Segment } from '../../../memory/model/project.ts';
import { type Row, rowOf } from './row.ts';

/**
 * The rows of a document in blocks, so that a change copies one block and not the document, and a view compares
 * blocks by identity. All blocks but the last are full.
 */
export type Rows = readonly (readonly Row[])[];

export const BLOCK_SIZE = 50;

export function rowsOf(segments: readonly Segment[]): Rows {
  const blocks: Row[][] = [];
  for (const [index, segment] of segments.entries()) {
    if (index % BLOCK_SIZE === 0) blocks.push([]);
    blocks.at(-1)?.push(rowOf(segment, index));
  }
  return blocks;
}

export function countRows(rows: Rows): number {
  return rows.length === 0 ? 0 : (rows.length - 1) * BLOCK_SIZE + (rows.at(-1)?.length ?? 0);
}

export function rowAt(rows: Rows, index: number): Row | undefined {
  return rows[Math.floor(index / BLOCK_SIZE)]?.[index % BLOCK_SIZE];
}

/** The rows with the one at `index` changed; the same rows where there is none, or the change changes nothing. */
export function changeRow(rows: Rows, index: number, change: (row: Row) => Row): Rows {
  const old = rowAt(rows, index);
  if (old === undefined) return rows;
  const changed = change(old);
  if (changed === old) return rows;
  const block = Math.floor(index / BLOCK_SIZE);
  return rows.with(block, (rows[block] ?? []).with(index % BLOCK_SIZE, changed));
}

/** The index of the first row from `start` in steps of `step` that passes; `undefined` where the document ends first. */
export function findRow(rows: Rows, start: number, step: 1 | -1, passes: (row: Row) => boolean): number | undefined {
  for (let index = start; ; index += step) {
    const row = rowAt(rows, index);
    if (row === undefined) return undefined;
    if (passes(row)) return index;
  }
}
