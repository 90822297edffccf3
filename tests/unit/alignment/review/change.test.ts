import { describe, expect, it } from 'vitest';
import { changed } from '../../../../memory/alignment/review/change.ts';
import { movedBeads } from '../../../../memory/alignment/review/moved.ts';
import { beginReview } from '../../../../memory/alignment/review/reviewing.ts';
import { splitPoint } from '../../../../memory/alignment/review/split-point.ts';
import { progressOf, sideText } from '../../../../memory/alignment/review/texts.ts';
import { transferred } from '../../../../memory/alignment/review/transfer.ts';
import type { Bitext } from '../../../../memory/model/bitext.ts';
import type { ReviewChange, ReviewState } from '../../../../memory/model/review.ts';
import { bitextOf } from './bitexts.ts';

const PLAIN = bitextOf([[0], [0], 0.99], [[1, 2], [1, 2], 0.7], [[], [3], 0], [[3], [4], 0.4]);

/** The state after changes that can all be made. */
function made(bitext: Bitext, ...changes: readonly ReviewChange[]): ReviewState {
  return changes.reduce((state, change) => {
    const next = changed(state, change);
    if (typeof next === 'string') throw new Error(`${change.kind}: ${next}`);
    return next;
  }, beginReview(bitext).state);
}

const shapes = ({ beads }: ReviewState) => beads.map(({ fr, en }) => [fr, en]);
const refusal = (bitext: Bitext, change: ReviewChange) => changed(beginReview(bitext).state, change);

describe('accepting', () => {
  it('marks a bead as looked at, and all above a confidence as passed', () => {
    const state = made(PLAIN, { kind: 'accept', bead: 3 }, { kind: 'accept-above', confidence: 0.7 });
    expect(state.beads.map(({ decision }) => decision)).toEqual(['passed', 'passed', 'open', 'accepted']);
    expect(progressOf(state)).toEqual({ beads: 4, accepted: 1, passed: 2, deleted: 0 });
    expect(made(PLAIN, { kind: 'accept-above', confidence: 0.5 }, { kind: 'accept', bead: 0 }).beads[0]).toMatchObject({
      decision: 'accepted',
    });
  });

  it('passes over what a person has deleted or shaped', () => {
    const state = made(
      PLAIN,
      { kind: 'delete', bead: 0 },
      { kind: 'split', bead: 1, fr: 1, en: 1 },
      { kind: 'accept-above', confidence: 0 },
    );
    expect(state.beads.map(({ decision }) => decision)).toEqual(['deleted', 'open', 'open', 'open', 'passed']);
  });

  it('needs both sides', () => {
    expect(refusal(PLAIN, { kind: 'accept', bead: 2 })).toBe('one-sided');
    expect(refusal(PLAIN, { kind: 'accept', bead: 9 })).toBe('no-such-bead');
    expect(refusal(PLAIN, { kind: 'reopen', bead: 0 })).toBe('decided-already');
    expect(refusal(PLAIN, { kind: 'accept-above', confidence: 1 })).toBe('none-above');
  });
});

describe('joining and splitting', () => {
  it('makes one bead of two, open and of no confidence', () => {
    const state = made(PLAIN, { kind: 'accept', bead: 1 }, { kind: 'join', bead: 1 });
    expect(shapes(state)).toEqual([
      [[0], [0]],
      [
        [1, 2],
        [1, 2, 3],
      ],
      [[3], [4]],
    ]);
    expect(state.beads[1]).toEqual({ fr: [1, 2], en: [1, 2, 3], decision: 'open' });
    expect(refusal(PLAIN, { kind: 'join', bead: 3 })).toBe('last-bead');
  });

  it('pairs sentences however far they are apart, where the French one stands', () => {
    const apart = bitextOf([[], [0]], [[0], [1]], [[1], [2]], [[2], []]);
    const expected = [
      [[0], [1]],
      [[1], [2]],
      [[2], [0]],
    ];
    const state = made(apart, { kind: 'pair', bead: 0, other: 3 });
    expect(shapes(state)).toEqual(expected);
    expect(state.beads[2]).toEqual({ fr: [2], en: [0], decision: 'open' });
    expect(shapes(made(apart, { kind: 'pair', bead: 3, other: 0 }))).toEqual(expected);
    expect(refusal(apart, { kind: 'pair', bead: 1, other: 3 })).toBe('not-adjacent');
    expect(refusal(apart, { kind: 'pair', bead: 1, other: 1 })).toBe('same-bead');
    expect(refusal(apart, { kind: 'pair', bead: 1, other: 9 })).toBe('no-such-bead');
  });

  it('does not join what stands apart in one of the texts', () => {
    const moved = bitextOf([[0], [2]], [[1], [0]], [[2], [1]]);
    expect(refusal(moved, { kind: 'join', bead: 0 })).toBe('not-adjacent');
    expect(shapes(made(moved, { kind: 'join', bead: 1 }))[1]).toEqual([
      [1, 2],
      [0, 1],
    ]);
  });

  it('finds where a bead is best split', () => {
    const { state } = beginReview(PLAIN);
    expect(splitPoint(state, { fr: [1, 2], en: [1, 2] })).toEqual({ fr: 1, en: 1 });
    expect(splitPoint(state, { fr: [0], en: [0] })).toBeUndefined();
    expect(splitPoint(state, { fr: [], en: [0, 1, 2, 3] })).toEqual({ fr: 0, en: 2 });
    expect(splitPoint(state, { fr: [0], en: [0, 1, 2] })).toEqual({ fr: 0, en: 1 });
    expect(refusal(PLAIN, { kind: 'split', bead: 1, fr: 2, en: 2 })).toBe('nothing-to-split');
    expect(refusal(PLAIN, { kind: 'split', bead: 1, fr: 3, en: 0 })).toBe('nothing-to-split');
  });
});

