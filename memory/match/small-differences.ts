import { contentCodes } from '../model/inline.ts';
import { foldTypography } from '../text/normalize.ts';
import type { Token } from '../text/tokenize.ts';
import { bagOf, overlap, type Profile } from './profile.ts';

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
  const words = sharedLayers(wordsOf(a), wordsOf(b));
  const marks = sharedLayers(marksOf(a), marksOf(b));
  return (
    cost(NUMBER, replacedNumbers(a.numbers, b.numbers)) +
    cost(CASE, words.folded - words.cased) +
    cost(PUNCTUATION, marks.longer - marks.folded) +
    cost(TYPOGRAPHY, words.cased - words.printed + marks.folded - marks.printed) +
    cost(CODES, differentCodes(a, b))
  );
}

/** What the distance is counted over. */
function wordsOf({ tokens }: Profile): readonly Token[] {
  const words = tokens.filter((token) => token.kind !== 'punctuation');
  return words.length > 0 ? words : tokens;
}

/** The marks of a text that has words. */
function marksOf({ tokens }: Profile): readonly Token[] {
  const marks = tokens.filter((token) => token.kind === 'punctuation');
  return marks.length < tokens.length ? marks : [];
}

/** How many tokens two texts have in common when folded, when folded but for case, and as printed: ever fewer. */
function sharedLayers(a: readonly Token[], b: readonly Token[]) {
  const shared = (layer: (token: Token) => string) => overlap(bagOf(a.map(layer)), bagOf(b.map(layer)));
  return {
    longer: Math.max(a.length, b.length),
    folded: shared((token) => token.norm),
    cased: shared((token) => (token.kind === 'number' ? token.norm : foldTypography(token.text))),
    printed: shared((token) => token.text),
  };
}

function differentCodes(a: Profile, b: Profile): number {
  const [one, another] = [a, b].map(({ content }) =>
    contentCodes(content).map((code) => `${code.form} ${code.id} ${code.type ?? ''}`),
  );
  if (one === undefined || another === undefined) return 0;
  return Math.max(one.length, another.length) - overlap(bagOf(one), bagOf(another));
}

function cost(kind: { readonly each: number; readonly most: number }, count: number): number {
  return Math.min(kind.most, kind.each * Math.max(0, count));
}

/**
 * How many numbers stand in the place of another: of the shorter list, the fewest to leave out for the rest to be a
 * subsequence of the longer one. Beyond what can still cost, how many is not found out.
 */
function replacedNumbers(a: readonly string[], b: readonly string[]): number {
  const enough = NUMBER.most / NUMBER.each;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const places = new Map<string, number[]>();
  for (const [at, value] of long.entries()) {
    const known = places.get(value);
    if (known === undefined) places.set(value, [at]);
    else known.push(at);
  }
  // used[k]: how much of the longer list is used up at least, when k numbers of the shorter one are left out.
  const used = Array.from({ length: enough }, (_, leftOut) => (leftOut === 0 ? 0 : Number.POSITIVE_INFINITY));
  for (const value of short) {
    for (let leftOut = enough - 1; leftOut >= 0; leftOut--) {
      const found = firstFrom(places.get(value) ?? [], used[leftOut] ?? 0) + 1;
      used[leftOut] = Math.min(found, used[leftOut - 1] ?? Number.POSITIVE_INFINITY);
    }
  }
  const fewest = used.findIndex(Number.isFinite);
  return fewest < 0 ? enough : fewest;
}

/** The first of ascending places that is not before `from`. */
function firstFrom(places: readonly number[], from: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return places[low] ?? Number.POSITIVE_INFINITY;
}
