import type { ReviewBead, ReviewState } from '../../model/review.ts';

/** What a part without a partner costs, in shares of the text: it is only made where there is no other way. */
const ONE_SIDED = 1;

/**
 * Where a bead is best split: after so many sentences of each side that both parts have about the same share of either
 * side's length. `undefined` for a bead of at most one sentence a side that cannot be split.
 */
export function splitPoint(
  state: ReviewState,
  bead: Pick<ReviewBead, 'fr' | 'en'>,
): { readonly fr: number; readonly en: number } | undefined {
  const all = bead.fr.length + bead.en.length;
  if (bead.fr.length < 2 && bead.en.length < 2) return undefined;
  const frShares = sharesOf(bead.fr.map((place) => state.fr[place]?.text.length ?? 0));
  const enShares = sharesOf(bead.en.map((place) => state.en[place]?.text.length ?? 0));
  let best: { fr: number; en: number; cost: number } | undefined;
  for (const [fr, frShare] of frShares.entries()) {
    for (const [en, enShare] of enShares.entries()) {
      if (fr + en === 0 || fr + en === all) continue;
      const parts = [fr, en, bead.fr.length - fr, bead.en.length - en];
      const empty = parts.filter((count) => count === 0).length;
      // One side alone is halved; its other, empty side counts as whole everywhere.
      const apart = bead.fr.length === 0 || bead.en.length === 0 ? frShare + enShare - 1.5 : frShare - enShare;
      const cost = empty * ONE_SIDED + Math.abs(apart);
      if (best === undefined || cost < best.cost) best = { fr, en, cost };
    }
  }
  return best && { fr: best.fr, en: best.en };
}

/** Of the whole length, the share before each place; an empty side counts as one that is whole at once. */
function sharesOf(lengths: readonly number[]): readonly number[] {
  const sums = [0];
  for (const length of lengths) sums.push((sums.at(-1) ?? 0) + length);
  const whole = sums.at(-1) ?? 0;
  return sums.map((sum) => (whole === 0 ? 1 : sum / whole));
}