describe('moving a boundary', () => {
  const move = (bead: number, side: 'fr' | 'en', edge: 'first' | 'last', way: 'take' | 'give') =>
    ({ kind: 'move', bead, side, edge, way }) as const;

  it('takes a sentence from the bead before or after, and gives one', () => {
    expect(shapes(made(PLAIN, move(0, 'fr', 'last', 'take')))[0]).toEqual([[0, 1], [0]]);
    expect(shapes(made(PLAIN, move(1, 'en', 'first', 'take')))[0]).toEqual([[0], []]);
    expect(shapes(made(PLAIN, move(1, 'en', 'first', 'give')))[0]).toEqual([[0], [0, 1]]);
    expect(shapes(made(PLAIN, move(1, 'en', 'last', 'give')))[2]).toEqual([[], [2, 3]]);
  });

  it('gives first to the bead beside it where that has an empty side', () => {
    expect(shapes(made(PLAIN, move(1, 'fr', 'last', 'give'))).slice(1, 3)).toEqual([
      [[1], [1, 2]],
      [[2], [3]],
    ]);
  });

  it('takes for an empty side from the nearest bead', () => {
    expect(shapes(made(PLAIN, move(2, 'fr', 'first', 'take')))[2]).toEqual([[2], [3]]);
    expect(shapes(made(PLAIN, move(2, 'fr', 'last', 'take'))).slice(2)).toEqual([
      [[3], [3]],
      [[], [4]],
    ]);
  });

  it('lets a bead go that has given its last sentence, and opens what it touches', () => {
    const state = made(PLAIN, { kind: 'accept', bead: 3 }, move(2, 'en', 'last', 'give'));
    expect(shapes(state)).toHaveLength(3);
    expect(state.beads[2]).toEqual({ fr: [3], en: [3, 4], decision: 'open' });
  });

  it('ends where the text ends', () => {
    expect(refusal(PLAIN, move(0, 'fr', 'first', 'take'))).toBe('no-neighbour');
    expect(refusal(PLAIN, move(3, 'en', 'last', 'give'))).toBe('no-neighbour');
    expect(refusal(PLAIN, move(2, 'fr', 'first', 'give'))).toBe('nothing-to-give');
  });
});

describe('changing a text', () => {
  it('edits a sentence, whose bead is open again and keeps its confidence', () => {
    const edit = { kind: 'edit', side: 'en', sentence: 0, text: ' New words. ' } as const;
    const state = made(PLAIN, { kind: 'accept', bead: 0 }, edit);
    expect(state.beads[0]).toEqual({ fr: [0], en: [0], confidence: 0.99, decision: 'open' });
    expect(state.en[0]).toMatchObject({ text: 'New words.', printed: expect.any(String) });
    expect(refusal(PLAIN, { ...edit, text: ' ' })).toBe('empty-text');
    expect(refusal(PLAIN, { ...edit, text: 'e0 b c.' })).toBe('nothing-changes');
  });

  it('cuts a sentence in two within its bead, and keeps the space between them', () => {
    const state = made(PLAIN, { kind: 'cut', side: 'fr', sentence: 1, at: 3 });
    expect(state.fr.map(({ text }) => text)).toEqual(['f0 b c.', 'f1', 'b c.', 'f2 b c.', 'f3 b c.']);
    expect(shapes(state)[1]).toEqual([
      [1, 2, 3],
      [1, 2],
    ]);
    expect(sideText(state, state.beads[1] ?? { fr: [], en: [] }, 'fr')).toBe('f1 b c. f2 b c.');
    expect(state.beads[3]?.fr).toEqual([4]);
    expect(refusal(PLAIN, { kind: 'cut', side: 'fr', sentence: 1, at: 0 })).toBe('nothing-to-cut');
    expect(refusal(PLAIN, { kind: 'cut', side: 'fr', sentence: 1, at: 7 })).toBe('nothing-to-cut');
  });

  it('cuts no character in two', () => {
    const bitext = { ...PLAIN, fr: PLAIN.fr.with(0, { text: 'a😀b', before: '', paragraph: 0 }) };
    expect(refusal(bitext, { kind: 'cut', side: 'fr', sentence: 0, at: 2 })).toBe('nothing-to-cut');
  });
});

describe('a block that was moved', () => {
  it('is told from what stayed in order', () => {
    expect(movedBeads(bitextOf([[0], [3]], [[1], [0]], [[], [1]], [[2], [2]], [[3], [4]]).beads)).toEqual(new Set([0]));
    expect(movedBeads(PLAIN.beads)).toEqual(new Set());
  });
});

describe('a change made on another state', () => {
  it('goes to the bead that says the same, and nowhere where there is none', () => {
    const mine = beginReview(PLAIN).state;
    const theirs = made(PLAIN, { kind: 'join', bead: 0 });
    expect(transferred({ kind: 'accept', bead: 3 }, mine, theirs)).toEqual({ kind: 'accept', bead: 2 });
    expect(transferred({ kind: 'accept', bead: 0 }, mine, theirs)).toBeUndefined();
    const edit = { kind: 'edit', side: 'fr', sentence: 2, text: 'x' } as const;
    expect(transferred(edit, mine, made(PLAIN, { kind: 'cut', side: 'fr', sentence: 0, at: 3 }))).toEqual({
      ...edit,
      sentence: 3,
    });
  });
});
