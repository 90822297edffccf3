import { type LanguageTag, languageOf } from '../../model/language.ts';

/** The space that stands somewhere: no-break (U+00A0), narrow no-break (U+202F), none, or what the writer chose. */
export type SpaceKind = 'no-break' | 'narrow' | 'none' | 'as-written';

/** How a house sets what is between the words. */
export interface TypographyStyle {
  readonly beforeColon: SpaceKind;
  /** Before `;` `!` `?`. */
  readonly beforeHighMarks: SpaceKind;
  readonly insideGuillemets: SpaceKind;
  /** Whether `'` inside and at the end of words becomes `’`. */
  readonly apostrophes: 'curly' | 'as-written';
  /** What `"` becomes: « », “ ”, or what the writer chose. */
  readonly quotes: 'guillemets' | 'curly' | 'as-written';
}

const FRENCH: TypographyStyle = {
  beforeColon: 'no-break',
  beforeHighMarks: 'narrow',
  insideGuillemets: 'no-break',
  apostrophes: 'curly',
  quotes: 'guillemets',
};

/** English houses differ on curly marks, so they are left as written until a house says otherwise. */
const ENGLISH: TypographyStyle = {
  beforeColon: 'none',
  beforeHighMarks: 'none',
  insideGuillemets: 'as-written',
  apostrophes: 'as-written',
  quotes: 'as-written',
};

/**
 * The style of a language where a house has none of its own. French of Canada sets no space before `;` `!` `?`
 * (Office québécois de la langue française), French of France a narrow one (Imprimerie nationale).
 */
export function defaultStyle(tag: LanguageTag): TypographyStyle {
  if (languageOf(tag) === 'en') return ENGLISH;
  return /-CA\b/.test(tag) ? { ...FRENCH, beforeHighMarks: 'none' } : FRENCH;
}

export const NO_BREAK = '\u00a0';
export const NARROW = '\u202f';

/** The character of a space, `undefined` where the writer's choice stands. */
export function spaceOf(kind: SpaceKind): string | undefined {
  return { 'no-break': NO_BREAK, narrow: NARROW, none: '', 'as-written': undefined }[kind];
}
