import { firstBand } from './anchors.ts';
import { calibrated } from './confidence.ts';
import { type Beliefs, scoreBand } from './grid.ts';
import { bestPath, isBead, type Step } from './lattice.ts';
import { pickSentences, type Side } from './vocabulary.ts';

/** Sentences that belong together though they stand in another order: a caption or box moved elsewhere. */
export interface Crossing {
  /** Places in the whole text. */
  readonly fr: readonly number[];
  readonly en: readonly number[];
  /** 0–1. */
  readonly confidence: number;
}

/** Each round finds what does not cross within itself; blocks in every order need several. */
const ROUNDS = 4;
const SIDE = 2;
/** Among remains a sentence without counterpart is no surprise. */
const GAP_SHARE = 0.5;
/** Log of the odds that a run must have beyond those of two places hit upon by chance. */
const CERTAINTY = 3;

/**
 * Looks for beads among the sentences that were left without counterpart. These are aligned as texts of their own, and
 * of the path a run of neighbouring beads is believed when its odds outweigh the number of places it could have been
 * found in: there are |F| · |E| of them.
 */
export function findCrossings(fr: Side, en: Side, path: readonly Step[], beliefs: Beliefs): Crossing[] {
  const found: Crossing[] = [];
  let frLeft = path.filter((step) => step.enCount === 0).map((step) => step.fr);
  let enLeft = path.filter((step) => step.frCount === 0).map((step) => step.en);
  for (let round = 0; round < ROUNDS && frLeft.length > 0 && enLeft.length > 0; round++) {
    const believed = alignRemains(fr, en, frLeft, enLeft, beliefs);
    if (believed.length === 0) break;
    found.push(...believed);
    const used = { fr: new Set(believed.flatMap((bead) => bead.fr)), en: new Set(believed.flatMap((bead) => bead.en)) };
    frLeft = frLeft.filter((index) => !used.fr.has(index));
    enLeft = enLeft.filter((index) => !used.en.has(index));
  }
  return found;
}

function alignRemains(
  fr: Side,
  en: Side,
  frLeft: readonly number[],
  enLeft: readonly number[],
  beliefs: Beliefs,
): Crossing[] {
  const frPart = pickSentences(fr, frLeft);
  const enPart = pickSentences(en, enLeft);
  const band = firstBand(frPart, enPart, beliefs.links);
  const { steps } = bestPath(scoreBand(frPart, enPart, band, SIDE, { ...beliefs, gapShare: GAP_SHARE }));
  const beads = steps.filter(isBead).map((step) => ({
    fr: frLeft.slice(step.fr, step.fr + step.frCount),
    en: enLeft.slice(step.en, step.en + step.enCount),
    step,
  }));
  const chance = Math.log(frLeft.length * enLeft.length);
  return runsOf(beads.filter((bead) => isRun(bead.fr) && isRun(bead.en))).flatMap((run) => {
    const odds = run.reduce((sum, { step }) => sum + step.score, 0) - chance;
    if (odds < CERTAINTY) return [];
    return run.map((bead) => ({
      fr: bead.fr,
      en: bead.en,
      confidence: calibrated(bead.step.posterior / (1 + Math.exp(-odds))),
    }));
  });
}

interface Placed {
  readonly fr: readonly number[];
  readonly en: readonly number[];
  readonly step: Step;
}

/** Beads that follow each other in both whole texts, one sentence skipped at most, are a run. */
function runsOf(beads: readonly Placed[]): Placed[][] {
  const runs: Placed[][] = [];
  for (const bead of beads) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && follows(last.fr, bead.fr) && follows(last.en, bead.en))
      run.push(bead);
    else runs.push([bead]);
  }
  return runs;
}

function follows(before: readonly number[], after: readonly number[]): boolean {
  return (after[0] ?? 0) - (before.at(-1) ?? 0) <= 2;
}

function isRun(places: readonly number[]): boolean {
  return (places.at(-1) ?? 0) - (places[0] ?? 0) === places.length - 1;
}
