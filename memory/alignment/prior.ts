/** Most sentences of a side that a bead may hold. */
export const BEAD_SIDE = 4;

/**
 * How likely a bead is to have so many sentences, before its text is seen. One sentence for one is the rule, one for
 * two is common, all else is rare.
 */
export interface ShapePrior {
  /** Log probability of a sentence without counterpart. */
  readonly gap: number;
  /** Log probability of a bead, by (French sentences − 1) · 4 + (English sentences − 1). */
  readonly beads: Float64Array;
}

/** Shares of the shapes among beads, by sentences of the shorter side and of the longer. */
const SHARES: readonly (readonly [shorter: number, longer: number, share: number])[] = [
  [1, 1, 0.92],
  [1, 2, 0.03],
  [1, 3, 0.003],
  [1, 4, 0.0006],
  [2, 2, 0.004],
  [2, 3, 0.001],
  [2, 4, 0.0002],
  [3, 3, 0.0004],
  [3, 4, 0.0002],
  [4, 4, 0.0001],
];

/** @param gapShare of the sentences that are without counterpart, 0–1 */
export function shapePrior(gapShare: number): ShapePrior {
  const beads = new Float64Array(BEAD_SIDE * BEAD_SIDE);
  for (const [shorter, longer, share] of SHARES) {
    const log = Math.log((1 - gapShare) * share);
    beads[(shorter - 1) * BEAD_SIDE + longer - 1] = log;
    beads[(longer - 1) * BEAD_SIDE + shorter - 1] = log;
  }
  return { gap: Math.log(gapShare / 2), beads };
}
