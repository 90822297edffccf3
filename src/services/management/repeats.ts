import { createHash } from 'node:crypto';
import type { UnitId } from '../../../memory/model/unit.ts';

/**
 * Texts that come again among a million units, told by 48 bits of their digests: a number a unit, where a map of the
 * texts would take the memory of all of them. Two texts that differ share them by a chance of about one in a thousand
 * among a million, and a person looks at what is found.
 */
export class Repeats {
  readonly #ids: UnitId[] = [];
  readonly #keys: number[] = [];
  readonly #values: number[] = [];

  /** @param key what is the same in units that belong together. @param value what may differ in these */
  add(id: UnitId, key: string, value: string): void {
    this.#ids.push(id);
    this.#keys.push(digest(key));
    this.#values.push(digest(value));
  }

  /** The units of one key each, of those keys that have several values; in the order of their first units. */
  groups(): readonly (readonly UnitId[])[] {
    const order = Uint32Array.from(this.#ids.keys()).sort((a, b) => this.#key(a) - this.#key(b) || a - b);
    const groups: UnitId[][] = [];
    for (let start = 0; start < order.length; ) {
      const key = this.#key(order[start] ?? 0);
      let end = start + 1;
      while (end < order.length && this.#key(order[end] ?? 0) === key) end++;
      const places = [...order.subarray(start, end)];
      const values = new Set(places.map((place) => this.#values[place]));
      if (values.size > 1) groups.push(places.map((place) => this.#ids[place] ?? 0));
      start = end;
    }
    return groups.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  }

  #key(place: number): number {
    return this.#keys[place] ?? 0;
  }
}

function digest(text: string): number {
  return createHash('sha256').update(text).digest().readUIntBE(0, 6);
}
