import { foldTypography } from '../text/normalize.ts';
import { isFunctionWord } from '../text/stopwords.ts';
import type { Found, Subject } from './check.ts';
import { onWhole } from './check.ts';

/** Fewer lower-case content words may be a name, a title or a word both languages have. */
const FEWEST_WORDS = 2;

export function emptyTarget(subject: Subject): readonly Found[] {
  const { source, target } = subject;
  if (source.text.trim() === '' || target.text.trim() !== '') return [];
  return [onWhole(subject, 'no-translation')];
}

/** The source as it is, where it holds words of its language. */
export function identicalTarget(subject: Subject): readonly Found[] {
  const { source, target } = subject;
  if (foldTypography(source.text).trim() !== foldTypography(target.text).trim()) return [];
  const words = source.tokens.filter(({ kind, text }) => kind === 'word' && /^\p{Ll}{2,}$/u.test(text));
  const tells = words.some(({ norm }) => isFunctionWord(norm, source.language));
  return tells || words.length >= FEWEST_WORDS ? [onWhole(subject, 'identical')] : [];
}
