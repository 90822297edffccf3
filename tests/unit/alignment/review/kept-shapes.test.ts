import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changed } from '../../../../memory/alignment/review/change.ts';
import { isHindered } from '../../../../memory/alignment/review/hindrance.ts';
import { withKeptShapes } from '../../../../memory/alignment/review/kept-shapes.ts';
import { initialState } from '../../../../memory/alignment/review/reviewing.ts';
import { sideText } from '../../../../memory/alignment/review/texts.ts';
import type { Bitext } from '../../../../memory/model/bitext.ts';
import type { PairTexts, ReviewState } from '../../../../memory/model/review.ts';
import { bitextOf, bitexts, steps } from './bitexts.ts';

/** What the beads of both sides say. */
function pairsOf(state: ReviewState): readonly PairTexts[] {
  return state.beads
    .filter(({ fr, en }) => fr.length > 0 && en.length > 0)
    .map((bead) => ({ fr: sideText(state, bead, 'fr'), en: sideText(state, bead, 'en') }));
}

const shapesOf = ({ beads }: Bitext) => beads.map(({ fr, en }) => [fr, en]);

describe('a bitext that comes again', () => {
  it('has every bead that a person vouched for, and every sentence in one bead still', () => {
    const shaping = steps.filter(({ kind }) => ['join', 'split', 'move'].includes(kind));
    fc.assert(
      fc.property(bitexts, fc.array(shaping, { maxLength: 12 }), (bitext, taken) => {
        let state = initialState(bitext);
        for (const step of taken) {
          const next = step.kind === 'undo' || step.kind === 'redo' ? 'no-such-bead' : changed(state, step);
          if (!isHindered(next)) state = next;
        }
        const kept = pairsOf(state);
        const again = withKeptShapes(bitext, kept);
        const texts = pairsOf(initialState(again)).map((pair) => JSON.stringify(pair));
        for (const pair of kept) expect(texts).toContain(JSON.stringify(pair));
        for (const side of ['fr', 'en'] as const) {
          const places = again.beads.flatMap((bead) => bead[side]);
          expect(places.toSorted((a, b) => a - b)).toEqual(bitext[side].map((_, place) => place));
        }
        expect(again.beads.flatMap(({ fr }) => fr)).toEqual(bitext.fr.map((_, place) => place));
      }),
    );
  });

  it('is left as it is where all beads are there already, or none of what was kept is found', () => {
    const bitext = bitextOf([[0], [0]], [[1], [1]]);
    const said = { fr: 'f0 b c.', en: 'e0 b c.' };
    expect(withKeptShapes(bitext, [said, { fr: 'f1 b c.', en: 'Elsewhere.' }])).toBe(bitext);
  });

  it('leaves what the aligner had joined with them as beads without a confidence', () => {
    const bitext = bitextOf([[0, 1], [0]], [[], [1]], [[2], [2]]);
    const kept = [{ fr: 'f1 b c.', en: 'e1 b c.' }];
    expect(withKeptShapes(bitext, kept).beads).toEqual([
      { fr: [0], en: [0] },
      { fr: [1], en: [1] },
      { fr: [2], en: [2], confidence: 0.9 },
    ]);
  });

  it('cuts a sentence again of which every part was kept, and no other', () => {
    const bitext = bitextOf([[0, 1], [0]], [[2], [1]]);
    const parts = [
      { fr: 'f0 b c.', en: 'e0' },
      { fr: 'f1 b c.', en: 'b c.' },
    ];
    const again = withKeptShapes(bitext, parts);
    expect(again.en.map(({ text }) => text)).toEqual(['e0', 'b c.', 'e1 b c.']);
    expect(shapesOf(again)).toEqual([
      [[0], [0]],
      [[1], [1]],
      [[2], [2]],
    ]);
    expect(withKeptShapes(bitext, parts.slice(0, 1))).toBe(bitext);
  });
});
