import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halfEdits } from '../../../../memory/match/distance.ts';
import { WordDistance } from '../../../../memory/retrieval/index/distance.ts';
import { stemOf, wordId } from '../../../../memory/retrieval/index/word-ids.ts';

/** Words of few stems with few forms, so that all three costs occur. */
const words = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 3 })).map(([stem, form]) => wordId(stem, form)),
  { maxLength: 30 },
);

function sequence(ids: readonly number[]): { readonly forms: readonly string[]; readonly stems: readonly string[] } {
  return { forms: ids.map(String), stems: ids.map((id) => String(stemOf(id))) };
}

describe('the distance over numbers of words', () => {
  const distance = new WordDistance();

  it('is that of the rate, wherever the stored text begins', () => {
    fc.assert(
      fc.property(words, words, words, (query, before, stored) => {
        const all = Uint32Array.from([...before, ...stored, ...before]);
        const given = distance.between(Uint32Array.from(query), all, before.length, before.length + stored.length, 99);
        expect(given).toBe(halfEdits(sequence(query), sequence(stored)));
      }),
      { numRuns: 500 },
    );
  });

  it('is exact up to the most that is asked for, and above it beyond', () => {
    fc.assert(
      fc.property(words, words, fc.nat(40), (query, stored, most) => {
        const exact = halfEdits(sequence(query), sequence(stored));
        const given = distance.between(Uint32Array.from(query), Uint32Array.from(stored), 0, stored.length, most);
        if (exact <= most) expect(given).toBe(exact);
        else expect(given).toBeGreaterThan(most);
      }),
      { numRuns: 500 },
    );
  });
});
