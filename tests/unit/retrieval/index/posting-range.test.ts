import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerBound, lowerBoundNear } from '../../../../memory/retrieval/index/posting-range.ts';

describe('a place in an ascending list', () => {
  it('is the same from any guess', () => {
    const list = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(list, fc.integer({ min: 0, max: 61 }), fc.nat(), fc.nat(), fc.nat(), (values, value, a, b, c) => {
        const ascending = Uint16Array.from(values).sort();
        const from = a % values.length;
        const to = from + 1 + (b % (values.length - from));
        const guess = from + (c % (to - from));
        expect(lowerBoundNear(ascending, value, from, to, guess)).toBe(lowerBound(ascending, value, from, to));
      }),
    );
  });
});
