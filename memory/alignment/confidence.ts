import { isBead, type Path, type Step } from './lattice.ts';
import type { Sentence } from './sentence.ts';

/** Copies of a sentence looked at on either side of it. */
const COPIES = 8;

/**
 * The posterior of the model is a little too sure of itself, for words of one sentence do not occur independently. On
 * the hand-checked articles (README.md) the share of right beads follows the posterior's log odds shrunk by this.
 */
const SHRINK = 0.77;
/** Of the beads the model is surest of, so many were right. */
const MOST = 0.998;

/** The probability that a bead is right, 0–0.998, from its posterior in the model. */
export function calibrated(posterior: number): number {
  if (posterior <= 0) return 0;
  const odds = (posterior / Math.max(1e-12, 1 - posterior)) ** SHRINK;
  return Math.min(MOST, odds / (1 + odds));
}

/**
 * How sure a bead of a path is to be right, 0–0.998. Where a sentence is printed twice in a row, it does not matter which
 * of the copies the bead took: their probabilities count together.
 */
export function confidenceOf(step: Step, path: Path, fr: readonly Sentence[], en: readonly Sentence[]): number {
  if (!isBead(step)) return 0;
  if (step.frCount > 1 || step.enCount > 1) return calibrated(step.posterior);
  let frSum = 0;
  let enSum = 0;
  for (const i of copiesOf(fr, step.fr)) frSum += path.pairPosterior(i, step.en);
  for (const j of copiesOf(en, step.en)) enSum += path.pairPosterior(step.fr, j);
  return calibrated(Math.min(1, Math.max(frSum, enSum)));
}

/** The sentence itself and its copies in an unbroken row around it. */
function copiesOf(sentences: readonly Sentence[], index: number): number[] {
  const copies = [index];
  for (const direction of [-1, 1]) {
    for (let k = 1; k <= COPIES && sentences[index + k * direction]?.text === sentences[index]?.text; k++) {
      copies.push(index + k * direction);
    }
  }
  return copies;
}
