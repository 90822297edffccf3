import { halfEdits } from './distance.ts';
import { overlap, type Profile } from './profile.ts';
import { smallDifferences } from './small-differences.ts';

/** What a text and a stored one come to when they are the same, and when their neighbours are too. */
export const IDENTICAL = 100;
export const IN_CONTEXT = 101;
const MOST_OF_OTHERS = 99;

/**
 * How alike two contents of one language are: 100 when text and codes are identical, else 0–99. The formula, with
 * worked examples, is in README.md. Symmetric.
 * @param minimum saves time: a rate under it may be given as 0
 */
export function grossRate(a: Profile, b: Profile, minimum = 0): number {
  if (a.key === b.key) return IDENTICAL;
  const longer = Math.max(a.forms.length, b.forms.length);
  if (longer === 0 || minimum > MOST_OF_OTHERS) return 0;
  if (highestRate(a, b) < minimum) return 0;

  const mostHalfEdits = Math.floor((2 * longer * (100 - minimum)) / 100);
  const distance = halfEdits(a, b, mostHalfEdits);
  if (distance > mostHalfEdits) return 0;
  const rate = Math.min(MOST_OF_OTHERS, percent(2 * longer - distance, longer) - smallDifferences(a, b));
  return rate >= minimum ? Math.max(0, rate) : 0;
}

/**
 * What the rate of two contents that are not identical cannot exceed, from the words they share alone, whatever their
 * order. Let `longer` be the words of the longer one, `c` the stems in common and `e` ≤ `c` the forms in common (as
 * multisets, all numbers one form). Words left alone are put in, left out or replaced, so at least `longer − c` edits
 * are needed; of the `c` pairs at most `e` are free and the others cost a half: `D ≥ longer − (c + e) / 2`.
 */
function highestRate(a: Profile, b: Profile): number {
  const shared = overlap(a.formBag, b.formBag) + overlap(a.stemBag, b.stemBag);
  return percent(shared, Math.max(a.forms.length, b.forms.length));
}

/**
 * How many stems a text must share with one of `a` words, itself of `b`, for their rate to reach `minimum`, unless they
 * are identical. An index that gives every unit with as many misses none.
 */
export function fewestSharedStems(minimum: number, a: number, b: number): number {
  return Math.ceil((minimum * Math.max(a, b)) / 100);
}

/** `halves` of `whole`, in per cent, rounded down. */
function percent(halves: number, whole: number): number {
  return Math.floor((50 * halves) / whole);
}
