import type { Profile } from './profile.ts';

/** Costs are counted in halves, so that they are whole numbers. */
const EDIT = 2;
const SAME_STEM = 1;

type Sequence = Pick<Profile, 'forms' | 'stems'>;

/**
 * The cheapest way to turn the words of one text into those of the other, in half edits: a word put in, left out or
 * replaced is 2, replaced by another form of the same stem 1. Symmetric, and a metric over sequences of forms.
 * @param most a distance above it is not looked for: any number above it may be given back
 */
export function halfEdits(a: Sequence, b: Sequence, most = Number.POSITIVE_INFINITY): number {
  const head = sharedHead(a.forms, b.forms);
  const tail = sharedTail(a.forms, b.forms, head);
  const n = a.forms.length - head - tail;
  const m = b.forms.length - head - tail;
  if (Math.abs(n - m) * EDIT > most) return Math.abs(n - m) * EDIT;
  if (n === 0 || m === 0) return (n + m) * EDIT;
  return n <= m ? fillTable(a, b, head, n, m, most) : fillTable(b, a, head, m, n, most);
}

/**
 * Row by row through the usual table, `n` ≤ `m`, keeping one row. A path that strays further from the diagonal than
 * the edits allowed cannot come back within them, so only a band of the table is filled.
 */
function fillTable(a: Sequence, b: Sequence, head: number, n: number, m: number, most: number): number {
  const reach = Math.min(m, Math.floor(most / EDIT));
  const never = (n + m + 1) * EDIT;
  const row = new Int32Array(m + 1).fill(never);
  for (let j = 0; j <= reach; j++) row[j] = j * EDIT;
  for (let i = 1; i <= n; i++) {
    const first = Math.max(1, i - reach);
    const last = Math.min(m, i + reach);
    let diagonal = row[first - 1] ?? never;
    let left = first === 1 ? i * EDIT : never;
    let best = left;
    row[first - 1] = left;
    for (let j = first; j <= last; j++) {
      const above = row[j] ?? never;
      const replaced = diagonal + replacement(a, b, head + i - 1, head + j - 1);
      left = Math.min(replaced, Math.min(above, left) + EDIT);
      row[j] = left;
      if (left < best) best = left;
      diagonal = above;
    }
    if (best > most) return best;
  }
  return row[m] ?? never;
}

function replacement(a: Sequence, b: Sequence, i: number, j: number): number {
  if (a.forms[i] === b.forms[j]) return 0;
  return a.stems[i] === b.stems[j] ? SAME_STEM : EDIT;
}

function sharedHead(a: readonly string[], b: readonly string[]): number {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head++;
  return head;
}

function sharedTail(a: readonly string[], b: readonly string[], head: number): number {
  const most = Math.min(a.length, b.length) - head;
  let tail = 0;
  while (tail < most && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return tail;
}
