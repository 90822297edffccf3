import type { Language } from '../../model/language.ts';
import { LANGUAGES } from '../../model/language.ts';
import type { MemoryId, UnitId } from '../../model/unit.ts';
import type { BlockSide } from './block.ts';
import type { IndexBlock } from './index-port.ts';
import { lowerBound, placeOfStem } from './posting-range.ts';
import type { StemId } from './word-ids.ts';

/** A stem to be found, with what finding it is worth. */
export interface Term {
  readonly stem: StemId;
  readonly weight: number;
}

/** A unit that has some of the terms, by its place. */
export interface TermCandidate {
  readonly block: IndexBlock;
  readonly slot: number;
  /** BM25 over both sides. */
  readonly total: number;
}

/** How soon a repeated word stops counting, and how much a long sentence is held against; the usual values of BM25. */
const SATURATION = 1.2;
const LENGTH = 0.75;

/** A stem that more of the texts have is looked for in texts of about the same length only. */
const FREQUENT = 0.005;
/** What so many texts have is rare in any memory. */
const ALWAYS_RARE = 1000;
/** How many times longer or shorter a text may be that is found by a rare stem, and by a frequent one. */
const REACH = { rare: 2.5, frequent: 1.7 } as const;
/**
 * Postings of frequent stems read for one text. They decide where a text has no rare stem; where it has, they are read
 * in time that nobody notices.
 */
const MOST_POSTINGS = 400_000;

/** A term with the lengths, in words, of the texts that are to be found by it. */
interface SearchedTerm extends Term {
  readonly shortest: number;
  readonly longest: number;
}

/** Finds the units that have the most weighty terms, by BM25 over each side. A term counts once, however often it stands. */
export class TermSearch {
  #sums = new Float32Array(0);

