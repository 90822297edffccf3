import type { BlockSide, BlockUnits, IndexEntry, IndexedText } from './block.ts';

/** What a block was built from, by ascending unit id. */
export function entriesOf({ units, memories }: BlockUnits, fr: BlockSide, en: BlockSide): readonly IndexEntry[] {
  const french = textsBySlot(fr);
  const english = textsBySlot(en);
  return Array.from(units, (unitId, slot) => ({
    unitId,
    memoryId: memories[slot] ?? 0,
    fr: french[slot] ?? EMPTY,
    en: english[slot] ?? EMPTY,
  }));
}

const EMPTY: IndexedText = { words: new Uint32Array(), numbers: new Uint32Array() };

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
