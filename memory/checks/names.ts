import { namesIn } from '../text/names.ts';
import { foldWord, stripAccents } from '../text/normalize.ts';
import { isFunctionWord } from '../text/stopwords.ts';
import type { Token } from '../text/tokenize.ts';
import type { Found, Side, Subject } from './check.ts';
import { onWhole } from './check.ts';

/** How many letters at their beginning two forms of one name share: Italy, Italie; Londres, London. */
const SHARED_LETTERS = 3;

/**
 * Names of two or more words (persons, firms, places) none of whose words is in the target, where the target has no
 * word with a capital that could be their translation.
 */
export function lostNames(subject: Subject): readonly Found[] {
  const { source, target } = subject;
  const inCapitals = namesIn(source.tokens, source.language);
  const names = isHeadline(inCapitals, source) ? [] : runs(inCapitals, source.text);
  if (names.length === 0) return [];
  const words = target.tokens.filter(({ kind }) => kind === 'word').flatMap(({ text }) => plain(text).split('-'));
  const capitals = target.tokens.filter(({ text }) => /^\p{Lu}/u.test(text)).map(({ text }) => plain(text));
  const known = source.tokens.map(({ text }) => plain(text));
  const strangers = capitals.filter((word) => !known.some((other) => similar(word, other)));
  const lost = names.filter((name) => !name.some(({ text }) => words.some((word) => similar(plain(text), word))));
  if (lost.length <= strangers.length / 2) return [];
  const printed = lost.map((name) => source.text.slice(name[0]?.start, name.at(-1)?.end));
  return [onWhole(subject, 'name-missing', printed)];
}

/** Headlines in English have a capital on every word that counts. */
function isHeadline(inCapitals: readonly Token[], { tokens, language }: Side): boolean {
  const words = tokens.filter(({ kind, norm }) => kind === 'word' && !isFunctionWord(norm, language));
  return inCapitals.length > words.length / 2;
}

/** Names that stand word by word after each other, two words or more. */
function runs(names: readonly Token[], text: string): readonly (readonly Token[])[] {
  const found: Token[][] = [];
  let end = -1;
  for (const name of names) {
    if (end >= 0 && text.slice(end, name.start) === ' ') found.at(-1)?.push(name);
    else found.push([name]);
    end = name.end;
  }
  return found.filter((run) => run.length > 1);
}

function similar(a: string, b: string): boolean {
  return a === b || (a.length > SHARED_LETTERS && a.slice(0, SHARED_LETTERS) === b.slice(0, SHARED_LETTERS));
}

function plain(word: string): string {
  return stripAccents(foldWord(word));
}
