import type { Language } from '../model/language.ts';
import type { Token } from '../text/tokenize.ts';
import type { Found, Side, Subject } from './check.ts';

/** Words that may rightly stand twice: vous vous plaignez, what he had had. */
const TWICE: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(['nous', 'vous', 'très', 'bien']),
  en: new Set(['had', 'that', 'very', 'is', 'do', 'her']),
};

/** A word twice in a row, unless the source repeats one too. */
export function repeatedWords({ source, target }: Subject): readonly Found[] {
  if (repetitions(source).length > 0) return [];
  return repetitions(target).map(({ first, second }) => ({
    says: 'repeated-word',
    about: [second.text],
    start: first.start,
    end: second.end,
    fix: { does: 'remove-one', edits: [{ start: first.end, end: second.end, text: '' }] },
  }));
}

function repetitions({ tokens, text, language }: Side): readonly { first: Token; second: Token }[] {
  return tokens.flatMap((second, index) => {
    const first = tokens[index - 1];
    if (first?.kind !== 'word' || second.kind !== 'word' || first.norm !== second.norm) return [];
    const meant = TWICE[language].has(second.norm) || /^\p{Lu}/u.test(second.text) || second.norm.startsWith('-');
    return meant || text.slice(first.end, second.start).trim() !== '' ? [] : [{ first, second }];
  });
}
