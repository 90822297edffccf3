import type { TextRange } from '../model/range.ts';
import { foldTypography } from '../text/normalize.ts';
import type { IndexedTerm } from './index-terms.ts';
import type { TermWord } from './term-words.ts';

/** A term that stands in a text. */
export interface RecognisedTerm<T extends IndexedTerm = IndexedTerm> {
  readonly term: T;
  /** Where, in UTF-16 units. */
  readonly range: TextRange;
}

interface Hit<T extends IndexedTerm> extends RecognisedTerm<T> {
  readonly first: number;
  /** How many words of the text it takes. */
  readonly length: number;
}

/**
 * The terms that stand in a text, in its order, in any of their forms. Where terms overlap the longest counts; terms of
 * several concepts that read alike stand in one place together.
 * @param words of the text, as `termWords` has them
 * @param candidates terms of the text's language, more than are in it or not
 */
export function recogniseTerms<T extends IndexedTerm>(
  words: readonly TermWord[],
  candidates: readonly T[],
): readonly RecognisedTerm<T>[] {
  const places = new Map<string, number[]>();
  for (const [at, { stem, begins }] of words.entries()) {
    if (!begins) continue;
    const known = places.get(stem);
    if (known === undefined) places.set(stem, [at]);
    else known.push(at);
  }
  const hits = candidates.flatMap((term) => hitsOf(term, words, places));
  return longest(hits, words.length).toSorted((a, b) => a.range.start - b.range.start);
}

function hitsOf<T extends IndexedTerm>(
  term: T,
  words: readonly TermWord[],
  places: ReadonlyMap<string, readonly number[]>,
): readonly Hit<T>[] {
  const stems = term.stems.split(' ');
  return (places.get(stems[0] ?? '') ?? []).flatMap((first): readonly Hit<T>[] => {
    const found = words.slice(first, first + stems.length);
    const [start, end] = [found[0], found.at(-1)];
    if (!start || !end?.ends || !stems.every((stem, index) => found[index]?.stem === stem)) return [];
    if (!caseFits(term, found)) return [];
    return [{ term, range: { start: start.start, end: end.end }, first, length: stems.length }];
  });
}

function longest<T extends IndexedTerm>(hits: readonly Hit<T>[], count: number): readonly Hit<T>[] {
  /** By word, the hit that has it: where it begins and how long it is. */
  const owners: (Hit<T> | undefined)[] = Array.from({ length: count });
  return hits
    .toSorted((a, b) => b.length - a.length || a.first - b.first || a.term.entryId - b.term.entryId)
    .filter((hit) => {
      const taken = owners.slice(hit.first, hit.first + hit.length);
      const isFree = taken.every((owner) => !owner || (owner.first === hit.first && owner.length === hit.length));
      if (isFree) owners.fill(hit, hit.first, hit.first + hit.length);
      return isFree;
    });
}

/** Two capitals, a capital after something else, or letters with figures: OTAN, iPhone, G7. */
const ACRONYM = /^(?=.*\p{Lu}).*(?:\p{Lu}.*\p{Lu}|[^\p{Lu}]\p{Lu}|\p{Lu}\p{Nd})|^\p{Lu}$/u;
const CAPITAL = /^\p{Lu}/u;
const PROPER = /^proper/i;

/**
 * Case counts where it tells a term from a common word: letter by letter in an acronym (OTAN, US), and for the capital of
 * a single word that is a name (Orange), which is what it is taken for unless its part of speech says otherwise.
 */
function caseFits({ text, partOfSpeech }: IndexedTerm, found: readonly TermWord[]): boolean {
  const written = text.split(/[\s’'\-‐‑]+/u).filter((word) => word !== '');
  const acronyms = written.map(plain).filter((word) => ACRONYM.test(word));
  if (acronyms.length > 0) {
    const there = new Set(found.map((word) => plain(word.text)));
    // A term of capitals alone in several words is one written as a headline.
    return acronyms.length === written.length && written.length > 1 ? true : acronyms.every((word) => there.has(word));
  }
  const [only] = found;
  if (found.length !== 1 || !only || !CAPITAL.test(text)) return true;
  const isCommon = partOfSpeech !== undefined && !PROPER.test(partOfSpeech);
  return isCommon || CAPITAL.test(only.text);
}

function plain(word: string): string {
  return foldTypography(word).replaceAll('.', '');
}
