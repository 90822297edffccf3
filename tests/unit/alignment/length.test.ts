import { describe, expect, it } from 'vitest';
import { lengthEvidence, usualLengths } from '../../../memory/alignment/length.ts';
import { indexSide } from '../../../memory/alignment/vocabulary.ts';

const texts = ['A short one.', 'A sentence that is a little longer than the first.', 'Something in between the two.'];
const model = usualLengths(
  indexSide(
    texts.map((text) => ({ text })),
    'en',
  ),
);

describe('lengthEvidence', () => {
  it('speaks for lengths in proportion and against others', () => {
    expect(lengthEvidence(model, 100, 92, 1)).toBeGreaterThan(1);
    expect(lengthEvidence(model, 100, 20, 1)).toBeLessThan(-1);
  });

  it('is bounded both ways, also for empty and huge sentences', () => {
    for (const [fr, en] of [
      [0, 0],
      [0, 1e6],
      [1e6, 0],
      [1e6, 1e6],
    ] as const) {
      expect(Math.abs(lengthEvidence(model, fr, en, 1))).toBeLessThan(10);
    }
  });
});
