import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CommonSequence } from '../../../../memory/retrieval/index/common-sequence.ts';
import { wordId } from '../../../../memory/retrieval/index/word-ids.ts';

const wordsOf = (text: string) => [...text].map((letter, place) => wordId(letter.charCodeAt(0) - 96, 1 + (place % 3)));

function lengthOf(text: string, other: string): number {
  const stored = Uint32Array.from(wordsOf(`xx${other}yy`));
  return new CommonSequence(wordsOf(text)).with(stored, 2, stored.length - 2);
}

/** By the definition: with or without the first of either. */
function byDefinition(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a[0] === b[0]) return 1 + byDefinition(a.slice(1), b.slice(1));
  return Math.max(byDefinition(a.slice(1), b), byDefinition(a, b.slice(1)));
}

describe('words in the same order', () => {
  it.each([
    ['', 'abc', 0],
    ['abc', 'abc', 3],
    ['abcde', 'eaxcd', 3],
    ['aab', 'ba', 1],
    ['abab', 'baba', 3],
  ])('of %s and %s are %i letters', (a, b, length) => {
    expect(lengthOf(a, b)).toBe(length);
    expect(lengthOf(b, a)).toBe(length);
  });

  it('are as many as the definition says', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 9 });
    fc.assert(fc.property(text, text, (a, b) => lengthOf(a, b) === byDefinition(a, b)));
  });

  it('are none of those that no stored text has', () => {
    expect(new CommonSequence([0, 0]).with(Uint32Array.of(0, 0), 0, 2)).toBe(0);
  });
});
