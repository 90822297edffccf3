import type { Language } from '../../model/language.ts';
import { otherLanguage } from '../../model/language.ts';
import type { MemoryId, UnitId } from '../../model/unit.ts';
import type { BlockSide } from './block.ts';
import type { IndexBlock } from './index-port.ts';
import { placeOfStem } from './posting-range.ts';
import type { StemId } from './word-ids.ts';

/** A stem to be found, with what finding it is worth. */
export interface Term {
  readonly stem: StemId;
  readonly weight: number;
}

/** A unit that has some of the terms. */
export interface TermCandidate {
  readonly unitId: UnitId;
  readonly memoryId: MemoryId;
  /** BM25 of either side. */
  readonly source: number;
  readonly target: number;
  readonly total: number;
}

/** How soon a repeated word stops counting, and how much a long sentence is held against; the usual values of BM25. */
const SATURATION = 1.2;
const LENGTH = 0.75;

/** Finds the units that have the most weighty terms, by BM25 over each side. A term counts once, however often it stands. */
export class TermSearch {
  #source = new Float32Array(0);
  #target = new Float32Array(0);

  /**
   * @param share how much the target side counts beside the source side
   * @param limit how many units are given, best first
   */
  search(
    blocks: readonly IndexBlock[],
    language: Language,
    terms: { readonly source: readonly Term[]; readonly target: readonly Term[] },
    options: { readonly memories: ReadonlySet<MemoryId>; readonly share: number; readonly limit: number },
  ): TermCandidate[] {
    const other = otherLanguage(language);
    const means = { [language]: meanLength(blocks, language), [other]: meanLength(blocks, other) };
    const best = new Heap(options.limit);
    for (const block of blocks) {
      const size = block.units.length;
      if (this.#source.length < size) {
        this.#source = new Float32Array(size);
        this.#target = new Float32Array(size);
      }
      addUp(block[language], terms.source, means[language] ?? 1, this.#source);
      if (terms.target.length > 0) addUp(block[other], terms.target, means[other] ?? 1, this.#target);
      this.#collect(block, size, options, best);
    }
    return best.inOrder();
  }

  #collect(
    block: IndexBlock,
    size: number,
    { memories, share }: { readonly memories: ReadonlySet<MemoryId>; readonly share: number },
    best: Heap,
  ): void {
    for (let slot = 0; slot < size; slot++) {
      const source = this.#source[slot] as number;
      const target = this.#target[slot] as number;
      const total = source + share * target;
      if (total > best.bar) {
        const memoryId = block.memories[slot] as MemoryId;
        if (memories.has(memoryId) && !block.isDead(slot)) {
          best.add({ unitId: block.units[slot] as UnitId, memoryId, source, target, total });
        }
      }
    }
    this.#source.fill(0, 0, size);
    this.#target.fill(0, 0, size);
  }
}

/** In how many texts of a language a stem stands. */
export function frequencyOf(blocks: readonly IndexBlock[], language: Language, stem: StemId): number {
  let frequency = 0;
  for (const block of blocks) {
    const side = block[language];
    const place = placeOfStem(side, stem);
    if (place >= 0) frequency += (side.starts[place + 1] as number) - (side.starts[place] as number);
  }
  return frequency;
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

/** Adds the weights of the terms that each text has, by slot. */
function addUp(side: BlockSide, terms: readonly Term[], mean: number, sums: Float32Array): void {
  const { slots, offsets, starts, ordinals } = side;
  for (const { stem, weight } of terms) {
    const place = placeOfStem(side, stem);
    if (place < 0) continue;
    const end = starts[place + 1] as number;
    const worth = weight * (SATURATION + 1);
    for (let at = starts[place] as number; at < end; at++) {
      const ordinal = ordinals[at] as number;
      const slot = slots[ordinal] as number;
      const length = (offsets[ordinal + 1] as number) - (offsets[ordinal] as number);
      sums[slot] = (sums[slot] as number) + worth / (1 + SATURATION * (1 - LENGTH + (LENGTH * length) / mean));
    }
  }
}

/** The best candidates so far, the least of them on top. */
class Heap {
  readonly #limit: number;
  #kept: TermCandidate[] = [];
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
    this.bar = this.#kept.at(-1)?.total ?? 0;
  }

  inOrder(): TermCandidate[] {
    return this.#kept.sort((a, b) => b.total - a.total || a.unitId - b.unitId).slice(0, this.#limit);
  }
}
