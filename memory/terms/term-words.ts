import type { Language } from '../model/language.ts';
import { tokenize } from '../text/tokenize.ts';
import { wordForms } from '../text/word-forms.ts';

/** A word or mark of a text, as terms are recognised by. Compounds are in their parts: `first-aid` is found by `first aid`. */
export interface TermWord {
  /** Place in the text, in UTF-16 units, end excluded. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly stem: string;
  /** Whether a word begins or ends here: a term is none that is part of a compound (`parole` in `porte-parole`). */
  readonly begins: boolean;
  readonly ends: boolean;
}

const ADDRESS = /[@/]|\.\p{L}/u;

export function termWords(text: string, language: Language): readonly TermWord[] {
  return tokenize(text, language).flatMap(({ kind, start, end, text: piece, stem }): readonly TermWord[] => {
    const parts = kind === 'word' && !ADDRESS.test(piece) ? partsOf(piece) : [];
    if (parts.length < 2) return [{ start, end, text: piece, stem, begins: true, ends: true }];
    return parts.map(({ at, part }, index) => ({
      start: start + at,
      end: start + at + part.length,
      text: part,
      stem: wordForms(part, language).stem,
      begins: index === 0,
      ends: index === parts.length - 1,
    }));
  });
}

/** What lies between the hyphens of a compound; nothing of a word that begins with one, for that stands alone as it is. */
function partsOf(word: string): readonly { readonly at: number; readonly part: string }[] {
  if (!/[-‐‑]/.test(word) || /^[-‐‑]/.test(word)) return [];
  return [...word.matchAll(/[^-‐‑]+/g)].map(({ index, 0: part }) => ({ at: index, part }));
}

/** Articles, and the mark of the English infinitive, that lists of terms put before them. */
const LEADING: Readonly<Record<Language, RegExp>> = {
  fr: /^(?:les?|la|l['’]|une?)$/,
  en: /^(?:an?|the|to)$/,
};

/** The words of a term. An article before it is left out, unless it is part of a name: Le Monde, The Hague. */
export function wordsOfTerm(text: string, language: Language): readonly TermWord[] {
  const words = termWords(text, language);
  const [first, second] = words;
  return first && second && LEADING[language].test(first.text) ? words.slice(1) : words;
}

/** What a term is looked up by: its first two stems, or its only one. */
export function termStart(words: readonly TermWord[], at = 0): string {
  const [first, second] = [words[at], words[at + 1]];
  return second === undefined ? (first?.stem ?? '') : `${first?.stem} ${second.stem}`;
}

/** Every start that a term in the text can have. */
export function startsIn(words: readonly TermWord[]): readonly string[] {
  return [...new Set(words.flatMap(({ stem }, at) => [stem, termStart(words, at)]))];
}
