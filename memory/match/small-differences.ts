import { overlap, type Profile } from './profile.ts';

/** Points of the rate for each difference of a kind, and the most that the kind can cost. */
const NUMBER = { each: 2, most: 6 } as const;
const CASE = { each: 1, most: 2 } as const;
const PUNCTUATION = { each: 1, most: 3 } as const;
const TYPOGRAPHY = { each: 1, most: 1 } as const;
const CODES = { each: 1, most: 3 } as const;

/**
 * The points that two texts lose beside the edits of their words: other numbers, upper for lower case, other marks,
 * other characters for the same (’ and ', NBSP, œ and oe), other inline codes. Symmetric; 0–15.
 */
export function smallDifferences(a: Profile, b: Profile): number {
  const words = overlap(a.words.folded, b.words.folded);
  const cased = overlap(a.words.cased, b.words.cased);
  const printed = overlap(a.words.printed, b.words.printed);
  const marks = overlap(a.marks.folded, b.marks.folded);
  const printedMarks = overlap(a.marks.printed, b.marks.printed);
  const codes = overlap(a.codes, b.codes);
  return (
    cost(NUMBER, replacedNumbers(a.numbers, b.numbers)) +
    cost(CASE, words - cased) +
    cost(PUNCTUATION, Math.max(a.marks.count, b.marks.count) - marks) +
    cost(TYPOGRAPHY, cased - printed + marks - printedMarks) +
    cost(CODES, Math.max(sizeOf(a.codes), sizeOf(b.codes)) - codes)
  );
}

function cost(kind: { readonly each: number; readonly most: number }, count: number): number {
  return Math.min(kind.most, kind.each * Math.max(0, count));
}

function sizeOf(bag: Profile['codes']): number {
  let size = 0;
  for (const count of bag.values()) size += count;
  return size;
}

/**
 * How many numbers stand in the place of another: of the shorter list, those that are not part of the longest common
 * subsequence. Of long lists that differ everywhere only the most that can cost is found out.
 */
function replacedNumbers(a: readonly string[], b: readonly string[]): number {
  const enough = NUMBER.most / NUMBER.each;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const shared = overlapOfLists(short, long);
  if (short.length - shared >= enough) return enough;
  return short.length - longestCommonSubsequence(short, long);
}

function overlapOfLists(short: readonly string[], long: readonly string[]): number {
  const left = new Map<string, number>();
  for (const value of long) left.set(value, (left.get(value) ?? 0) + 1);
  let shared = 0;
  for (const value of short) {
    const count = left.get(value) ?? 0;
    if (count > 0) shared++;
    left.set(value, count - 1);
  }
  return shared;
}

function longestCommonSubsequence(short: readonly string[], long: readonly string[]): number {
  const row = new Int32Array(long.length + 1);
  for (const value of short) {
    let diagonal = 0;
    for (let j = 1; j <= long.length; j++) {
      const above = row[j] ?? 0;
      row[j] = value === long[j - 1] ? diagonal + 1 : Math.max(above, row[j - 1] ?? 0);
      diagonal = above;
    }
  }
  return row[long.length] ?? 0;
}
