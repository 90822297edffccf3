import type { Marks } from './marks.ts';

/** Classes that sums are counted in. */
const CLASSES = 512;

/** Something that about so many of the marked texts come to more than, and no fewer: 0 where there are not so many. */
export function likelyBar(sums: Float32Array, marks: Marks, count: number): number {
  let most = 0;
  marks.each((ordinal) => {
    if ((sums[ordinal] as number) > most) most = sums[ordinal] as number;
  });
  const counts = new Uint32Array(CLASSES + 1);
  marks.each((ordinal) => {
    const place = Math.floor((CLASSES * (sums[ordinal] as number)) / most);
    counts[place] = (counts[place] as number) + 1;
  });
  let above = 0;
  for (let place = CLASSES; place > 0; place--) {
    above += counts[place] as number;
    // A class above what it begins with, as sums are not rounded as its beginning is.
    if (above >= count) return (most * (place - 1)) / CLASSES;
  }
  return 0;
}
