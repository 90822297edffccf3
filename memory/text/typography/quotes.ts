import type { TextEdit } from '../edit.ts';
import { spaceOf, type TypographyStyle } from './style.ts';

/** An apostrophe that ends an elided word or stands inside one; quotation marks of one stroke are left alone. */
const STRAIGHT_APOSTROPHE = /(?<=\p{L})'(?=[\p{L}\d«“"\ue000-\uf8ff])/gu;

/** @param isFree whether typography may touch the mark at a place */
export function apostropheEdits(
  text: string,
  { apostrophes }: TypographyStyle,
  isFree: (at: number) => boolean,
): readonly TextEdit[] {
  if (apostrophes === 'as-written') return [];
  return [...text.matchAll(STRAIGHT_APOSTROPHE)]
    .filter(({ index }) => isFree(index))
    .map(({ index }) => ({ start: index, end: index + 1, text: '’' }));
}

/**
 * The edits that turn straight quotation marks into those of the style. None where the marks do not open and close
 * by turns, so that a text whose marks cannot be read stays as it is for a person to see; inches stay too.
 * @param isFree whether typography may touch the mark at a place
 */
export function quoteEdits(text: string, style: TypographyStyle, isFree: (at: number) => boolean): readonly TextEdit[] {
  if (style.quotes === 'as-written') return [];
  const marks = straightQuotes(text, isFree);
  const paired = marks.length % 2 === 0 && marks.every(({ fits }, index) => fits[index % 2 === 0 ? 'open' : 'close']);
  if (!paired) return [];
  const { open, close } = quotePair(style);
  return marks.map(({ at }, index) => ({ start: at, end: at + 1, text: index % 2 === 0 ? open : close }));
}

/** The opening and closing mark of a style, with the space that belongs inside. */
export function quotePair(style: TypographyStyle): { readonly open: string; readonly close: string } {
  if (style.quotes === 'curly') return { open: '“', close: '”' };
  const space = spaceOf(style.insideGuillemets) ?? '';
  return { open: `«${space}`, close: `${space}»` };
}

interface StraightQuote {
  readonly at: number;
  readonly fits: { readonly open: boolean; readonly close: boolean };
}

function straightQuotes(text: string, isFree: (at: number) => boolean): readonly StraightQuote[] {
  const quotes: StraightQuote[] = [];
  for (const { index } of text.matchAll(/"/g)) {
    const before = text.charAt(index - 1);
    const after = text.charAt(index + 1);
    const inches = /\d/.test(before) && quotes.length % 2 === 0;
    if (inches || !isFree(index)) continue;
    quotes.push({
      at: index,
      fits: {
        open: opens(before) && /\S/.test(after) && after !== '"',
        close: /\S/.test(before) && !/[\p{L}\d]/u.test(after),
      },
    });
  }
  return quotes;
}

/** Whether a quotation may open behind a character: at the start, after a space, a bracket, a dash, an elided word. */
export function opens(before: string): boolean {
  return before === '' || /[\s([{'’\-–—/«“]/.test(before);
}
