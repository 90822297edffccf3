import type { FoundBlock } from '../blocks.ts';
import type { Line } from './lines.ts';

/** How much more than usual stands between the lines of two paragraphs. */
const WIDE = 1.35;
/** How far, in letters' size, the first line of a paragraph is set in. */
const INDENT = 0.7;
/** A line that ends so much before the others, as a share of their width, may be a paragraph's last. */
const SHORT = 0.12;
/** Letters so much larger than those of most lines are a heading's. */
const HEADING = 1.15;
const LONGEST_HEADING = 250;

const SENTENCE_END = /[.!?…]["”»’)\s]*$/u;
const BULLET = /^(?:[•‣▪●◦]|[-–—*] |\d{1,2}[.)] )/u;
/** A dash or figure begins an item only where the line before ended something. */
const SURE_BULLET = /^[•‣▪●◦]/u;
/** What French joins to a word with a hyphen; a line may break there. */
const ENCLITIC =
  /^(?:t-)?(?:je|tu|il|elle|on|nous|vous|ils|elles|ce|ci|là|y|en|le|la|les|lui|leur|moi|toi|même|mêmes)\b/iu;

/** Puts the lines of a document together: headings, list items, and paragraphs that may run over columns and pages. */
export function joinLines(lines: readonly Line[]): readonly FoundBlock[] {
  const body = commonSize(lines);
  const leading = usualLeading(lines);
  const rights = columnRights(lines);
  const hyphenated = new Set(
    lines.flatMap(({ text }) => text.match(/\p{L}+-\p{L}+/gu) ?? []).map((word) => word.toLowerCase()),
  );
  const groups: Line[][] = [];
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    const group = groups.at(-1);
    if (before !== undefined && group !== undefined && belongs(before, line)) group.push(line);
    else groups.push([line]);
  });
  const largest = Math.max(...groups.filter(isHeading).map(([first]) => first?.size ?? 0));
  let hasHeadline = false;
  return groups.map((group): FoundBlock => {
    const text = group.reduce((joined, { text: next }) => join(joined, next, hyphenated), '');
    if (!isHeading(group))
      return BULLET.test(text)
        ? { kind: 'list-item', text: text.replace(BULLET, '').trim() }
        : { kind: 'paragraph', text };
    const isHeadline = !hasHeadline && group[0]?.size === largest;
    hasHeadline ||= isHeadline;
    return isHeadline ? { kind: 'headline', text } : { kind: 'heading', level: 2, text };
  });

  function isHeading(group: readonly Line[]): boolean {
    const length = group.reduce((sum, { text }) => sum + text.length, 0);
    return (group[0]?.size ?? 0) > body * HEADING && length <= LONGEST_HEADING;
  }

  function belongs(before: Line, line: Line): boolean {
    if (Math.abs(before.size - line.size) > 0.1 * before.size || SURE_BULLET.test(line.text)) return false;
    const isUnfinished = !SENTENCE_END.test(before.text);
    // The last line of a page may be the only one of its column there.
    const right = Math.max(rights.get(columnOf(before)) ?? 0, before.left + line.right - line.left);
    const isShort = before.right < right - SHORT * (right - before.left);
    if (BULLET.test(line.text) && (!isUnfinished || isShort)) return false;
    if (before.page !== line.page || line.y > before.y) {
      return isUnfinished && (!isShort || /^["«“(]?[\p{Ll}\d]/u.test(line.text));
    }
    if (before.y - line.y > WIDE * leading * before.size) return false;
    if (line.left > before.left + INDENT * line.size && !BULLET.test(before.text)) return false;
    return isUnfinished || !isShort;
  }
}

function join(joined: string, next: string, hyphenated: ReadonlySet<string>): string {
  if (joined === '') return next;
  if (joined.endsWith('\u00ad')) return joined.slice(0, -1) + next;
  const head = /(\p{L}+)-$/u.exec(joined)?.[1];
  const tail = /^\p{L}+/u.exec(next)?.[0];
  if (head === undefined || tail === undefined) return joined.endsWith('-') ? joined + next : `${joined} ${next}`;
  const isCompound = ENCLITIC.test(next) || /^\p{Lu}/u.test(next) || hyphenated.has(`${head}-${tail}`.toLowerCase());
  return (isCompound ? joined : joined.slice(0, -1)) + next;
}

/** The size of letters that most of the text is set in. */
function commonSize(lines: readonly Line[]): number {
  const lengths = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    lengths.set(rounded, (lengths.get(rounded) ?? 0) + text.length);
  }
  return [...lengths].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0])[0];
}

/** From one base line to the next, in letters' size: the median. */
function usualLeading(lines: readonly Line[]): number {
  const ratios = lines.flatMap((line, at) => {
    const before = lines[at - 1];
    if (before === undefined || before.page !== line.page || Math.abs(before.size - line.size) > 0.1 * line.size)
      return [];
    const ratio = (before.y - line.y) / line.size;
    return ratio > 0.8 && ratio < 3 ? [ratio] : [];
  });
  return ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 1.2;
}

/** Where the lines of each column end at most. */
function columnRights(lines: readonly Line[]): ReadonlyMap<string, number> {
  const rights = new Map<string, number>();
  for (const line of lines) rights.set(columnOf(line), Math.max(rights.get(columnOf(line)) ?? 0, line.right));
  return rights;
}

/** Lines of one page that begin in the same inch or the next are taken for one column. */
function columnOf({ page, left }: Line): string {
  return `${page} ${Math.floor(left / 108)}`;
}
