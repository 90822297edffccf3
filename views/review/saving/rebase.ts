import { isHindered } from '../../../memory/alignment/review/hindrance.ts';
import { type Reviewing, resumeReview, takeStep } from '../../../memory/alignment/review/reviewing.ts';
import { transferred } from '../../../memory/alignment/review/transfer.ts';
import type { Bitext } from '../../../memory/model/bitext.ts';
import type { ReviewStep } from '../../../memory/model/review.ts';

/** The server's review with the steps that waited here on top. */
export interface Rebased {
  readonly reviewing: Reviewing;
  /** The steps to send, as they now read. */
  readonly steps: readonly ReviewStep[];
  /** The steps that mean nothing any more. */
  readonly lost: readonly ReviewStep[];
}

/**
 * Puts steps that were taken on an earlier state on top of the present one. Steps the server has already, of which only
 * the answer got lost, are not taken twice. Undoing and redoing belong to the history they were taken in, and are
 * lost where that has gone on.
 * @param base how many of the server's steps those waiting were taken on
 */
export function rebase(
  bitext: Bitext,
  served: readonly ReviewStep[],
  base: number,
  waiting: readonly ReviewStep[],
): Rebased {
  const theirs = resumeReview(bitext, served);
  const since = served.slice(base);
  if (waiting.length > 0 && since.length >= waiting.length && areSame(since.slice(0, waiting.length), waiting)) {
    return { reviewing: theirs, steps: [], lost: [] };
  }
  let mine = resumeReview(bitext, served.slice(0, base));
  let reviewing = theirs;
  const steps: ReviewStep[] = [];
  const lost: ReviewStep[] = [];
  for (const step of waiting) {
    const meant = since.length === 0 ? step : meaningOf(step, mine, reviewing);
    const taken = meant && takeStep(reviewing, meant);
    if (meant === undefined || taken === undefined || isHindered(taken)) lost.push(step);
    else {
      reviewing = taken;
      steps.push(meant);
    }
    const own = takeStep(mine, step);
    if (!isHindered(own)) mine = own;
  }
  return { reviewing, steps, lost };
}

function meaningOf(step: ReviewStep, mine: Reviewing, theirs: Reviewing): ReviewStep | undefined {
  return step.kind === 'undo' || step.kind === 'redo' ? undefined : transferred(step, mine.state, theirs.state);
}

function areSame(a: readonly ReviewStep[], b: readonly ReviewStep[]): boolean {
  const key = (step: ReviewStep) => JSON.stringify(Object.entries(step).sort());
  return a.every((step, place) => key(step) === key(b[place] ?? { kind: 'undo' }));
}
