import type { Language } from '../../model/language.ts';
import { MONTHS, SHORT_MONTHS, WEEKDAYS } from '../../text/calendar.ts';
import { foldWord, stripAccents } from '../../text/normalize.ts';
import { stem } from '../../text/stem/stem.ts';
import type { Token } from '../../text/tokenize.ts';
import type { BlockSide } from '../index/block.ts';
import type { IndexBlock, IndexStorage } from '../index/index-port.ts';
import { placeOfStem } from '../index/posting-range.ts';
import { numberWord, type StemId, stemOf, type WordId } from '../index/word-ids.ts';
import { isWord, type TextSearch } from './text-search.ts';

/** What is searched for in one language, in the numbers of the index. */
export interface IndexSearch extends Pick<TextSearch, 'language' | 'mode' | 'within'> {
  /** Of each term, the stems that it may be indexed by: one, but for months and weekdays, which in a date are numbers. */
  readonly terms: readonly (readonly StemId[])[];
  /** Of `near`: of each term, the stems that may stand for it among the words of a text. */
  readonly near: readonly (readonly StemId[])[];
  /** Of each word of the phrase in order, the words that may stand for it, at most two. */
  readonly phrase: readonly (readonly WordId[])[];
  /** Whether every text that is found this way has what is searched for; else it must be read to know. */
  readonly certain: boolean;
}

/** The word that stands for every number; see `match/profile.ts`. */
const NUMBER = '#';

/** @returns `undefined` where no stored text can have what is searched for */
export async function indexSearch(
  storage: Pick<IndexStorage, 'wordIds'>,
  { language, mode, within, tokens, terms }: TextSearch,
): Promise<IndexSearch | undefined> {
  const find = (forms: readonly string[], stems: readonly string[] = forms) => storage.wordIds(language, forms, stems);
  const [number = 0] = await find([NUMBER]);
  const stemsOf = async (token: Token) => {
    const [word = 0] = token.kind === 'word' ? await find([token.norm], [token.stem]) : [];
    const numbers = await find(numberNames(token, language).map(numberWord));
    return [word, ...numbers].map(stemOf).filter((id) => id > 0);
  };
  const wordsOf = async (token: Token) => {
    const [word = 0] = token.kind === 'word' ? await find([token.norm], [token.stem]) : [];
    const known = (word & 0xff) === 0 ? [] : [word];
    return numberNames(token, language).length > 0 ? [...known, number] : known;
  };
  const found = await Promise.all(terms.map(stemsOf));
  const phrase = mode === 'phrase' ? await Promise.all(tokens.filter(isWord).map(wordsOf)) : [];
  if (found.length === 0 || [...found, ...phrase].some((ids) => ids.length === 0)) return undefined;
  const withNumber = terms.map((term) => numberNames(term, language).length > 0);
  const near = found.map((stems, place) => (withNumber[place] ? [...stems, stemOf(number)] : stems));
  const alone = tokens.length === 1 && (tokens[0]?.kind === 'number' || !withNumber[0]);
  // The index has neither the marks nor where in a text which of its numbers stands.
  const certain = mode === 'words' || alone || (mode === 'near' && (terms.length === 1 || !withNumber.includes(true)));
  return { language, mode, within, terms: found, near, phrase, certain };
}

/** What the token is called among the numbers of a text: its value, or the names of a month or weekday it is a form of. */
function numberNames(token: Token, language: Language): readonly string[] {
  return token.kind === 'number' ? [token.norm] : (CALENDAR[language].get(token.stem) ?? []);
}

const CALENDAR: Readonly<Record<Language, ReadonlyMap<string, readonly string[]>>> = {
  fr: calendarNames('fr'),
  en: calendarNames('en'),
};

/** The names of months and weekdays as texts have them, by their stems. */
function calendarNames(language: Language): ReadonlyMap<string, readonly string[]> {
  const names = [...MONTHS[language], ...SHORT_MONTHS[language], ...WEEKDAYS[language], 'Sept'].map(foldWord);
  const byStem = new Map<string, readonly string[]>();
  for (const name of new Set([...names, ...names.map(stripAccents)])) {
    const key = stem(name, language);
    byStem.set(key, [...(byStem.get(key) ?? []), name]);
  }
  return byStem;
}

/** Finds what is searched for in blocks of the index. */
export class BlockSearch {
  #passed = new Uint8Array(0);

  /**
   * Marks the slots of the block whose texts have it, in either of the languages searched.
   * @param found one for each slot, set to 1 where it does
   */
  mark(block: IndexBlock, searches: readonly IndexSearch[], found: Uint8Array): void {
    for (const search of searches) {
      const side = block[search.language];
      const passed = this.#withAllTerms(side, search.terms);
      if (passed === undefined) continue;
      for (let ordinal = 0; ordinal < side.slots.length; ordinal++) {
        if (passed[ordinal] !== search.terms.length || !isInOrder(side, ordinal, search)) continue;
        found[side.slots[ordinal] as number] = 1;
      }
    }
  }

  /** Counts the terms that each text has, as long as it has all before: by ordinal. `undefined` where none has them all. */
  #withAllTerms(side: BlockSide, terms: IndexSearch['terms']): Uint8Array | undefined {
    const places = terms.map((stems) => stems.map((id) => placeOfStem(side, id)).filter((place) => place >= 0));
    if (places.some((some) => some.length === 0)) return undefined;
    if (this.#passed.length < side.slots.length) this.#passed = new Uint8Array(side.slots.length);
    const passed = this.#passed.fill(0);
    for (const [before, some] of places.entries()) {
      for (const place of some) {
        const end = side.starts[place + 1] as number;
        for (let at = side.starts[place] as number; at < end; at++) {
          const ordinal = side.ordinals[at] as number;
          if (passed[ordinal] === before) passed[ordinal] = before + 1;
        }
      }
    }
    return passed;
  }
}

function isInOrder(side: BlockSide, ordinal: number, search: IndexSearch): boolean {
  if (search.mode === 'words') return true;
  const from = side.offsets[ordinal] as number;
  const to = side.offsets[ordinal + 1] as number;
  return search.mode === 'phrase' ? hasPhrase(side.words, from, to, search) : hasNear(side.words, from, to, search);
}

function hasPhrase(words: Uint32Array, from: number, to: number, { phrase }: IndexSearch): boolean {
  for (let start = from; start + phrase.length <= to; start++) {
    let place = 0;
    while (place < phrase.length) {
      const choices = phrase[place] as readonly WordId[];
      const word = words[start + place];
      if (word !== choices[0] && word !== choices[1]) break;
      place++;
    }
    if (place === phrase.length) return true;
  }
  return false;
}

/** Whether some stretch of the length asked for has a word of every term. Any number may stand for any other. */
function hasNear(words: Uint32Array, from: number, to: number, { near, within }: IndexSearch): boolean {
  const last: number[] = near.map(() => Number.NEGATIVE_INFINITY);
  for (let at = from; at < to; at++) {
    const id = stemOf(words[at] as number);
    let found = false;
    for (let term = 0; term < near.length; term++) {
      if (!near[term]?.includes(id)) continue;
      last[term] = at;
      found = true;
    }
    if (found && at - Math.min(...last) < within) return true;
  }
  return false;
}
