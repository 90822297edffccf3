/** The best few of many, in order, by an order that leaves no ties. */
export class Best<T> {
  readonly #limit: number;
  readonly #order: (a: T, b: T) => number;
  readonly #nameOf: ((item: T) => string) | undefined;
  readonly #names = new Map<T, string>();
  #kept: T[] = [];

  /** @param nameOf what is called the same is shown once: the best of it */
  constructor(limit: number, order: (a: T, b: T) => number, nameOf?: (item: T) => string) {
    this.#limit = limit;
    this.#order = order;
    this.#nameOf = nameOf;
  }

  add(item: T): void {
    this.#kept.push(item);
    // Sorting now and then costs less than finding each one's place.
    if (this.#kept.length >= this.#limit * 8 + 64) this.#kept = this.inOrder();
  }

  inOrder(): T[] {
    const sorted = this.#kept.toSorted(this.#order);
    return this.#withoutNamesakes(sorted).slice(0, this.#limit);
  }

  /** The last of the best, once there are as many as the limit. */
  last(): T | undefined {
    return this.inOrder()[this.#limit - 1];
  }

  #withoutNamesakes(items: T[]): T[] {
    const nameOf = this.#nameOf;
    if (nameOf === undefined) return items;
    const seen = new Set<string>();
    return items.filter((item) => {
      const name = this.#names.get(item) ?? nameOf(item);
      this.#names.set(item, name);
      return !seen.has(name) && seen.add(name);
    });
  }
}
