import type { Language } from '../../model/language.ts';
import { LANGUAGES } from '../../model/language.ts';
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

/** Finds the units that have the most weighty terms, by BM25 over each side. A term counts once, however often it stands. */
export class TermSearch {
  #sums = new Float32Array(0);

  /** The units whose sides come to the most together, best first, at most `limit`. */
  search(
    blocks: readonly IndexBlock[],
    terms: Readonly<Record<Language, readonly Term[]>>,
    memories: ReadonlySet<MemoryId>,
    limit: number,
  ): TermCandidate[] {
    const means = { fr: meanLength(blocks, 'fr'), en: meanLength(blocks, 'en') };
    const best = new Heap(limit);
    for (const block of blocks) {
      const size = block.units.length;
      if (this.#sums.length < size) this.#sums = new Float32Array(size);
      const sums = this.#sums;
      const added = LANGUAGES.map((language) => addUp(block[language], terms[language], means[language], sums));
      if (!added.includes(true)) continue;
      for (let slot = 0; slot < size; slot++) {
        const total = sums[slot] as number;
        if (total > best.bar && memories.has(block.memories[slot] as MemoryId) && !block.isDead(slot)) {
          best.add({ block, slot, total });
        }
      }
      sums.fill(0, 0, size);
    }
    return best.inOrder();
  }
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

/** Adds the weights of the terms that each text has, by slot. @returns whether any text has one */
function addUp(side: BlockSide, terms: readonly Term[], mean: number, sums: Float32Array): boolean {
  let found = false;
  const { slots, offsets, starts, ordinals, firstOfLength } = side;
  for (const { stem, weight } of terms) {
    const place = placeOfStem(side, stem);
    if (place < 0) continue;
    found = true;
    const end = starts[place + 1] as number;
    const worth = weight * (SATURATION + 1);
    let nextLength = 0;
    let value = 0;
    for (let at = starts[place] as number; at < end; at++) {
      const ordinal = ordinals[at] as number;
      if (ordinal >= nextLength) {
        const length = (offsets[ordinal + 1] as number) - (offsets[ordinal] as number);
        nextLength = firstOfLength[length + 1] as number;
        value = worth / (1 + SATURATION * (1 - LENGTH + (LENGTH * length) / mean));
      }
      const slot = slots[ordinal] as number;
      sums[slot] = (sums[slot] as number) + value;
    }
  }
  return found;
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
    return this.#kept.sort((a, b) => b.total - a.total || unitOf(a) - unitOf(b)).slice(0, this.#limit);
  }
}

function unitOf({ block, slot }: TermCandidate): UnitId {
  return block.units[slot] ?? 0;
}
