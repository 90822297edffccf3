import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHindered } from '../../../../memory/alignment/review/hindrance.ts';
import { beginReview, type Reviewing, resumeReview, takeStep } from '../../../../memory/alignment/review/reviewing.ts';
import type { Language } from '../../../../memory/model/language.ts';
import type { ReviewState, ReviewStep } from '../../../../memory/model/review.ts';
import { bitexts, edits, steps } from './bitexts.ts';

/** Takes the steps that can be taken, and gives those. */
function takeAll(review: Reviewing, wanted: readonly ReviewStep[]): { review: Reviewing; taken: ReviewStep[] } {
  const taken: ReviewStep[] = [];
  let now = review;
  for (const step of wanted) {
    const next = takeStep(now, step);
    if (isHindered(next)) continue;
    now = next;
    taken.push(step);
  }
  return { review: now, taken };
}

function whole(state: Pick<ReviewState, Language>, side: Language): string {
  return state[side].map(({ before, text }) => before + text).join('');
}

describe('a review, whatever steps are taken', () => {
  it('keeps every sentence in exactly one bead, and no bead is empty', () => {
    fc.assert(
      fc.property(bitexts, fc.array(fc.oneof(steps, edits), { maxLength: 40 }), (bitext, wanted) => {
        const { state } = takeAll(beginReview(bitext), wanted).review;
        for (const side of ['fr', 'en'] as const) {
          const places = state.beads.flatMap((bead) => bead[side]);
          expect(places.toSorted((a, b) => a - b)).toEqual(state[side].map((_, place) => place));
        }
        expect(state.beads.every(({ fr, en }) => fr.length + en.length > 0)).toBe(true);
      }),
    );
  });

  it('keeps the French in its order over the beads, and the sentences of a bead without a gap', () => {
    fc.assert(
      fc.property(bitexts, fc.array(steps, { maxLength: 40 }), (bitext, wanted) => {
        const { state } = takeAll(beginReview(bitext), wanted).review;
        const french = state.beads.flatMap(({ fr }) => fr);
        expect(french).toEqual(french.toSorted((a, b) => a - b));
        for (const { fr, en } of state.beads) {
          for (const run of [fr, en]) expect(run).toEqual(run.map((_, place) => (run[0] ?? 0) + place));
        }
      }),
    );
  });

  it('gives both texts back as they were, as long as no sentence was edited', () => {
    fc.assert(
      fc.property(bitexts, fc.array(steps, { maxLength: 40 }), (bitext, wanted) => {
        const { state } = takeAll(beginReview(bitext), wanted).review;
        expect(whole(state, 'fr')).toBe(whole(bitext, 'fr'));
        expect(whole(state, 'en')).toBe(whole(bitext, 'en'));
      }),
    );
  });

  it('accepts no bead with an empty side', () => {
    fc.assert(
      fc.property(bitexts, fc.array(fc.oneof(steps, edits), { maxLength: 40 }), (bitext, wanted) => {
        const { state } = takeAll(beginReview(bitext), wanted).review;
        const stored = state.beads.filter(({ decision }) => decision === 'accepted' || decision === 'passed');
        expect(stored.every(({ fr, en }) => fr.length > 0 && en.length > 0)).toBe(true);
      }),
    );
  });

  it('is back where it was when a change is undone, and where it had come to when that is redone', () => {
    fc.assert(
      fc.property(bitexts, fc.array(fc.oneof(steps, edits), { maxLength: 30 }), (bitext, wanted) => {
        const { review } = takeAll(beginReview(bitext), wanted);
        let back = review;
        const states = [review.state];
        while (back.done.length > 0) {
          back = takeStep(back, { kind: 'undo' }) as Reviewing;
          states.push(back.state);
        }
        expect(back.state).toEqual(beginReview(bitext).state);
        for (const state of states.toReversed().slice(1)) {
          back = takeStep(back, { kind: 'redo' }) as Reviewing;
          expect(back.state).toEqual(state);
        }
        expect(takeStep(beginReview(bitext), { kind: 'undo' })).toBe('nothing-to-undo');
      }),
    );
  });

  it('comes out of its history as it was left', () => {
    fc.assert(
      fc.property(bitexts, fc.array(fc.oneof(steps, edits), { maxLength: 40 }), (bitext, wanted) => {
        const { review, taken } = takeAll(beginReview(bitext), wanted);
        expect(resumeReview(bitext, taken)).toEqual(review);
      }),
    );
  });
});
