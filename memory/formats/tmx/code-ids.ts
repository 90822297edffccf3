/**
 * Gives the inline codes of one `tu` their ids, the same for the same code of every variant.
 *
 * TMX pairs codes across variants by `x`, which is optional. Without it, a `bpt` goes by its `i`, and the nth of the
 * other codes of one variant corresponds to the nth of another; each gets a number that no `x` of the `tu` uses.
 */
export class CodeIds {
  readonly #taken: Set<string>;
  readonly #given = new Map<string, string>();
  readonly #names: readonly string[];

  /**
   * @param explicit every `x` in the `tu`
   * @param names the ids of the codes whose `x` are 1, 2, 3 …, where the file gives them
   */
  constructor(explicit: Iterable<string>, names: readonly string[] = []) {
    this.#taken = new Set(explicit);
    this.#names = names;
  }

  ofX(x: string): string {
    return (/^[1-9]\d*$/.test(x) ? this.#names[Number(x) - 1] : undefined) ?? x;
  }

  /** The id of a pair without `x`. */
  ofPair(i: string): string {
    return this.#give(`i ${i}`, i);
  }

  /** The id of the nth code of a variant that has neither `x` nor `i`. */
  ofOrder(n: number): string {
    return this.#give(`n ${n}`, '');
  }

  #give(key: string, wanted: string): string {
    const given = this.#given.get(key);
    if (given !== undefined) return given;
    let id = wanted;
    for (let number = 1; id === '' || this.#taken.has(id); number++) id = String(number);
    this.#taken.add(id);
    this.#given.set(key, id);
    return id;
  }
}
