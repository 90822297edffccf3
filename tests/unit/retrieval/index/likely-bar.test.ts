import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likelyBar } from '../../../../memory/retrieval/index/likely-bar.ts';
import { Marks } from '../../../../memory/retrieval/index/marks.ts';

describe('a likely bar', () => {
  it('leaves as many above it as are wanted, or there is none', () => {
    const value = fc.oneof(fc.float({ min: 0, max: 50, noNaN: true }), fc.integer({ min: 0, max: 5 }));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 200 }), fc.integer({ min: 1, max: 40 }), (values, count) => {
        const sums = Float32Array.from(values);
        const marks = new Marks();
        marks.begin(sums.length);
        for (const [ordinal, sum] of sums.entries()) if (sum > 0) marks.set(ordinal);
        const bar = likelyBar(sums, marks, count);
        expect(bar).toBeGreaterThanOrEqual(0);
        if (bar > 0) expect(sums.filter((sum) => sum > bar).length).toBeGreaterThanOrEqual(count);
      }),
    );
  });
});
