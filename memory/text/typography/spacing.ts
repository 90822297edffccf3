import type { TextEdit } from '../edit.ts';
import { spaceOf, type TypographyStyle } from './style.ts';

/** Spaces within a line. */
const SPACES = '[ \\t\\u00a0\\u202f\\u2009]*';

/**
 * A high mark that ends a phrase: what follows is the end, a space, a closing mark or another high mark, so that
 * `a:b`, `Yahoo!News` and `10:30` are left alone. Of a run `?!` the first mark alone takes the space; behind a straight
 * quotation mark one does only where that mark closes.
 */
const HIGH_MARK = new RegExp(
  `(?<=[^\\s([{«“¿¡:;!?"]|[^\\s([{«“"'’\\-–—/]")(?<space>${SPACES})(?<mark>[:;!?])(?=$|[\\s:;!?.…,)\\]}»”"’'*_\\u2013\\u2014-])`,
  'gu',
);
const OPENING = new RegExp(`«${SPACES}(?=[^\\s»])`, 'gu');
const CLOSING = new RegExp(`(?<=[^\\s«])${SPACES}»`, 'gu');

/**
 * The edits that give a text the spaces of a style before high marks and inside guillemets; not in order.
 * @param isFree whether typography may touch the mark at a place
 */
export function spacingEdits(
  text: string,
  style: TypographyStyle,
  isFree: (at: number) => boolean,
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const space = (start: number, end: number, wanted: string | undefined, mark: number) => {
    const right = wanted === undefined || text.slice(start, end) === wanted;
    if (!right && isFree(mark)) edits.push({ start, end, text: wanted });
  };
  for (const { index, groups } of text.matchAll(HIGH_MARK)) {
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
