import type { Language } from '../model/language.ts';
import { foldWord } from './normalize.ts';
import { stem } from './stem/stem.ts';

/** A word folded, and its stem. */
export interface WordForms {
  readonly norm: string;
  readonly stem: string;
}

/** Few words make up most of any text, so what was worked out once is remembered; the most that is kept of each language. */
const REMEMBERED = 60_000;
const LONGEST_REMEMBERED = 40;

const memos: Readonly<Record<Language, Map<string, WordForms>>> = { fr: new Map(), en: new Map() };

/** The forms under which a word is compared and found. Gives the same answer for the same word, always. */
export function wordForms(word: string, language: Language): WordForms {
  const memo = memos[language];
  const known = memo.get(word);
  if (known !== undefined) return known;
  const own = detached(word);
  const norm = foldWord(own);
  const forms = { norm, stem: stem(norm, language) };
  if (word.length > LONGEST_REMEMBERED) return forms;
  if (memo.size >= REMEMBERED) memo.clear();
  memo.set(own, forms);
  return forms;
}

/** The same word, not as a slice of the text it came from: remembering a slice would keep the whole text in memory. */
function detached(word: string): string {
  return ` ${word}`.slice(1);
}
