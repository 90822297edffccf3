/**
 * Gives each distinct pair of word indices a number, from 0 in order of first sight. An open-addressing table in flat
 * arrays: a document of 10,000 sentences has millions of pairs, too many for a Map.
 */
export class PairIndex {
  #slots = new Int32Array(1 << 12).fill(-1);
  #fr = new Int32Array(1 << 11);
  #en = new Int32Array(1 << 11);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  fr(pair: number): number {
    return this.#fr[pair] ?? 0;
  }

  en(pair: number): number {
    return this.#en[pair] ?? 0;
  }

  /** The number of a pair; a new one when it was not seen before. */
  number(fr: number, en: number): number {
    if (this.#size * 2 > this.#slots.length) this.#grow();
    const slot = this.#slotOf(fr, en);
    const known = this.#slots[slot] ?? -1;
    if (known >= 0) return known;
    this.#slots[slot] = this.#size;
    this.#fr[this.#size] = fr;
    this.#en[this.#size] = en;
    return this.#size++;
  }

  #slotOf(fr: number, en: number): number {
    const mask = this.#slots.length - 1;
    let slot = (Math.imul(fr, 0x9e3779b1) ^ Math.imul(en + 0x7f4a7c15, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & mask;
    for (;;) {
      const pair = this.#slots[slot] ?? -1;
      if (pair < 0 || (this.#fr[pair] === fr && this.#en[pair] === en)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    this.#fr = grown(this.#fr);
    this.#en = grown(this.#en);
    for (let pair = 0; pair < this.#size; pair++) this.#slots[this.#slotOf(this.fr(pair), this.en(pair))] = pair;
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
