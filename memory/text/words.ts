import type { Language } from '../model/language.ts';
import { tokenize } from './tokenize.ts';

/**
 * How many words a text has, as translators count and invoice them: what stands together without a space or mark
 * between is one word (l’affaire, est-il, don’t, 160km), and a number is one.
 */
export function countWords(text: string, language: Language): number {
  let count = 0;
  let end = -1;
  for (const token of tokenize(text, language)) {
    if (token.kind === 'punctuation') continue;
    if (token.start !== end) count++;
    end = token.end;
  }
  return count;
}
