import { stemOf } from './word-ids.ts';

/** Costs in halves, as the rate counts them. */
const EDIT = 2;
const SAME_STEM = 1;

/**
 * The distance of the rate (`match/distance.ts`) over words as numbers, in half edits, for the many candidates that an
 * index must rule out. It never exceeds the rate's own.
 */
export class WordDistance {
  #row = new Int32Array(256);

  /**
   * @param stored holds the other text from `from` to `to`
   * @param most a distance above it is not looked for: any number above it may be given back
   */
  between(query: Uint32Array, stored: Uint32Array, from: number, to: number, most: number): number {
    let head = 0;
    let n = query.length;
    let m = to - from;
    while (head < n && head < m && query[head] === stored[from + head]) head++;
    while (n > head && m > head && query[n - 1] === stored[from + m - 1]) {
      n--;
      m--;
    }
    n -= head;
    m -= head;
    if (Math.abs(n - m) * EDIT > most) return most + 1;
    if (n === 0 || m === 0) return (n + m) * EDIT;
    return this.#fill(query, head, n, stored, from + head, m, most);
  }

  /** Row by row through the usual table, in the band around the diagonal that the edits allowed can reach. */
  #fill(a: Uint32Array, aFrom: number, n: number, b: Uint32Array, bFrom: number, m: number, most: number): number {
    if (this.#row.length <= m) this.#row = new Int32Array(m * 2);
    const row = this.#row;
    const reach = Math.floor(most / EDIT);
    const never = (n + m + 1) * EDIT;
    const start = Math.min(m, reach);
    for (let j = 0; j <= start; j++) row[j] = j * EDIT;
    for (let j = start + 1; j <= m; j++) row[j] = never;
    for (let i = 1; i <= n; i++) {
      const first = i > reach ? i - reach : 1;
      const last = Math.min(m, i + reach);
      const word = a[aFrom + i - 1] as number;
      const stem = stemOf(word);
      let diagonal = row[first - 1] as number;
      let left = first === 1 ? i * EDIT : never;
      let best = left;
      row[first - 1] = left;
      for (let j = first; j <= last; j++) {
        const other = b[bFrom + j - 1] as number;
        const above = row[j] as number;
        let cheapest = diagonal + (other === word ? 0 : stemOf(other) === stem ? SAME_STEM : EDIT);
        if (above + EDIT < cheapest) cheapest = above + EDIT;
        if (left + EDIT < cheapest) cheapest = left + EDIT;
        left = cheapest;
        row[j] = left;
        if (left < best) best = left;
        diagonal = above;
      }
      if (best > most) return best;
    }
    return row[m] as number;
  }
}
