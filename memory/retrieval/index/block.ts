import type { MemoryId, UnitId } from '../../model/unit.ts';
import { pack, Unpacking } from './packing.ts';

/** What the index keeps of a unit. */
export interface IndexEntry {
  readonly unitId: UnitId;
  readonly memoryId: MemoryId;
  readonly fr: IndexedText;
  readonly en: IndexedText;
}

/** One side of a unit. */
export interface IndexedText {
  /** The words that rates are counted over, in their order; there all numbers are one word. */
  readonly words: Uint32Array;
  /** Which numbers they are, each once, ascending. */
  readonly numbers: Uint32Array;
}

/** The units of a block, by slot: ascending ids. */
export interface BlockUnits {
  readonly units: Uint32Array;
  readonly memories: Uint32Array;
}

/**
 * One language of a block. Its texts stand in the order of their length, so that a range of lengths is a range of
 * ordinals. All arrays are parallel to ordinals, or lead to ranges of others that are.
 */
export interface BlockSide {
  /** The slot of the unit. */
  readonly slots: Uint16Array;
  /** Where its words begin in `words`, and after the last, where they end. */
  readonly offsets: Uint32Array;
  readonly words: Uint32Array;
  /** Where its numbers begin in `numbers`, and after the last, where they end. */
  readonly numberOffsets: Uint32Array;
  readonly numbers: Uint32Array;
  /** {@link SIGNATURE_WORDS} for each. */
  readonly signatures: Uint32Array;
  /** The first ordinal of each length, from 0 to one more than the longest. */
  readonly firstOfLength: Uint32Array;
  /** The stems of the block, ascending; parallel to `starts`, which has one more. */
  readonly stems: Uint32Array;
  readonly starts: Uint32Array;
  /** The postings: which texts have the stem, as a word or a number, ascending. */
  readonly ordinals: Uint16Array;
  /**
   * Parallel to `ordinals`: how many words of the text are of this stem or one with a lower number, 255 for more, and 0
   * for a number. A text whose rarest stem in common with another is this one shares at most so many words with it.
   */
  readonly suffixes: Uint8Array;
}

/** The most units in a block: what 16 bits number. */
export const LARGEST_BLOCK = 65_536;
export const LARGEST_SUFFIX = 255;

export function packUnits({ units, memories }: BlockUnits): Uint8Array {
  return pack([units, memories]);
}

export function unpackUnits(bytes: Uint8Array): BlockUnits {
  const unpacking = new Unpacking(bytes, 2);
  return { units: unpacking.next(Uint32Array), memories: unpacking.next(Uint32Array) };
}

export function packSide(side: BlockSide): Uint8Array {
  return pack([
    side.slots,
    side.offsets,
    side.words,
    side.numberOffsets,
    side.numbers,
    side.signatures,
    side.firstOfLength,
    side.stems,
    side.starts,
    side.ordinals,
    side.suffixes,
  ]);
}

export function unpackSide(bytes: Uint8Array): BlockSide {
  const unpacking = new Unpacking(bytes, 11);
  return {
    slots: unpacking.next(Uint16Array),
    offsets: unpacking.next(Uint32Array),
    words: unpacking.next(Uint32Array),
    numberOffsets: unpacking.next(Uint32Array),
    numbers: unpacking.next(Uint32Array),
    signatures: unpacking.next(Uint32Array),
    firstOfLength: unpacking.next(Uint32Array),
    stems: unpacking.next(Uint32Array),
    starts: unpacking.next(Uint32Array),
    ordinals: unpacking.next(Uint16Array),
    suffixes: unpacking.next(Uint8Array),
  };
}
