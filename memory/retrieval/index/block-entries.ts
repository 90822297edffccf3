import type { BlockSide, BlockUnits, IndexEntry, IndexedText } from './block.ts';

/** What a block was built from, by ascending unit id. */
export function entriesOf({ units, memories }: BlockUnits, fr: BlockSide, en: BlockSide): readonly IndexEntry[] {
  const french = textsBySlot(fr);
  const english = textsBySlot(en);
  return Array.from(units, (unitId, slot) => ({
    unitId,
    memoryId: memories[slot] ?? 0,
    fr: french[slot] ?? NO_TEXT,
    en: english[slot] ?? NO_TEXT,
  }));
}

const NO_TEXT: IndexedText = { words: new Uint32Array(), numbers: new Uint32Array() };

function textsBySlot({ slots, offsets, words, numberOffsets, numbers }: BlockSide): readonly IndexedText[] {
  const texts = new Array<IndexedText>(slots.length);
  for (const [ordinal, slot] of slots.entries()) {
    texts[slot] = {
      words: words.subarray(offsets[ordinal], offsets[ordinal + 1]),
      numbers: numbers.subarray(numberOffsets[ordinal], numberOffsets[ordinal + 1]),
    };
  }
  return texts;
}

/** By the slot of a unit, where its text stands. */
export function ordinalsBySlot({ slots }: BlockSide): Uint16Array {
  const ordinals = new Uint16Array(slots.length);
  for (let ordinal = 0; ordinal < slots.length; ordinal++) ordinals[slots[ordinal] ?? 0] = ordinal;
  return ordinals;
}
