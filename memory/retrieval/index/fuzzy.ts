import type { Language } from '../../model/language.ts';
import type { MemoryId, UnitId } from '../../model/unit.ts';
import { type BlockSide, LARGEST_SUFFIX } from './block.ts';
import { WordDistance } from './distance.ts';
import type { IndexBlock } from './index-port.ts';
import { firstPosting } from './posting-range.ts';
import type { QueryWords } from './query-words.ts';
import { bitCount } from './signature.ts';
import type { StemDirectory, StemPostings } from './stem-directory.ts';
import { WantedStems } from './wanted-stems.ts';

/** A unit whose text may reach a rate. */
export interface FuzzyCandidate {
  readonly unitId: UnitId;
  /** What the rate of its text cannot exceed, 0–101: 101 where it is the same word for word, with the same numbers. */
  readonly bound: number;
  /** How many stems the texts share, repetitions counted. */
  readonly shared: number;
}

/** Texts that are the same word for word may be identical, and in context. */
const SAME_WORDS = 101;
const MOST_OF_OTHERS = 99;

/**
 * How many of the words looked for a text must have before it is looked at. With each more, another list of postings is
 * read, and many times fewer texts are left. At a low rate there are more lists, and far more texts.
 */
const HITS = { high: 2, low: 3 } as const;
const HIGH_RATE = 65;

/** A search for one text at one rate. */
interface FuzzyQuery {
  readonly words: QueryWords;
  readonly rate: number;
  /** The fewest shared stems of any match: `need` of a text that is no longer. */
  readonly least: number;
  readonly hits: number;
  /** The postings of the query's first stems, of which a text must have `hits`. */
  readonly prefix: readonly StemPostings[];
  readonly memories: ReadonlySet<MemoryId>;
}

/**
 * Finds, in blocks of the index, every unit whose text can reach a rate: none is missed, and few that cannot are given.
 * A text of `m` words that reaches `rate` with one of `n` shares at least `need = ⌈rate · max(n, m) / 100⌉` stems with
 * it, repetitions counted.
 *
 * Stems are read from the rarest. Where a text has some of the query's stems so far, whatever else the two share is of
 * the next or of more frequent ones: it is no more than either has words of these. Texts for which that is too little are
 * left alone; frequent words hardly ever do. And where fewer than `need − hits` words of the query are left behind the
 * stems read, a text must have had `hits` of them. What is left is tried by ever dearer bounds: signature, shared
 * stems, distance in words.
 */
export class FuzzySearch {
  readonly #distance = new WordDistance();
  readonly #wanted = new WantedStems();
  /** By ordinal, how many words of the query each text of the block has had, up to as many as are asked for; else 0. */
  #counts = new Uint8Array(0);
  /** The ordinals of those that have had any. */
  #touched = new Uint16Array(0);

  /**
   * @param directory of the blocks' sides in the language
   * @param rate 1–100
   */
  search(
    blocks: readonly IndexBlock[],
    language: Language,
    directory: StemDirectory,
    words: QueryWords,
    memories: ReadonlySet<MemoryId>,
    rate: number,
  ): FuzzyCandidate[] {
    const found: FuzzyCandidate[] = [];
    this.#wanted.set(words);
    const least = Math.ceil((rate * words.words.length) / 100);
    const hits = Math.max(1, Math.min(least, rate < HIGH_RATE ? HITS.low : HITS.high));
    const prefix = Array.from(words.stems.subarray(0, prefixLength(words, least - hits + 1)), (stem) =>
      directory.postingsOf(stem),
    );
    const query = { words, rate, least, hits, prefix, memories };
    for (const [place, block] of blocks.entries()) {
      const side = block[language];
      const touched = this.#count(place, side, query);
      for (let at = 0; at < touched; at++) {
        const ordinal = this.#touched[at] as number;
        const count = this.#counts[ordinal] as number;
        this.#counts[ordinal] = 0;
        if (count < hits) continue;
        const candidate = this.#candidate(block, side, ordinal, query);
        if (candidate !== undefined) found.push(candidate);
      }
    }
    return found;
  }

