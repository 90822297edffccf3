/** Bits in a word. */
const WORD = 32;

/** Marks on some of the texts of a block, by ordinal: visited in their order without looking at all texts. */
export class Marks {
  #words = new Uint32Array(0);
  #size = 0;

  /** Takes all marks off. @param size how many texts there are */
  begin(size: number): void {
    this.#size = Math.ceil(size / WORD);
    if (this.#words.length < this.#size) this.#words = new Uint32Array(this.#size);
    else this.#words.fill(0, 0, this.#size);
  }

  set(ordinal: number): void {
    const place = ordinal >>> 5;
    this.#words[place] = (this.#words[place] as number) | (1 << (ordinal & 31));
  }

  /** Visits what is marked, ascending. */
  each(visit: (ordinal: number) => void): void {
    for (let place = 0; place < this.#size; place++) {
      for (let bits = this.#words[place] as number; bits !== 0; bits &= bits - 1) {
        visit(place * WORD + (WORD - 1 - Math.clz32(bits & -bits)));
      }
    }
  }
}
