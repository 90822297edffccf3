import { stemOf, type WordId } from './word-ids.ts';

/** Words of 32 bits in a signature. */
export const SIGNATURE_WORDS = 4;

/**
 * Sets, for every stem of a text, one of 128 bits. A bit that one text has and another has not stands for at least one
 * word of the one that is not in the other: so counting such bits bounds what two texts share, without reading them.
 */
export function writeSignature(words: Uint32Array, signature: Uint32Array, at: number): void {
  for (const word of words) {
    const bit = bitOf(word);
    const place = at + (bit >>> 5);
    signature[place] = (signature[place] ?? 0) | (1 << (bit & 31));
  }
}

/** A bit for a stem, spread by multiplication (Knuth's 2³² divided by the golden ratio). */
function bitOf(word: WordId): number {
  return Math.imul(stemOf(word), 0x9e3779b1) >>> 25;
}

/** How many bits are set. */
export function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
