import type { BlockSide, BlockUnits, IndexEntry } from './block.ts';

/** What a block was built from, by ascending unit id. */
export function entriesOf({ units, memories }: BlockUnits, fr: BlockSide, en: BlockSide): readonly IndexEntry[] {
  const french = textsBySlot(fr);
  const english = textsBySlot(en);
  return Array.from(units, (unitId, slot) => ({
    unitId,
    memoryId: memories[slot] ?? 0,
    fr: french[slot] ?? new Uint32Array(),
    en: english[slot] ?? new Uint32Array(),
  }));
}

function textsBySlot({ slots, offsets, words }: BlockSide): readonly Uint32Array[] {
  const texts = new Array<Uint32Array>(slots.length);
  for (const [ordinal, slot] of slots.entries()) texts[slot] = words.subarray(offsets[ordinal], offsets[ordinal + 1]);
  return texts;
}
