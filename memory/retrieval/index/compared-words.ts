import { NUMBER } from '../../match/profile.ts';
import type { Language } from '../../model/language.ts';
import { type Token, tokenize } from '../../text/tokenize.ts';
import { NO_WORDS } from './word-ids.ts';

/** What the distance of two texts is counted over, never empty: forms and, in parallel, their stems. */
export interface ComparedWords {
  readonly forms: readonly string[];
  readonly stems: readonly string[];
}

/** The words of a text as the rate compares them (`match/profile.ts`). */
export function comparedWords(text: string, language: Language): ComparedWords {
  const tokens = tokenize(text, language);
  const words = tokens.filter((token) => token.kind !== 'punctuation');
  return wordsOrNone(words.length > 0 ? words : tokens);
}

function wordsOrNone(basis: readonly Token[]): ComparedWords {
  if (basis.length === 0) return { forms: [NO_WORDS], stems: [NO_WORDS] };
  return {
    forms: basis.map((token) => (token.kind === 'number' ? NUMBER : token.norm)),
    stems: basis.map((token) => (token.kind === 'number' ? NUMBER : token.stem)),
  };
}
