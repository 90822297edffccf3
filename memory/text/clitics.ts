import type { Language } from '../model/language.ts';
import { foldWord } from './normalize.ts';

/** Words that lose their vowel before another word; `quelqu’un` and `presqu’île` are one word. */
const ELIDED = new Set('l d j m t s n c qu jusqu lorsqu puisqu quoiqu'.split(' '));
const LONGEST_ELIDED = 6;

/** Whether what stands from `start` to the apostrophe at `at` is an elided word. */
export function isElided(text: string, start: number, at: number): boolean {
  return at - start <= LONGEST_ELIDED && ELIDED.has(text.slice(start, at).toLowerCase());
}

/** A word that is written onto the end of another. */
interface Enclitic {
  readonly start: number;
  readonly norm: string;
}

/** Pronouns after a verb: `est-il`, `a-t-on`, `est-ce`. A `rendez-vous` is a noun, and objects stay with their verb. */
const PRONOUNS = /(?:-t)?-(?:je|tu|ils?|elles?|on|ce)$/;
const WE_YOU = /-(?:nous|vous)$/;
const NOT_VERBS = /^(?:rendez-vous|nous-nous|vous-vous|entre-nous|chez-nous|est-ce)$/;
const CONTRACTION = /(?:n't|'(?:s|re|ve|ll|d|m))$/;

/** What `can’t`, `won’t` and `shan’t` negate. */
export const NEGATED_AUXILIARIES: ReadonlyMap<string, string> = new Map([
  ['ca', 'can'],
  ['wo', 'will'],
  ['sha', 'shall'],
]);

/** Longer than any word with its clitic; what is longer is not looked into. */
const LONGEST = 60;

/** The enclitic at the end of the word from `start` to `end`, if it has one and more before it. */
export function enclitic(text: string, start: number, end: number, language: Language): Enclitic | undefined {
  if (end - start > LONGEST) return undefined;
  const word = text.slice(start, end);
  return language === 'fr' ? frenchEnclitic(word, start) : englishEnclitic(word, start);
}

function frenchEnclitic(word: string, start: number): Enclitic | undefined {
  if (!/[-‐‑]/.test(word)) return undefined;
  const norm = word.toLowerCase().replace(/[‐‑]/g, '-');
  const found = PRONOUNS.exec(norm) ?? (NOT_VERBS.test(norm) ? null : WE_YOU.exec(norm));
  if (found === null || found.index === 0) return undefined;
  return { start: start + found.index, norm: found[0].replace(/^-t-/, '-') };
}

function englishEnclitic(word: string, start: number): Enclitic | undefined {
  if (!/['’ʼ]/.test(word)) return undefined;
  const found = CONTRACTION.exec(foldApostrophe(word));
  if (found === null || found.index === 0) return undefined;
  return { start: start + found.index, norm: foldWord(found[0]) };
}

/** Keeps the length, so that places stay true. */
function foldApostrophe(word: string): string {
  return word.replace(/[’ʼ]/g, "'").replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
