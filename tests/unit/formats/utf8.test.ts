import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstInvalidUtf8, lineOfByte } from '../../../memory/formats/utf8.ts';

function isValid(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Bytes in which lead bytes, continuations and borderline values are frequent. */
const bytes = fc
  .array(fc.oneof(fc.constantFrom(0x41, 0x80, 0xbf, 0xc1, 0xc3, 0xe0, 0xed, 0xf0, 0xf4, 0xf5), fc.nat(255)))
  .map((values) => Uint8Array.from(values));

describe('firstInvalidUtf8', () => {
  it('agrees with the strict decoder on what is well formed, and finds the first fault', () => {
    fc.assert(
      fc.property(bytes, (sample) => {
        const offset = firstInvalidUtf8(sample);
        expect(offset === undefined).toBe(isValid(sample));
        if (offset !== undefined) expect(isValid(sample.subarray(0, offset))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('lineOfByte', () => {
  it('counts the line ends before', () => {
    const text = new TextEncoder().encode('a\nb\nc');
    expect([0, 1, 2, 4].map((offset) => lineOfByte(text, offset))).toEqual([1, 1, 2, 3]);
  });
});
