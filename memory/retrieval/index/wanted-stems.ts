import type { QueryWords } from './query-words.ts';
import { type StemId, stemOf, UNKNOWN } from './word-ids.ts';

/** Places for each stem of the query: so many that most are found at the first. */
const ROOM = 4;
const SMALLEST = 64;

/**
 * How often each stem stands in a query, to count what a stored text shares with it: a small table that stays in the
 * processor's cache while it is asked of every word of many texts.
 */
export class WantedStems {
  /** Stems by hash, 0 where there is none: no known word has the stem 0. */
  #stems = new Uint32Array(SMALLEST);
  #counts = new Uint16Array(SMALLEST);
  #left = new Uint16Array(SMALLEST);

  set({ words, stems }: QueryWords): void {
    let size = SMALLEST;
    while (size < stems.length * ROOM) size *= 2;
    this.#stems = new Uint32Array(size);
    this.#counts = new Uint16Array(size);
    this.#left = new Uint16Array(size);
    for (const word of words) if (word !== UNKNOWN) this.#add(stemOf(word));
  }

  /**
   * How many stems of the words from `from` to `to` the query has, each at most as often as it has it; 0 where they are
   * fewer than `need`.
   */
  shared(words: Uint32Array, from: number, to: number, need: number): number {
    const stems = this.#stems;
    const left = this.#left;
    const mask = stems.length - 1;
    left.set(this.#counts);
    let spare = to - from - need;
    for (let at = from; at < to; at++) {
      const stem = stemOf(words[at] as number);
      let place = placeOf(stem, mask);
      while (stems[place] !== stem && stems[place] !== 0) place = (place + 1) & mask;
      const count = left[place] as number;
      if (count > 0) left[place] = count - 1;
      else if (--spare < 0) return 0;
    }
    return need + spare;
  }

  #add(stem: StemId): void {
    const mask = this.#stems.length - 1;
    let place = placeOf(stem, mask);
    while (this.#stems[place] !== stem && this.#stems[place] !== 0) place = (place + 1) & mask;
    this.#stems[place] = stem;
    this.#counts[place] = (this.#counts[place] as number) + 1;
  }
}

/** Spread by multiplication (Knuth's 2³² divided by the golden ratio). */
function placeOf(stem: StemId, mask: number): number {
  return (Math.imul(stem, 0x9e3779b1) >>> 12) & mask;
}
