import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profileOf } from '../../../../memory/match/profile.ts';
import {
  bestCover,
  neighbouringContent,
  type PieceText,
  pieceText,
} from '../../../../memory/retrieval/fragments/piece.ts';

/** A text whose words are all known but those named. */
function read(text: string, unknown: readonly string[] = []): PieceText {
  const profile = profileOf([text], 'fr');
  return pieceText(
    profile,
    profile.forms.map((form, place) => (unknown.includes(form) ? 0 : ((place + 1) << 8) | 1)),
  );
}

/** How far stored pieces go, given as stretches of words. */
function reach(text: PieceText, stored: readonly (readonly [number, number])[]): Uint32Array {
  return Uint32Array.from(text.words, (_, place) =>
    Math.max(place, ...stored.filter(([first, last]) => first <= place && place <= last).map(([, last]) => last)),
  );
}

describe('neighbouring content words', () => {
  it('have nothing but function words between them', () => {
    expect(neighbouringContent(read('le port de la ville attend le ferry'))).toEqual([
      { first: 1, last: 4 },
      { first: 4, last: 5 },
      { first: 5, last: 7 },
    ]);
  });

  it('have no number, no mark and no unknown word between them', () => {
    expect(neighbouringContent(read('port 12 ville, ferry inconnu quai', ['inconnu']))).toEqual([]);
  });
});

describe('the best cover', () => {
  const text = read('port ancien de ville fermé pour longs travaux');

  it('takes long pieces before many, from content word to content word', () => {
    expect(bestCover(text, reach(text, [[0, 2]]))).toEqual([{ first: 0, last: 1 }]);
    expect(
      bestCover(
        text,
        reach(text, [
          [0, 4],
          [4, 7],
        ]),
      ),
    ).toEqual([
      { first: 0, last: 4 },
      { first: 6, last: 7 },
    ]);
    expect(bestCover(text, reach(text, []))).toEqual([]);
  });

  it('has pieces that are stored, apart, and of two content words at least', () => {
    const stretch = fc.tuple(fc.nat(7), fc.nat(7)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 5 }), (stored) => {
        let end = -1;
        for (const { first, last } of bestCover(text, reach(text, stored))) {
          expect(first).toBeGreaterThan(end);
          expect(stored.some(([from, to]) => from <= first && last <= to)).toBe(true);
          expect(text.kinds.subarray(first, last + 1).filter((kind) => kind === 1).length).toBeGreaterThan(1);
          end = last;
        }
      }),
    );
  });
});