  /**
   * The units whose sides come to the most together, best first, at most `limit`; of units with the same words, the
   * first alone.
   * @param words how long the text is that they are looked for
   */
  search(
    blocks: readonly IndexBlock[],
    terms: Readonly<Record<Language, readonly Term[]>>,
    words: number,
    memories: ReadonlySet<MemoryId>,
    limit: number,
  ): TermCandidate[] {
    const means = { fr: meanLength(blocks, 'fr'), en: meanLength(blocks, 'en') };
    const searched = chooseTerms(blocks, terms, words);
    const best = new Heap(limit);
    for (const block of blocks) {
      const size = block.units.length;
      if (this.#sums.length < size) this.#sums = new Float32Array(size);
      const sums = this.#sums;
      const added = LANGUAGES.map((language) => addUp(block[language], searched[language], means[language], sums));
      if (!added.includes(true)) continue;
      for (let slot = above(sums, best.bar, 0, size); slot < size; slot = above(sums, best.bar, slot + 1, size)) {
        if (memories.has(block.memories[slot] as MemoryId) && !block.isDead(slot)) {
          best.add({ block, slot, total: sums[slot] as number });
        }
      }
      sums.fill(0, 0, size);
    }
    return best.inOrder();
  }
}

/** The first place from `from` on that is above the bar, `to` where none is. Most of the time goes to passing over others. */
function above(sums: Float32Array, bar: number, from: number, to: number): number {
  let at = from;
  while (at < to && (sums[at] as number) <= bar) at++;
  return at;
}

/** How many texts the blocks hold. */
export function textCount(blocks: readonly IndexBlock[]): number {
  return blocks.reduce((sum, block) => sum + block.units.length, 0);
}

/** What having a stem says of a text: little when every text has it (BM25's idf, never negative). */
export function weightOf(frequency: number, texts: number): number {
  return Math.log(1 + (texts - frequency + 0.5) / (frequency + 0.5));
}

function meanLength(blocks: readonly IndexBlock[], language: Language): number {
  const words = blocks.reduce((sum, block) => sum + block[language].words.length, 0);
  return words / Math.max(1, textCount(blocks));
}

/** All rare terms, and frequent ones, the rarest first, as long as there is time to read where they stand. */
function chooseTerms(
  blocks: readonly IndexBlock[],
  terms: Readonly<Record<Language, readonly Term[]>>,
  words: number,
): Readonly<Record<Language, readonly SearchedTerm[]>> {
  const most = Math.max(FREQUENT * textCount(blocks), ALWAYS_RARE);
  const chosen = { fr: [] as SearchedTerm[], en: [] as SearchedTerm[] };
  const frequent: { readonly language: Language; readonly term: SearchedTerm; readonly postings: number }[] = [];
  for (const language of LANGUAGES) {
    for (const term of terms[language]) {
      const rare = within(term, words, REACH.rare);
      if (countPostings(blocks, language, rare) <= most) {
        chosen[language].push(rare);
        continue;
      }
      const near = within(term, words, REACH.frequent);
      frequent.push({ language, term: near, postings: countPostings(blocks, language, near) });
    }
  }
  let left = MOST_POSTINGS;
  for (const { language, term, postings } of frequent.sort((a, b) => a.postings - b.postings)) {
    left -= postings;
    if (left < 0) break;
    chosen[language].push(term);
  }
  return chosen;
}

function within(term: Term, words: number, reach: number): SearchedTerm {
  // A word or two more or less is nothing, even beside three.
  return { ...term, shortest: Math.floor(words / reach) - 1, longest: Math.ceil(words * reach) + 2 };
}

function countPostings(blocks: readonly IndexBlock[], language: Language, term: SearchedTerm): number {
  return blocks.reduce((sum, block) => {
    const { from, to } = postingsOf(block[language], term);
    return sum + to - from;
  }, 0);
}

/** Where the postings of a term begin and end that are of texts of the right length. */
function postingsOf(
  side: BlockSide,
  { stem, shortest, longest }: SearchedTerm,
): { readonly from: number; readonly to: number } {
  const place = placeOfStem(side, stem);
  if (place < 0) return NO_POSTINGS;
  const { starts, ordinals, firstOfLength } = side;
  const start = starts[place] as number;
  const end = starts[place + 1] as number;
  const last = firstOfLength.length - 1;
  const first = firstOfLength[Math.min(last, Math.max(0, shortest))] as number;
  const after = firstOfLength[Math.min(last, longest + 1)] as number;
  return { from: lowerBound(ordinals, first, start, end), to: lowerBound(ordinals, after, start, end) };
}

const NO_POSTINGS = { from: 0, to: 0 } as const;

/** Adds the weights of the terms that each text has, by slot. @returns whether any text has one */
function addUp(side: BlockSide, terms: readonly SearchedTerm[], mean: number, sums: Float32Array): boolean {
  let found = false;
  const { slots, offsets, ordinals, firstOfLength } = side;
  for (const term of terms) {
    const { from, to } = postingsOf(side, term);
    const worth = term.weight * (SATURATION + 1);
    let nextLength = 0;
    let value = 0;
    for (let at = from; at < to; at++) {
      const ordinal = ordinals[at] as number;
      if (ordinal >= nextLength) {
        const length = (offsets[ordinal + 1] as number) - (offsets[ordinal] as number);
        nextLength = firstOfLength[length + 1] as number;
        value = worth / (1 + SATURATION * (1 - LENGTH + (LENGTH * length) / mean));
      }
      const slot = slots[ordinal] as number;
      sums[slot] = (sums[slot] as number) + value;
    }
    found ||= to > from;
  }
  return found;
}

/** The best candidates so far. */
class Heap {
  readonly #limit: number;
  #kept: Kept[] = [];
  /** What a candidate must exceed to be among the best. */
  bar = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(candidate: TermCandidate): void {
    this.#kept.push(candidate);
    // Sorting when twice as many have come costs less than keeping order all the time.
    if (this.#kept.length < this.#limit * 2) return;
    this.#kept = this.inOrder();
    if (this.#kept.length === this.#limit) this.bar = this.#kept.at(-1)?.total ?? 0;
  }

  inOrder(): Kept[] {
    const sorted = this.#kept.sort((a, b) => b.total - a.total || unitOf(a) - unitOf(b));
    return withoutCopies(sorted).slice(0, this.#limit);
  }
}

interface Kept extends TermCandidate {
  /** Of the words of both sides; worked out where another candidate has the same total. */
  digest?: number;
}

/** A sentence that the memory holds a thousand times must not push out all others. @param sorted by total */
function withoutCopies(sorted: readonly Kept[]): Kept[] {
  let total = Number.NaN;
  const seen = new Map<number, Kept[]>();
  return sorted.filter((candidate, index) => {
    if (candidate.total !== total) {
      total = candidate.total;
      seen.clear();
      if (sorted[index + 1]?.total !== total) return true;
    }
    candidate.digest ??= digestOf(candidate);
    const alike = seen.get(candidate.digest) ?? [];
    if (alike.some((other) => LANGUAGES.every((language) => sameWords(candidate, other, language)))) return false;
    seen.set(candidate.digest, [...alike, candidate]);
    return true;
  });
}

/** The same for the same words on both sides, and hardly ever for others (FNV-1a over numbers). */
function digestOf(candidate: TermCandidate): number {
  let digest = 0x811c9dc5;
  for (const language of LANGUAGES) {
    for (const word of wordsOf(candidate, language)) digest = Math.imul(digest ^ word, 0x01000193);
  }
  return digest;
}

function sameWords(a: TermCandidate, b: TermCandidate, language: Language): boolean {
  const [one, other] = [wordsOf(a, language), wordsOf(b, language)];
  return one.length === other.length && one.every((word, index) => word === other[index]);
}

function wordsOf({ block, slot }: TermCandidate, language: Language): Uint32Array {
  const { words, offsets } = block[language];
  const ordinal = block.ordinalOf(language, slot);
  return words.subarray(offsets[ordinal], offsets[ordinal + 1]);
}

function unitOf({ block, slot }: TermCandidate): UnitId {
  return block.units[slot] ?? 0;
}
