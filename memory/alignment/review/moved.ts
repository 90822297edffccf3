import type { ReviewBead } from '../../model/review.ts';

/**
 * Which beads cross the others: those whose English stands elsewhere than their French, as a caption or box does that
 * was moved. They are what is left when as many beads as can be are taken to be in order.
 * @returns places of beads, 0-based
 */
export function movedBeads(beads: readonly Pick<ReviewBead, 'fr' | 'en'>[]): ReadonlySet<number> {
  const linked = beads.flatMap(({ fr, en }, place) =>
    fr.length > 0 && en[0] !== undefined ? [{ place, en: en[0] }] : [],
  );
  const inOrder = new Set(longestRise(linked.map(({ en }) => en)).map((index) => linked[index]?.place));
  return new Set(linked.filter(({ place }) => !inOrder.has(place)).map(({ place }) => place));
}

/** Indexes of a longest rising subsequence (patience sorting). */
function longestRise(values: readonly number[]): readonly number[] {
  /** For each length, the index of the smallest value that a rise of that length ends with. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [index, value] of values.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] ?? -1] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[index] = ends[low - 1];
    ends[low] = index;
  }
  const rise: number[] = [];
  for (let index = ends.at(-1); index !== undefined; index = before[index]) rise.push(index);
  return rise.reverse();
}
