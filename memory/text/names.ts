import type { Language } from '../model/language.ts';
import { isFunctionWord } from './stopwords.ts';
import type { Token } from './tokenize.ts';

/** Words with a capital that no sentence begins with, and words with capitals inside (NSO, iPhone) anywhere. */
export function namesIn(tokens: readonly Token[], language: Language): readonly Token[] {
  const names: Token[] = [];
  let opening = true;
  for (const token of tokens) {
    if (token.kind === 'word' && !isFunctionWord(token.norm, language)) {
      const capital = /^\p{Lu}/u.test(token.text);
      if (/\p{L}\p{Lu}/u.test(token.text) || (capital && !opening)) names.push(token);
    }
    opening = token.kind === 'punctuation' ? opening || OPENING.test(token.norm) : false;
  }
  return names;
}

/** After these a capital may be the sentence's. */
const OPENING = /^[.!?…:"]/;