  /** Counts how many of the query's first words the texts of a block have. @returns how many have any */
  #count(place: number, side: BlockSide, { words, rate, least, hits, prefix }: FuzzyQuery): number {
    const n = words.words.length;
    const { firstOfLength, ordinals, suffixes } = side;
    const longest = firstOfLength.length - 2;
    if (least > longest) return 0;
    this.#makeRoom(side.slots.length);
    const counts = this.#counts;
    const touched = this.#touched;
    const first = firstOfLength[least] as number;
    let size = 0;
    for (let index = 0; index < prefix.length; index++) {
      const postings = prefix[index] as StemPostings;
      if (!postings.goTo(place)) continue;
      const suffix = words.suffixes[index] as number;
      const repeated = suffix - (words.suffixes[index + 1] ?? 0);
      // A text of m words needs ⌈rate · m / 100⌉ shared ones: the query has no more than `suffix` left, and it had `hits − 1`.
      const beyond = firstOfLength[Math.min(longest, Math.floor((100 * (suffix + hits - 1)) / rate)) + 1] as number;
      const end = postings.to;
      let m = least;
      let nextLength = firstOfLength[m + 1] as number;
      let need = least;
      let needSuffix = Math.min(need, LARGEST_SUFFIX);
      for (let at = firstPosting(side, first, postings.from, end); at < end; at++) {
        const ordinal = ordinals[at] as number;
        if (ordinal >= nextLength) {
          if (ordinal >= beyond) break;
          while (ordinal >= nextLength) nextLength = firstOfLength[++m + 1] as number;
          need = m > n ? Math.ceil((rate * m) / 100) : least;
          needSuffix = need < LARGEST_SUFFIX ? need : LARGEST_SUFFIX;
        }
        const left = suffixes[at] as number;
        if (left + hits <= needSuffix) continue;
        const count = counts[ordinal] as number;
        if (count === hits || count + left < needSuffix || count + suffix < need) continue;
        if (count === 0) touched[size++] = ordinal;
        counts[ordinal] = Math.min(hits, count + repeated);
      }
    }
    return size;
  }

  #candidate(block: IndexBlock, side: BlockSide, ordinal: number, query: FuzzyQuery): FuzzyCandidate | undefined {
    const { words, rate, least, memories } = query;
    const from = side.offsets[ordinal] as number;
    const to = side.offsets[ordinal + 1] as number;
    const need = Math.max(least, Math.ceil((rate * (to - from)) / 100));
    if (mostShared(words, side, ordinal) < need) return undefined;
    const shared = this.#wanted.shared(side.words, from, to, need);
    if (shared === 0) return undefined;
    const bound = this.#bound(side, ordinal, words, rate);
    const slot = side.slots[ordinal] as number;
    if (bound < rate || block.isDead(slot) || !memories.has(block.memories[slot] as MemoryId)) return undefined;
    return { unitId: block.units[slot] as UnitId, bound, shared };
  }

  #makeRoom(size: number): void {
    if (this.#counts.length >= size) return;
    this.#counts = new Uint8Array(size);
    this.#touched = new Uint16Array(size);
  }

  /** What the rate of the two texts cannot exceed, or 0 when it cannot reach `rate`. */
  #bound(side: BlockSide, ordinal: number, { words, numbers }: QueryWords, rate: number): number {
    const from = side.offsets[ordinal] as number;
    const to = side.offsets[ordinal + 1] as number;
    const longer = Math.max(words.length, to - from);
    const most = Math.floor((2 * longer * (100 - rate)) / 100);
    const distance = this.#distance.between(words, side.words, from, to, most);
    if (distance > most) return 0;
    if (distance === 0) return hasNumbers(side, ordinal, numbers) ? SAME_WORDS : MOST_OF_OTHERS;
    return Math.min(MOST_OF_OTHERS, Math.floor((50 * (2 * longer - distance)) / longer));
  }
}

/** How many of the query's stems leave, with those that are as frequent or more, at least so many of its words. */
function prefixLength({ suffixes }: QueryWords, least: number): number {
  const beyond = suffixes.findIndex((suffix) => suffix < least);
  return beyond < 0 ? suffixes.length : beyond;
}

/** How many words two texts can share by their signatures: bits that one has and the other has not each stand for a word. */
function mostShared({ words, signature }: QueryWords, { signatures, offsets }: BlockSide, ordinal: number): number {
  const at = ordinal * 4;
  let n = words.length;
  let m = (offsets[ordinal + 1] as number) - (offsets[ordinal] as number);
  for (let part = 0; part < 4; part++) {
    const one = signature[part] as number;
    const other = signatures[at + part] as number;
    n -= bitCount(one & ~other);
    m -= bitCount(other & ~one);
  }
  return Math.min(n, m);
}

/** Whether a stored text has these numbers and no others, whatever their order. */
function hasNumbers({ numbers, numberOffsets }: BlockSide, ordinal: number, wanted: Uint32Array): boolean {
  const from = numberOffsets[ordinal] as number;
  const to = numberOffsets[ordinal + 1] as number;
  return to - from === wanted.length && wanted.every((number, index) => number === numbers[from + index]);
}
