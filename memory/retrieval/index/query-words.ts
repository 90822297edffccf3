import { SIGNATURE_WORDS, writeSignature } from './signature.ts';
import { type StemId, stemOf, UNKNOWN, type WordId } from './word-ids.ts';

/** The words of a text that is looked up, ready to be compared with those of blocks. */
export interface QueryWords {
  /** In their order; {@link UNKNOWN} for words whose stem no stored text has. */
  readonly words: Uint32Array;
  /** The known stems, rarest (highest) first, each once. */
  readonly stems: Uint32Array;
  /** Parallel to `stems`: how many words are of this stem or one with a lower number. */
  readonly suffixes: Uint32Array;
  readonly signature: Uint32Array;
  /** Which numbers it has, each once, ascending; {@link UNKNOWN} for those that no stored text has. */
  readonly numbers: Uint32Array;
}

export function queryWords(ids: readonly WordId[], numbers: readonly WordId[]): QueryWords {
  const known = ids.filter((id) => id !== UNKNOWN);
  const sorted = Uint32Array.from(known, stemOf).sort().reverse();
  const stems: StemId[] = [];
  const suffixes: number[] = [];
  for (const [index, stem] of sorted.entries()) {
    if (index > 0 && stem === sorted[index - 1]) continue;
    stems.push(stem);
    suffixes.push(sorted.length - index);
  }
  const signature = new Uint32Array(SIGNATURE_WORDS);
  writeSignature(Uint32Array.from(known), signature, 0);
  return {
    words: Uint32Array.from(ids),
    stems: Uint32Array.from(stems),
    suffixes: Uint32Array.from(suffixes),
    signature,
    numbers: Uint32Array.from(new Set(numbers)).sort(),
  };
}
