import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Best } from '../../../memory/retrieval/best.ts';

describe('Best', () => {
  it('keeps the first few of the whole order, however they come', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer(), { maxLength: 400 }),
        fc.integer({ min: 1, max: 9 }),
        (numbers, limit) => {
          const best = new Best<number>(limit, (a, b) => a - b);
          for (const number of numbers) best.add(number);
          expect(best.inOrder()).toEqual(numbers.toSorted((a, b) => a - b).slice(0, limit));
        },
      ),
    );
  });
});
