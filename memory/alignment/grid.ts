import { type Band, cellCount } from './band.ts';
import { type KindModel, kindEvidence } from './block-kinds.ts';
import { WordEvidence } from './evidence.ts';
import type { Explained } from './explained.ts';
import type { Lattice } from './lattice.ts';
import { type LengthModel, lengthEvidence } from './length.ts';
import type { LinkTable } from './links.ts';
import { type ParagraphModel, paragraphEvidence } from './paragraphs.ts';
import { BEAD_SIDE, shapePrior } from './prior.ts';
import { repeatCost } from './repeats.ts';
import type { Side } from './vocabulary.ts';

/** All that a bead is judged by. */
export interface Beliefs {
  readonly links: LinkTable;
  readonly explained: Explained;
  readonly lengths: LengthModel;
  readonly paragraphs: ParagraphModel;
  readonly kinds: KindModel;
  /** Share of the sentences that have no counterpart, 0–1. */
  readonly gapShare: number;
}

/**
 * Scores every bead in a band with up to `side` sentences on either side. Where both sides were cut inside a bracket at
 * once, the pieces may well stand as two beads; where only one was, they may not.
 */
export function scoreBand(fr: Side, en: Side, band: Band, side: number, beliefs: Beliefs): Lattice {
  const words = new WordEvidence(fr, en, beliefs.links, beliefs.explained);
  const prior = shapePrior(beliefs.gapShare);
  const frLengths = cumulated(fr.lengths);
  const enLengths = cumulated(en.lengths);
  const scores = new Float32Array(cellCount(band) * side * side).fill(Number.NEGATIVE_INFINITY);
  for (let i = 1; i < band.rows; i++) {
    const first = band.from[i - 1] ?? 0;
    const last = band.to[i] ?? 0;
    const ending = fr.endings[i - 1] ?? 0;
    words.prepareRow(i - 1, first, last - 1);
    for (let j = band.from[i] ?? 0; j <= last; j++) {
      const cell = (band.start[i] ?? 0) + j - (band.from[i] ?? 0);
      words.beadsBefore(i, j, side, (a, b, evidence) => {
        const frLength = (frLengths[i] ?? 0) - (frLengths[i - a] ?? 0);
        const enLength = (enLengths[j] ?? 0) - (enLengths[j - b] ?? 0);
        const shape = prior.beads[(a - 1) * BEAD_SIDE + b - 1] ?? 0;
        const cut = -Math.abs(ending - (en.endings[j - 1] ?? 0));
        const frRepeats = (fr.repeats[i - 1] ?? 0) - (fr.repeats[i - a] ?? 0);
        const enRepeats = (en.repeats[j - 1] ?? 0) - (en.repeats[j - b] ?? 0);
        scores[(cell * side + a - 1) * side + b - 1] =
          shape +
          cut +
          repeatCost(frRepeats, enRepeats) +
          evidence +
          lengthEvidence(beliefs.lengths, frLength, enLength, b) +
          kindEvidence(beliefs.kinds, fr.kinds[i - a] ?? 0, en.kinds[j - b] ?? 0) +
          paragraphEvidence(beliefs.paragraphs, fr.starts, en.starts, { fr: i - a, en: j - b, frEnd: i, enEnd: j });
      });
    }
  }
  const gaps = (side: Side) => side.endings.map((ending) => prior.gap + ending);
  return { band, side, scores, frGaps: gaps(fr), enGaps: gaps(en) };
}

function cumulated(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, i) => {
    sums[i + 1] = (sums[i] ?? 0) + value;
  });
  return sums;
}
