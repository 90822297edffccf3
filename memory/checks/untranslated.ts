import { isFunctionWord } from '../text/stopwords.ts';
import type { Token } from '../text/tokenize.ts';
import type { Found, Subject } from './check.ts';

/** As many words in a row as the source has them, one a word of grammar, are no loan. */
const FEWEST = 3;

/** Words of the source’s language left in the target, quotations and titles apart. */
export function untranslatedWords({ source, target }: Subject): readonly Found[] {
  if (source.language === target.language) return [];
  const inSource = new Set(grams(source.tokens, source.text).map(({ key }) => key));
  const foreign = ({ norm }: Token) =>
    isFunctionWord(norm, source.language) && !isFunctionWord(norm, target.language) && norm.length > 1;
  const found: Found[] = [];
  let end = 0;
  for (const { key, words } of grams(target.tokens, target.text)) {
    const [first] = words;
    const last = words.at(-1);
    if (first === undefined || last === undefined || first.start < end) continue;
    if (!inSource.has(key) || !words.some(foreign) || isQuoted(target.text, first.start)) continue;
    end = last.end;
    found.push({
      says: 'not-translated',
      about: [target.text.slice(first.start, last.end)],
      start: first.start,
      end: last.end,
    });
  }
  return found;
}

/** Words in a row in lower case, with nothing but a space between them. */
function grams(tokens: readonly Token[], text: string): readonly { key: string; words: readonly Token[] }[] {
  const found: { key: string; words: readonly Token[] }[] = [];
  for (let index = 0; index + FEWEST <= tokens.length; index++) {
    const words = tokens.slice(index, index + FEWEST);
    const joined = words.every(({ kind, text: word, end }, place) => {
      const next = words[place + 1];
      return (
        kind === 'word' && /^\p{Ll}/u.test(word) && (next === undefined || text.slice(end, next.start).trim() === '')
      );
    });
    if (joined) found.push({ key: words.map(({ norm }) => norm).join(' '), words });
  }
  return found;
}

function isQuoted(text: string, at: number): boolean {
  const before = text.slice(0, at);
  const straight = before.split('"').length % 2 === 0;
  return (
    straight || before.lastIndexOf('«') > before.lastIndexOf('»') || before.lastIndexOf('“') > before.lastIndexOf('”')
  );
}
