import { type StemId, stemOf, type WordId } from './word-ids.ts';

/** Finds how many words a text has in common with others in the same order, whatever stands between them. */
export class CommonSequence {
  /** Where each stem stands in the text, last first. */
  readonly #places = new Map<StemId, number[]>();
  /** The least place at which a common sequence of each length ends. */
  readonly #ends: Uint32Array;

  /** @param words of the text; those that no stored text has are in no other */
  constructor(words: readonly WordId[]) {
    this.#ends = new Uint32Array(words.length);
    for (const [place, word] of words.entries()) {
      const stem = stemOf(word);
      if (stem === 0) continue;
      const places = this.#places.get(stem);
      if (places === undefined) this.#places.set(stem, [place]);
      else places.unshift(place);
    }
  }

  /** The length of the longest with the words from `from` to `to`, by the places they share (Hunt and Szymanski 1977). */
  with(words: Uint32Array, from: number, to: number): number {
    const ends = this.#ends;
    let longest = 0;
    for (let at = from; at < to; at++) {
      const places = this.#places.get(stemOf(words[at] as number));
      if (places === undefined) continue;
      for (const place of places) {
        let length = longest;
        while (length > 0 && (ends[length - 1] as number) >= place) length--;
        ends[length] = place;
        if (length === longest) longest++;
      }
    }
    return longest;
  }
}
