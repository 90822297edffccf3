import { NONE, StemTable } from './stem-table.ts';
import { type StemId, stemOf, UNKNOWN, type WordId } from './word-ids.ts';

/** Finds how many words a text has in common with others in the same order, whatever stands between them. */
export class CommonSequence {
  /** By stem, which of `#places` are its own. */
  readonly #numbers: StemTable;
  /** Where each stem stands in the text, last first. */
  readonly #places: readonly (readonly number[])[];
  /** The least place at which a common sequence of each length ends. */
  readonly #ends: Uint32Array;

  /** @param words of the text; those that no stored text has are in no other */
  constructor(words: readonly WordId[]) {
    const places = new Map<StemId, number[]>();
    for (const [place, word] of words.entries()) {
      if (word !== UNKNOWN) places.set(stemOf(word), [place, ...(places.get(stemOf(word)) ?? [])]);
    }
    this.#numbers = new StemTable([...places.keys()].map((stem, number) => [stem, number]));
    this.#places = [...places.values()];
    this.#ends = new Uint32Array(words.length);
  }

  /** The length of the longest with the words from `from` to `to`, by the places they share (Hunt and Szymanski 1977). */
  with(words: Uint32Array, from: number, to: number): number {
    const ends = this.#ends;
    let longest = 0;
    for (let at = from; at < to; at++) {
      const number = this.#numbers.get(stemOf(words[at] as number));
      if (number === NONE) continue;
      for (const place of this.#places[number] as readonly number[]) {
        let length = longest;
        while (length > 0 && (ends[length - 1] as number) >= place) length--;
        ends[length] = place;
        if (length === longest) longest++;
      }
    }
    return longest;
  }
}
