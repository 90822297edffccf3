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

/**
 * The same, where the place is likely near a guess: steps away from it double until they are beyond the place. In a long list
 * that was not read for a while, each place looked at takes the processor to memory.
 * @param guess from `from` to before `to`
 */
export function lowerBoundNear(
  list: Uint32Array | Uint16Array,
  value: number,
  from: number,
  to: number,
  guess: number,
): number {
  let step = 1;
  if ((list[guess] as number) < value) {
    let low = guess + 1;
    while (low + step < to && (list[low + step] as number) < value) {
      low += step + 1;
      step *= 2;
    }
    return lowerBound(list, value, low, Math.min(low + step, to));
  }
  let high = guess;
  while (high - step > from && (list[high - step] as number) >= value) {
    high -= step;
    step *= 2;
  }
  return lowerBound(list, value, Math.max(high - step, from), high);
}

/** The first posting from `from` to `to` of an ordinal or a later one: postings are spread over the texts of a block more or less evenly. */
export function firstPosting({ ordinals, slots }: BlockSide, ordinal: number, from: number, to: number): number {
  if (ordinal === 0 || from === to) return from;
  const guess = from + Math.floor(((to - from) * ordinal) / slots.length);
  return lowerBoundNear(ordinals, ordinal, from, to, Math.min(guess, to - 1));
}
