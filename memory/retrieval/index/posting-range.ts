import type { BlockSide } from './block.ts';
import type { StemId } from './word-ids.ts';

/** The place of a stem among those of a block; -1 where no text of the block has it. */
export function placeOfStem({ stems }: BlockSide, stem: StemId): number {
  const place = lowerBound(stems, stem, 0, stems.length);
  return stems[place] === stem ? place : -1;
}

/** The first place from `from` to `to` of an ascending list that holds `value` or more. */
export function lowerBound(list: Uint32Array | Uint16Array, value: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
