import type { StemId } from './word-ids.ts';

/** Places for each stem: so many that most are found at the first. */
const ROOM = 4;
const SMALLEST = 64;
/** No stem of a stored text has this number. */
const FREE = 0;
/** What is said of a stem that the table has not. */
export const NONE = -1;

/**
 * Small numbers by stem, for some stems: a table that stays in the processor's cache while it is asked about every word
 * of many texts.
 */
export class StemTable {
  readonly #stems: Uint32Array;
  readonly #values: Int32Array;

  /** @param entries of stems that stored texts have, each once */
  constructor(entries: readonly (readonly [StemId, number])[]) {
    let size = SMALLEST;
    while (size < entries.length * ROOM) size *= 2;
    this.#stems = new Uint32Array(size);
    this.#values = new Int32Array(size).fill(NONE);
    for (const [stem, value] of entries) {
      const place = this.#placeOf(stem);
      this.#stems[place] = stem;
      this.#values[place] = value;
    }
  }

  /** The number of a stem; {@link NONE} where it has none. */
  get(stem: StemId): number {
    return this.#values[this.#placeOf(stem)] as number;
  }

  /** Where the stem is, or would be. Spread by multiplication (Knuth's 2³² divided by the golden ratio). */
  #placeOf(stem: StemId): number {
    const stems = this.#stems;
    const mask = stems.length - 1;
    let place = (Math.imul(stem, 0x9e3779b1) >>> 12) & mask;
    while (stems[place] !== stem && stems[place] !== FREE) place = (place + 1) & mask;
    return place;
  }
}
