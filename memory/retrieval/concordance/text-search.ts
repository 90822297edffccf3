import type { ConcordanceMode } from '../../model/concordance.ts';
import type { Language } from '../../model/language.ts';
import type { TextRange } from '../../model/range.ts';
import { type Token, tokenize } from '../../text/tokenize.ts';

/** What is searched for, read in one language. */
export interface TextSearch {
  readonly language: Language;
  readonly mode: ConcordanceMode;
  /** Of `near`: all the words stand within so many; marks are not counted. */
  readonly within: number;
  /** The whole sequence, marks too. */
  readonly tokens: readonly Token[];
  /** The words and numbers, each once. */
  readonly terms: readonly Token[];
}

export function readSearch(text: string, language: Language, mode: ConcordanceMode, within: number): TextSearch {
  const tokens = tokenize(text, language);
  const terms = new Map(tokens.filter(isWord).map((token) => [termKey(token), token]));
  return { language, mode, within, tokens, terms: [...terms.values()] };
}

/** Where a text says what is searched for, in order and apart from each other; empty where it does not. */
export function marksIn(text: string, search: TextSearch): readonly TextRange[] {
  const tokens = tokenize(text, search.language);
  if (search.terms.length === 0) return [];
  if (search.mode === 'phrase') return phrasesIn(tokens, search.tokens);
  const words = tokens.filter(isWord);
  return search.mode === 'near' ? nearIn(words, search) : wordsIn(words, search);
}

/** What two words of one term share: the stem, or the value of a number. */
function termKey({ kind, norm, stem }: Token): string {
  return kind === 'number' ? `# ${norm}` : stem;
}

export function isWord({ kind }: Token): boolean {
  return kind !== 'punctuation';
}

function wordsIn(words: readonly Token[], { terms }: TextSearch): readonly TextRange[] {
  const wanted = new Set(terms.map(termKey));
  const found = words.filter((word) => wanted.has(termKey(word)));
  return new Set(found.map(termKey)).size === wanted.size ? found.map(rangeOf) : [];
}

function phrasesIn(tokens: readonly Token[], phrase: readonly Token[]): readonly TextRange[] {
  const found: TextRange[] = [];
  for (let at = 0; at + phrase.length <= tokens.length; ) {
    if (!phrase.every((token, place) => isSame(token, tokens[at + place]))) {
      at++;
      continue;
    }
    const last = tokens[at + phrase.length - 1];
    found.push({ start: tokens[at]?.start ?? 0, end: last?.end ?? 0 });
    at += phrase.length;
  }
  return found;
}

function isSame(one: Token, other: Token | undefined): boolean {
  return one.kind === other?.kind && one.norm === other.norm;
}

/** The words of every stretch that is short enough and holds them all. */
function nearIn(words: readonly Token[], { terms, within }: TextSearch): readonly TextRange[] {
  const wanted = new Set(terms.map(termKey));
  const last = new Map<string, number>();
  const marked = new Set<number>();
  for (const [at, word] of words.entries()) {
    const key = termKey(word);
    if (!wanted.has(key)) continue;
    last.set(key, at);
    const first = Math.min(...last.values());
    if (last.size === wanted.size && at - first < within) for (const place of last.values()) marked.add(place);
  }
  return words.filter((_, at) => marked.has(at)).map(rangeOf);
}

function rangeOf({ start, end }: Token): TextRange {
  return { start, end };
}
