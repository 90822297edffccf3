import { addressEnd, emailAround, LONGEST_MAILBOX } from '../addresses.ts';

/** A piece of a text, in UTF-16 units, end excluded. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** Code in backticks, HTML entities, times and ratios, paths of Windows, operators, faces drawn with marks. */
const NOT_PROSE =
  /`[^`\n]+`|&#?\w{1,31};|\d+(?::\d+)+|(?<!\p{L})\p{Lu}:\\\S*|\p{L}+::[\p{L}:]*|[:!]=|(?<![\p{L}\d)»”"])[:;]-?[()DPp](?!\p{L})/gu;

const ADDRESS = /https?:|ftp:|www\.|mailto:|@/gi;

/** The pieces of a text that no typography touches: addresses, times, code. In order, none overlapping another. */
export function protectedSpans(text: string): readonly Span[] {
  const spans = [...addresses(text), ...matches(text)].sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return spans.filter((span) => {
    const free = span.start >= end;
    end = Math.max(end, span.end);
    return free;
  });
}

/** Whether the character at `at` lies in one of the spans. */
export function isProtected(spans: readonly Span[], at: number): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return (spans[low]?.start ?? Number.POSITIVE_INFINITY) <= at;
}

function matches(text: string): Span[] {
  return [...text.matchAll(NOT_PROSE)].map((found) => ({ start: found.index, end: found.index + found[0].length }));
}

function addresses(text: string): Span[] {
  const spans: Span[] = [];
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    if (index < (spans.at(-1)?.end ?? 0)) continue;
    if (found === '@') {
      const email = emailAround(text, index, Math.max(0, index - LONGEST_MAILBOX));
      if (email !== undefined) spans.push(email);
    } else {
      const end = addressEnd(text, index);
      if (end !== undefined) spans.push({ start: index, end });
    }
  }
  return spans;
}
