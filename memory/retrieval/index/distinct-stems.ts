import { type StemId, stemOf } from './word-ids.ts';

/** Places for each word: so many that most stems are found at the first. */
const ROOM = 4;

/** The different stems of one text after the other, without a set being made for each. */
export class DistinctStems {
  /** Those of the text, as many as `size` says; then what is left of longer ones. */
  stems = new Uint32Array(64);
  size = 0;
  #table = new Uint32Array(64 * ROOM);
  /** The text in which each place of the table was taken last. */
  #takenIn = new Uint32Array(64 * ROOM);
  #text = 0;

  /** @param most how many words it may have */
  begin(most: number): void {
    if (most > this.stems.length) {
      let room = this.stems.length;
      while (room < most) room *= 2;
      this.stems = new Uint32Array(room);
      this.#table = new Uint32Array(room * ROOM);
      this.#takenIn = new Uint32Array(room * ROOM);
    }
    this.size = 0;
    this.#text++;
  }

  /** Takes the stems of the words from `from` to `to`. */
  add(words: Uint32Array, from: number, to: number): void {
    const table = this.#table;
    const takenIn = this.#takenIn;
    const mask = table.length - 1;
    for (let at = from; at < to; at++) {
      const stem: StemId = stemOf(words[at] as number);
      // Spread by multiplication (Knuth's 2³² divided by the golden ratio).
      let place = (Math.imul(stem, 0x9e3779b1) >>> 12) & mask;
      while (takenIn[place] === this.#text && table[place] !== stem) place = (place + 1) & mask;
      if (takenIn[place] === this.#text) continue;
      takenIn[place] = this.#text;
      table[place] = stem;
      this.stems[this.size++] = stem;
    }
  }
}
