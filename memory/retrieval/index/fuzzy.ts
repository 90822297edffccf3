import type { Language } from '../../model/language.ts';
import type { MemoryId, UnitId } from '../../model/unit.ts';
import { type BlockSide, LARGEST_SUFFIX } from './block.ts';
import { WordDistance } from './distance.ts';
import type { IndexBlock } from './index-port.ts';
import { lowerBound } from './posting-range.ts';
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
 * Finds, in blocks of the index, every unit whose text can reach a rate: none is missed, and few that cannot are given.
 * A text of `m` words that reaches `rate` with one of `n` shares at least `need = ⌈rate · max(n, m) / 100⌉` stems with
 * it, repetitions counted. Take the rarest stem the two share: all else they share is as rare or more frequent, so in
 * both at least `need` words are of that stem or of more frequent ones. Only postings that satisfy this on both sides
 * are read: frequent words hardly ever do. What is left is tried by ever dearer bounds: signature, shared stems,
 * distance in words.
 */
export class FuzzySearch {
  readonly #distance = new WordDistance();
  readonly #wanted = new WantedStems();
  #seen = new Uint32Array(0);
  #run = 0;

  /**
   * @param directory of the blocks' sides in the language
   * @param rate 1–100
   */
  search(
    blocks: readonly IndexBlock[],
    language: Language,
    directory: StemDirectory,
    query: QueryWords,
    memories: ReadonlySet<MemoryId>,
    rate: number,
  ): FuzzyCandidate[] {
    const found: FuzzyCandidate[] = [];
    this.#wanted.set(query);
    const least = Math.ceil((rate * query.words.length) / 100);
    const prefix = Array.from(query.stems.subarray(0, prefixLength(query, least)), (stem) =>
      directory.postingsOf(stem),
    );
    for (const [index, block] of blocks.entries()) {
      this.#searchBlock(index, block, block[language], query, prefix, memories, rate, found);
    }
    return found;
  }

  /** @param prefix the postings of the query's first stems, which a text must have one of */
  #searchBlock(
    place: number,
    block: IndexBlock,
    side: BlockSide,
    query: QueryWords,
    prefix: readonly StemPostings[],
    memories: ReadonlySet<MemoryId>,
    rate: number,
    found: FuzzyCandidate[],
  ): void {
    const n = query.words.length;
    const least = Math.ceil((rate * n) / 100);
    const { firstOfLength, ordinals, suffixes, signatures } = side;
    const longest = firstOfLength.length - 2;
    if (least > longest) return;
    const run = this.#beginRun(side.slots.length);
    const seen = this.#seen;
    const first = firstOfLength[least] as number;
    const [q0 = 0, q1 = 0, q2 = 0, q3 = 0] = query.signature;
    for (let index = 0; index < prefix.length; index++) {
      const postings = prefix[index] as StemPostings;
      if (!postings.goTo(place)) continue;
      const suffix = query.suffixes[index] as number;
      // A text of m words needs ⌈rate · m / 100⌉ shared ones, of which the query has no more than `suffix` left.
      const beyond = firstOfLength[Math.min(longest, Math.floor((100 * suffix) / rate)) + 1] as number;
      const end = postings.to;
      let m = least;
      let nextLength = firstOfLength[m + 1] as number;
      let need = least;
      let needSuffix = Math.min(need, LARGEST_SUFFIX);
      for (let at = lowerBound(ordinals, first, postings.from, end); at < end; at++) {
        const ordinal = ordinals[at] as number;
        if (ordinal >= nextLength) {
          if (ordinal >= beyond) break;
          while (ordinal >= nextLength) nextLength = firstOfLength[++m + 1] as number;
          need = m > n ? Math.ceil((rate * m) / 100) : least;
          needSuffix = need < LARGEST_SUFFIX ? need : LARGEST_SUFFIX;
        }
        if ((suffixes[at] as number) < needSuffix || seen[ordinal] === run) continue;
        // Whether it is a candidate does not depend on the stem it is found by.
        seen[ordinal] = run;
        // Bits that one text has and the other has not each stand for a word that the two do not share.
        const signature = ordinal * 4;
        const s0 = signatures[signature] as number;
        const s1 = signatures[signature + 1] as number;
        const s2 = signatures[signature + 2] as number;
        const s3 = signatures[signature + 3] as number;
        if (n - bitCount(q0 & ~s0) - bitCount(q1 & ~s1) - bitCount(q2 & ~s2) - bitCount(q3 & ~s3) < need) continue;
        if (m - bitCount(s0 & ~q0) - bitCount(s1 & ~q1) - bitCount(s2 & ~q2) - bitCount(s3 & ~q3) < need) continue;
        const candidate = this.#candidate(block, side, ordinal, query, memories, need, rate);
        if (candidate !== undefined) found.push(candidate);
      }
    }
  }

  #candidate(
    block: IndexBlock,
    side: BlockSide,
    ordinal: number,
    query: QueryWords,
    memories: ReadonlySet<MemoryId>,
    need: number,
    rate: number,
  ): FuzzyCandidate | undefined {
    const from = side.offsets[ordinal] as number;
    const to = side.offsets[ordinal + 1] as number;
    const shared = this.#wanted.shared(side.words, from, to, need);
    if (shared === 0) return undefined;
    const bound = this.#bound(side, ordinal, query, rate);
    const slot = side.slots[ordinal] as number;
    if (bound < rate || block.isDead(slot) || !memories.has(block.memories[slot] as MemoryId)) return undefined;
    return { unitId: block.units[slot] as UnitId, bound, shared };
  }

  /** A number that marks what has been seen in a block from now on. */
  #beginRun(size: number): number {
    if (this.#seen.length < size) this.#seen = new Uint32Array(size);
    this.#run++;
    if (this.#run > 0xff_ff_ff_ff) {
      this.#seen.fill(0);
      this.#run = 1;
    }
    return this.#run;
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

/** Whether a stored text has these numbers and no others, whatever their order. */
function hasNumbers({ numbers, numberOffsets }: BlockSide, ordinal: number, wanted: Uint32Array): boolean {
  const from = numberOffsets[ordinal] as number;
  const to = numberOffsets[ordinal + 1] as number;
  return to - from === wanted.length && wanted.every((number, index) => number === numbers[from + index]);
}
