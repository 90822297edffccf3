/** The best few of many, in order, by an order that leaves no ties. */
export class Best<T> {
  readonly #limit: number;
  readonly #order: (a: T, b: T) => number;
  #kept: T[] = [];

  constructor(limit: number, order: (a: T, b: T) => number) {
    this.#limit = limit;
    this.#order = order;
  }

  add(item: T): void {
    this.#kept.push(item);
    // Sorting now and then costs less than finding each one's place.
    if (this.#kept.length >= this.#limit * 8 + 64) this.#kept = this.inOrder();
  }

  inOrder(): T[] {
    return this.#kept.toSorted(this.#order).slice(0, this.#limit);
  }

  /** The last of the best, once there are as many as the limit. */
  last(): T | undefined {
    return this.inOrder()[this.#limit - 1];
  }
}
