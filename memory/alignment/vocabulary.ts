import type { Language } from '../model/language.ts';
import { readCredit } from '../text/credit.ts';
import { stripAccents } from '../text/normalize.ts';
import { isFunctionWord } from '../text/stopwords.ts';
import { type Token, tokenize } from '../text/tokenize.ts';
import { kindNumbers } from './block-kinds.ts';
import { endingCosts } from './brackets.ts';
import { paragraphStarts } from './paragraphs.ts';
import { countRepeats } from './repeats.ts';
import type { Sentence } from './sentence.ts';

/** Kinds of word that are found again on the other side with a likelihood of their own. */
export const WORD_CLASSES = ['word', 'name', 'number', 'mark', 'credit'] as const;
export type WordClass = (typeof WORD_CLASSES)[number];

/** A distinct word of one side. */
export interface Word {
  /** The stem of a word, the value of a number, the folded sign of a mark. */
  readonly key: string;
  /** The key without diacritics, for comparison with the other language. */
  readonly folded: string;
  readonly class: WordClass;
}

/** Whether it is a word in letters, a name or another. */
export function isSpelt(word: Word): boolean {
  return word.class === 'word' || word.class === 'name';
}

/** The sentences of one side as numbers. */
export interface Side {
  readonly words: readonly Word[];
  /** Occurrences of each word, by its index in `words`. */
  readonly counts: Float64Array;
  /** Occurrences of all words. */
  readonly total: number;
  /** The words of each sentence by index, in order, repetitions kept. */
  readonly sentences: readonly Int32Array[];
  /** Characters of each sentence, white space left out. */
  readonly lengths: Float64Array;
  /** What it costs to end a bead after each sentence, in logs of odds, zero or below. */
  readonly endings: Float64Array;
  /** Sentences up to each that are the same as the one before them. */
  readonly repeats: Float64Array;
  /** 1 for each sentence that begins a paragraph, 0 for the others. */
  readonly starts: Uint8Array;
  /** The number of the kind of each sentence's block, 0 where it is not known. */
  readonly kinds: Uint8Array;
}

/** The words of a sentence beyond these say nothing new and would cost time. */
const WORDS_READ = 300;
/** Characters that certainly hold them. */
const CHARACTERS_READ = 12_000;

/** Markup left in a text by other tools. */
const MARKUP = /<\/?[a-z][^<>]{0,200}>/gi;

/** Marks that translators keep; commas and full stops come and go. */
const MARKS: ReadonlyMap<string, string> = new Map([
  ...['«', '»', '“', '”', '„', '"'].map((mark) => [mark, '"'] as const),
  ...['?', '!', ':', ';', '(', ')', '[', ']', '…', '%'].map((mark) => [mark, mark] as const),
]);

interface Reading {
  readonly key: string;
  readonly kind: 'word' | 'number' | 'mark' | 'credit';
  /** Whether the word shows that it is a name (a capital inside the sentence), that it is none, or neither. */
  readonly name?: boolean;
}

/** Reads the sentences of one side. Function words are left out where the sentence has others. */
export function indexSide(printed: readonly Sentence[], language: Language): Side {
  const texts = printed.map(({ text }) => text.replace(MARKUP, ' '));
  const index = new Map<string, number>();
  const seen: { readonly reading: Reading; name: boolean; common: boolean; count: number }[] = [];
  const sentences = texts.map((text) =>
    Int32Array.from(readWords(text, language), (reading) => {
      const identity = `${reading.kind} ${reading.key}`;
      const id = index.get(identity) ?? seen.length;
      if (id === seen.length) {
        index.set(identity, id);
        seen.push({ reading, name: false, common: false, count: 0 });
      }
      const word = seen[id];
      if (word !== undefined) {
        word.count++;
        word.name ||= reading.name === true;
        word.common ||= reading.name === false;
      }
      return id;
    }),
  );
  return {
    words: seen.map(({ reading, name, common }) => ({
      key: reading.key,
      folded: stripAccents(reading.key),
      class: reading.kind === 'word' && name && !common ? 'name' : reading.kind,
    })),
    counts: Float64Array.from(seen, (word) => word.count),
    total: seen.reduce((sum, word) => sum + word.count, 0),
    sentences,
    endings: endingCosts(texts),
    repeats: countRepeats(texts),
    starts: paragraphStarts(printed),
    kinds: kindNumbers(printed),
    lengths: Float64Array.from(texts, (text) => text.length - (text.match(/\s/g)?.length ?? 0)),
  };
}

/** The same side with some of its sentences only; words and their counts stay those of the whole. */
export function pickSentences(side: Side, indices: readonly number[]): Side {
  return {
    ...side,
    sentences: indices.map((index) => side.sentences[index] ?? new Int32Array(0)),
    lengths: Float64Array.from(indices, (index) => side.lengths[index] ?? 0),
    starts: Uint8Array.from(indices, (index) => side.starts[index] ?? 0),
    kinds: Uint8Array.from(indices, (index) => side.kinds[index] ?? 0),
    repeats: Float64Array.from(indices, (index) => side.repeats[index] ?? 0),
    endings: Float64Array.from(indices, (index) => side.endings[index] ?? 0),
  };
}

function readWords(text: string, language: Language): readonly Reading[] {
  const content: Reading[] = [];
  const grammar: Reading[] = [];
  let inside = false;
  for (const token of tokenize(text.slice(0, CHARACTERS_READ), language)) {
    if (content.length >= WORDS_READ) break;
    const reading = readToken(token, inside);
    if (reading === undefined) continue;
    if (token.kind !== 'punctuation') inside = true;
    if (token.kind === 'word' && isFunctionWord(token.norm, language)) grammar.push(reading);
    else content.push(reading);
  }
  const words = content.some(({ kind }) => kind !== 'mark') ? content : [...grammar.slice(0, WORDS_READ), ...content];
  return distinct(readCredit(text) === undefined ? words : [...words, { key: 'credit', kind: 'credit' }]);
}

function readToken(token: Token, inside: boolean): Reading | undefined {
  if (token.kind === 'number') return { key: token.norm, kind: 'number' };
  if (token.kind === 'punctuation') {
    const mark = MARKS.get(token.norm) ?? MARKS.get(token.text);
    return mark === undefined ? undefined : { key: mark, kind: 'mark' };
  }
  if (token.text === token.text.toLowerCase()) return { key: token.stem, kind: 'word', name: false };
  return inside ? { key: token.stem, kind: 'word', name: true } : { key: token.stem, kind: 'word' };
}

function distinct(words: readonly Reading[]): Reading[] {
  return [...new Map(words.map((word) => [`${word.kind} ${word.key}`, word])).values()];
}
