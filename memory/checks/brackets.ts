import type { Found, Side, Subject } from './check.ts';

/** What opens and what closes it. */
const BRACKETS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const QUOTES: Readonly<Record<string, string>> = { '»': '«', '”': '“' };
const QUOTE = /[«»“”]/g;

/** A bracket without its other half, where those of the source are whole. Enumerations (`a)`) have none. */
export function oddBrackets({ source, target }: Subject): readonly Found[] {
  return odd(source, target, BRACKETS, /[()[\]{}]/g);
}

/**
 * A quotation mark without its other half, where the source has whole ones: quotations run over segments, and houses
 * differ on whether each segment repeats the mark.
 */
export function oddQuotes({ source, target }: Subject): readonly Found[] {
  if (!/["«»“”]/.test(source.text) || isOdd(source.text, '"')) return [];
  if (lonelyMark(source.text, QUOTES, QUOTE) !== undefined) return [];
  const found = odd(source, target, QUOTES, QUOTE);
  if (found.length > 0 || !isOdd(target.text, '"')) return found;
  return [lonely('"', target.text.lastIndexOf('"'))];
}

function odd(source: Side, target: Side, pairs: Readonly<Record<string, string>>, marks: RegExp): readonly Found[] {
  if (lonelyMark(source.text, pairs, marks) !== undefined) return [];
  const at = lonelyMark(target.text, pairs, marks);
  return at === undefined ? [] : [lonely(target.text.charAt(at), at)];
}

/** The place of the first mark without its other half. */
function lonelyMark(text: string, pairs: Readonly<Record<string, string>>, marks: RegExp): number | undefined {
  const open: { mark: string; at: number }[] = [];
  for (const { 0: mark, index } of text.matchAll(marks)) {
    const opening = pairs[mark];
    if (opening === undefined) open.push({ mark, at: index });
    else if (open.at(-1)?.mark === opening) open.pop();
    else if (!/(?:^|\s)[\p{L}\d]{1,3}$/u.test(text.slice(Math.max(0, index - 4), index))) return index;
  }
  return open[0]?.at;
}

function lonely(mark: string, at: number): Found {
  return { says: 'no-other-half', about: [mark], start: at, end: at + 1 };
}

/** Inches apart. */
function isOdd(text: string, mark: string): boolean {
  return (text.replace(/(?<=\d)"/g, '').split(mark).length - 1) % 2 === 1;
}
