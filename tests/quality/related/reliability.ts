/** A related unit that was shown. */
export interface Shown {
  readonly confidence: number;
  readonly isRight: boolean;
}

const BANDS = [0, 0.1, 0.2, 0.4, 0.6, 0.8, 0.95, 1.01] as const;

/** Of each band of confidence: how many were shown, what the confidence was in the mean, and how many were right. */
export function reliability(shown: readonly Shown[]) {
  return Object.fromEntries(
    bandsOf(shown).map(({ from, to, inside }) => [
      `${percent(from)}–${percent(Math.min(1, to))} %`,
      {
        shown: inside.length,
        'confidence, %': percent(meanConfidence(inside)),
        'right, %': percent(shareRight(inside)),
      },
    ]),
  );
}

/** How far the confidence of a band is from what was right in it, in the mean of all that was shown. */
export function meanDistance(shown: readonly Shown[]): number {
  const distances = bandsOf(shown).map(
    ({ inside }) => inside.length * Math.abs(meanConfidence(inside) - shareRight(inside)),
  );
  return distances.reduce((sum, distance) => sum + distance, 0) / Math.max(1, shown.length);
}

function bandsOf(shown: readonly Shown[]) {
  return BANDS.slice(1)
    .map((to, index) => {
      const from = BANDS[index] ?? 0;
      return { from, to, inside: shown.filter(({ confidence }) => confidence >= from && confidence < to) };
    })
    .filter(({ inside }) => inside.length > 0);
}

function meanConfidence(shown: readonly Shown[]): number {
  return shown.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, shown.length);
}

function shareRight(shown: readonly Shown[]): number {
  return shown.filter(({ isRight }) => isRight).length / Math.max(1, shown.length);
}

function percent(share: number): number {
  return Math.round(share * 100);
}
