import type { Bitext } from '../../model/bitext.ts';
import type { Hindrance } from '../../model/hindrance.ts';
import type { ReviewChange, ReviewState, ReviewStep } from '../../model/review.ts';
import { changed } from './change.ts';
import { isHindered } from './hindrance.ts';

/** A review under way: where it stands, and the changes that led there and those that were taken back. */
export interface Reviewing {
  readonly bitext: Bitext;
  readonly state: ReviewState;
  readonly done: readonly ReviewChange[];
  /** What redoing brings back, the next one last. */
  readonly undone: readonly ReviewChange[];
}

/** A review before its first step. */
export function beginReview(bitext: Bitext): Reviewing {
  return { bitext, state: initialState(bitext), done: [], undone: [] };
}

/** The review after one more step, or why the step cannot be taken. A change forgets what could have been redone. */
export function takeStep(review: Reviewing, step: ReviewStep): Reviewing | Hindrance {
  if (step.kind === 'undo' || step.kind === 'redo') {
    const moved = moveInHistory(review.done, review.undone, step.kind);
    return isHindered(moved) ? moved : { ...review, ...moved, state: replayed(review.bitext, moved.done) };
  }
  const state = changed(review.state, step);
  return isHindered(state) ? state : { ...review, state, done: [...review.done, step], undone: [] };
}

/**
 * A review as it stands after all its steps. What was taken back is not made in the first place, so a long history of
 * undone changes costs nothing.
 * @throws Error for a step that cannot have been taken
 */
export function resumeReview(bitext: Bitext, steps: readonly ReviewStep[]): Reviewing {
  const done: ReviewChange[] = [];
  let undone: ReviewChange[] = [];
  for (const step of steps) {
    if (step.kind === 'undo') undone.push(required(done.pop(), step));
    else if (step.kind === 'redo') done.push(required(undone.pop(), step));
    else {
      done.push(step);
      undone = [];
    }
  }
  return { bitext, state: replayed(bitext, done), done, undone };
}

/** Where a review begins: nothing is decided but what was before. */
export function initialState({ fr, en, beads }: Bitext): ReviewState {
  return { fr, en, beads: beads.map((bead) => ({ decision: 'open', ...bead })) };
}

function moveInHistory(
  done: readonly ReviewChange[],
  undone: readonly ReviewChange[],
  kind: 'undo' | 'redo',
): Pick<Reviewing, 'done' | 'undone'> | Hindrance {
  const change = (kind === 'undo' ? done : undone).at(-1);
  if (change === undefined) return kind === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo';
  return kind === 'undo'
    ? { done: done.slice(0, -1), undone: [...undone, change] }
    : { done: [...done, change], undone: undone.slice(0, -1) };
}

function replayed(bitext: Bitext, changes: readonly ReviewChange[]): ReviewState {
  return changes.reduce((state, change) => {
    const next = changed(state, change);
    return isHindered(next) ? required<ReviewState>(undefined, change) : next;
  }, initialState(bitext));
}

function required<T>(value: T | undefined, step: ReviewStep): T {
  if (value === undefined) throw new Error(`The history holds a step that cannot have been taken: ${step.kind}.`);
  return value;
}
