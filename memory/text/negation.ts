import type { Language } from '../model/language.ts';
import type { Token } from './tokenize.ts';

/** French words that a `ne` before them makes one negation with. */
const WITH_NE = new Set(
  'pas plus jamais rien aucun aucune personne guère guere point ni nul nulle nullement'.split(' '),
);
const NE = new Set(['ne', "n'"]);
const QUE = new Set(['que', "qu'"]);
/** How many words after `ne` its second half may stand: n’a malheureusement encore jamais … */
const REACH = 7;
const ALONE: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set('pas jamais rien aucun aucune nul nulle nullement sans ni non'.split(' ')),
  en: new Set("not n't no never without nor neither none nobody nothing nowhere cannot hardly".split(' ')),
};

/** The negations of a text, each as printed: `n’ … pas`, `sans`, `n’t`. `ne … que` limits and negates nothing. */
export function negationsIn(tokens: readonly Token[], language: Language): readonly string[] {
  const words = tokens.filter((token) => token.kind === 'word');
  const negations: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === undefined) continue;
    if (language === 'fr' && NE.has(word.norm)) {
      const { printed, last } = frenchNegation(words, index);
      if (printed !== undefined) negations.push(printed);
      index = last;
    } else if (ALONE[language].has(word.norm)) negations.push(word.text);
  }
  return negations;
}

/** What belongs to the `ne` at `index`, and the last word that does. */
function frenchNegation(words: readonly Token[], index: number): { printed: string | undefined; last: number } {
  const ne = words[index]?.text ?? '';
  const following = words.slice(index + 1, index + 1 + REACH);
  const nextNe = following.findIndex((word) => NE.has(word.norm));
  const window = nextNe < 0 ? following : following.slice(0, nextNe);
  const second = window.findIndex((word) => WITH_NE.has(word.norm));
  const que = window.findIndex((word) => QUE.has(word.norm));
  if (second < 0) return { printed: que < 0 ? ne : undefined, last: index };
  return { printed: `${ne} … ${window[second]?.text ?? ''}`, last: index + 1 + second };
}
