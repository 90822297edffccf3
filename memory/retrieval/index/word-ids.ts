/**
 * Words as the index knows them: one number for a form, with that of its stem in the upper 24 bits and the number of
 * the form among those of the stem, from 1, in the lower 8. Forms beyond the last number share it: they seem equal to
 * each other, so a bound from these numbers stays a bound.
 *
 * Stems are numbered as they are first seen, those that are seen together by falling frequency: a high number means a
 * rare stem. The order is never changed, and every bound of the index holds for any order; a good one is only faster.
 */
export type WordId = number;
export type StemId = number;

/** A word that no stored text has. */
export const UNKNOWN: WordId = 0;

export const LAST_FORM = 0xff;
export const LAST_STEM = 0xff_ff_ff;

export function stemOf(word: WordId): StemId {
  return word >>> 8;
}

/** @param form from 0 (a form of the stem that no stored text has) to {@link LAST_FORM} */
export function wordId(stem: StemId, form: number): WordId {
  return ((stem << 8) | form) >>> 0;
}

/** The word that stands for a number where it matters which it is. No text has a word of this form. */
export function numberWord(number: string): string {
  return `#${number}`;
}
