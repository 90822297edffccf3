import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LARGEST_BLOCK } from '../../../../memory/retrieval/index/block.ts';
import { Marks } from '../../../../memory/retrieval/index/marks.ts';

const SIZES = [1, 31, 32, 33, 1000, LARGEST_BLOCK];

describe('marks on the texts of a block', () => {
  it('are visited once each, in their order, and are gone for the next block', () => {
    const marks = new Marks();
    const block = fc
      .constantFrom(...SIZES)
      .chain((size) => fc.tuple(fc.constant(size), fc.array(fc.integer({ min: 0, max: size - 1 }))));
    fc.assert(
      fc.property(fc.array(block), (blocks) => {
        for (const [size, ordinals] of blocks) {
          marks.begin(size);
          for (const ordinal of ordinals) marks.set(ordinal);
          const visited: number[] = [];
          marks.each((ordinal) => visited.push(ordinal));
          expect(visited).toEqual([...new Set(ordinals)].sort((a, b) => a - b));
        }
      }),
    );
  });
});
