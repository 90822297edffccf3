import type { Language } from '../../model/language.ts';
import { stripAccents } from '../normalize.ts';
import { stemEnglish } from './english.ts';
import { stemFrench } from './french.ts';

/** No word of either language is longer; what is, is an address or noise, and is its own stem. */
const LONGEST_WORD = 40;
const ONLY_LETTERS = /^[\p{L}\p{M}'-]+$/u;

/**
 * What the forms of a word share, to find one by another: the Snowball stem, its accents dropped, since news prints
 * capitals with or without them (État, Etat).
 * @param norm a word as `Token.norm` has it
 */
export function stem(norm: string, language: Language): string {
  if (norm.length > LONGEST_WORD || !ONLY_LETTERS.test(norm)) return norm;
  return stripAccents(language === 'fr' ? stemFrench(norm) : stemEnglish(norm));
}
