import type { TextEdit } from '../edit.ts';
import { spaceOf, type TypographyStyle } from './style.ts';

/** Spaces within a line. */
const SPACES = '[ \\t\\u00a0\\u202f\\u2009]*';

/**
 * A high mark that ends a phrase: what follows is the end, a space, a closing mark or another high mark, so that
 * `a:b`, `Yahoo!News` and `10:30` are left alone. Of a run `?!` the first mark alone takes the space.
 */
const HIGH_MARK = new RegExp(
  `(?<=[^\\s([{«“¿¡:;!?])(?<space>${SPACES})(?<mark>[:;!?])(?=$|[\\s:;!?.…,)\\]}»”"’'*_\\u2013\\u2014-])`,
  'gu',
);
const OPENING = new RegExp(`«${SPACES}(?=[^\\s»])`, 'gu');
const CLOSING = new RegExp(`(?<=[^\\s«])${SPACES}»`, 'gu');

/** A straight quotation mark that nobody could pair closes where something stands right before it. */
const CLOSES = /[^\s([{«“"'’\-–—/]"$/;

/**
 * The edits that give a text the spaces of a style before high marks and inside guillemets; not in order.
 * @param isFree whether typography may touch the mark at a place
 * @param opening whether the straight quotation mark at a place is one that opens, as far as they can be paired: no
 * space comes between it and a high mark
 */
export function spacingEdits(
  text: string,
  style: TypographyStyle,
  isFree: (at: number) => boolean,
  opening: (at: number) => boolean | undefined,
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const space = (start: number, end: number, wanted: string | undefined, mark: number) => {
    const right = wanted === undefined || text.slice(start, end) === wanted;
    if (!right && isFree(mark)) edits.push({ start, end, text: wanted });
  };
  for (const { index, groups } of text.matchAll(HIGH_MARK)) {
    if (text[index - 1] === '"' && (opening(index - 1) ?? !CLOSES.test(text.slice(index - 2, index)))) continue;
    const end = index + (groups?.['space'] ?? '').length;
    space(index, end, spaceOf(groups?.['mark'] === ':' ? style.beforeColon : style.beforeHighMarks), end);
  }
  const inside = spaceOf(style.insideGuillemets);
  for (const { index, 0: found } of text.matchAll(OPENING)) space(index + 1, index + found.length, inside, index);
  for (const { index, 0: found } of text.matchAll(CLOSING)) {
    const mark = index + found.length - 1;
    space(index, mark, inside, mark);
  }
  return edits;
}
