import type { Language } from '../../model/language.ts';
import { type BlockSide, type BlockUnits, type IndexEntry, type IndexedText, LARGEST_SUFFIX } from './block.ts';
import { SIGNATURE_WORDS, writeSignature } from './signature.ts';
import { stemOf } from './word-ids.ts';

/** The units of a block. @param entries by ascending unit id, at most as many as a block takes */
export function buildUnits(entries: readonly IndexEntry[]): BlockUnits {
  return {
    units: Uint32Array.from(entries, (entry) => entry.unitId),
    memories: Uint32Array.from(entries, (entry) => entry.memoryId),
  };
}

/** One language of a block. */
export function buildSide(entries: readonly IndexEntry[], language: Language): BlockSide {
  const slots = byLength(entries, language);
  const texts = Array.from(slots, (slot) => entries[slot]?.[language] ?? { words: NONE, numbers: NONE });
  const words = joined(texts.map((text) => text.words));
  const numbers = joined(texts.map((text) => text.numbers));
  const signatures = new Uint32Array(texts.length * SIGNATURE_WORDS);
  for (const [ordinal, text] of texts.entries()) writeSignature(text.words, signatures, ordinal * SIGNATURE_WORDS);
  return {
    slots,
    offsets: words.offsets,
    words: words.items,
    numberOffsets: numbers.offsets,
    numbers: numbers.items,
    signatures,
    firstOfLength: firstOfLength(texts),
    ...buildPostings(texts),
  };
}

const NONE = new Uint32Array();

/** Lists one after the other, with where each begins and the last ends. */
function joined(lists: readonly Uint32Array[]): { readonly offsets: Uint32Array; readonly items: Uint32Array } {
  const offsets = new Uint32Array(lists.length + 1);
  for (const [index, list] of lists.entries()) offsets[index + 1] = (offsets[index] ?? 0) + list.length;
  const items = new Uint32Array(offsets[lists.length] ?? 0);
  for (const [index, list] of lists.entries()) items.set(list, offsets[index]);
  return { offsets, items };
}

function byLength(entries: readonly IndexEntry[], language: Language): Uint16Array {
  const lengths = Uint32Array.from(entries, (entry) => entry[language].words.length);
  return Uint16Array.from(entries.keys()).sort((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0) || a - b);
}

function firstOfLength(texts: readonly IndexedText[]): Uint32Array {
  const longest = texts.at(-1)?.words.length ?? 0;
  const first = new Uint32Array(longest + 2).fill(texts.length);
  for (let ordinal = texts.length - 1; ordinal >= 0; ordinal--) first[texts[ordinal]?.words.length ?? 0] = ordinal;
  for (let length = longest; length >= 0; length--) {
    first[length] = Math.min(first[length] ?? 0, first[length + 1] ?? 0);
  }
  return first;
}

type Postings = Pick<BlockSide, 'stems' | 'starts' | 'ordinals' | 'suffixes'>;

/** By counting: how many texts have each stem gives where its postings go. */
function buildPostings(texts: readonly IndexedText[]): Postings {
  const sorted = texts.map(({ words, numbers }) => ({ stems: words.map(stemOf).sort(), numbers: numbers.map(stemOf) }));
  const last = sorted.reduce((highest, { stems, numbers }) => Math.max(highest, lastOf(stems), lastOf(numbers)), 0);
  const next = new Uint32Array(last + 2);
  for (const text of sorted) forEachStem(text, (stem) => (next[stem + 1] = (next[stem + 1] ?? 0) + 1));
  const stems = Uint32Array.from(indicesOfNonZero(next.subarray(1)));
  for (let stem = 0; stem <= last; stem++) next[stem + 1] = (next[stem + 1] ?? 0) + (next[stem] ?? 0);

  const total = next[last + 1] ?? 0;
  const starts = new Uint32Array(stems.length + 1).fill(total);
  for (const [index, stem] of stems.entries()) starts[index] = next[stem] ?? 0;
  const ordinals = new Uint16Array(total);
  const suffixes = new Uint8Array(total);
  for (const [ordinal, text] of sorted.entries()) {
    forEachStem(text, (stem, suffix) => {
      const at = next[stem] ?? 0;
      next[stem] = at + 1;
      ordinals[at] = ordinal;
      suffixes[at] = Math.min(suffix, LARGEST_SUFFIX);
    });
  }
  return { stems, starts, ordinals, suffixes };
}

interface Stems {
  readonly stems: Uint32Array;
  readonly numbers: Uint32Array;
}

/** Visits each stem of a text once: those of its words with their suffixes, ascending, then its numbers. */
function forEachStem({ stems, numbers }: Stems, visit: (stem: number, suffix: number) => void): void {
  for (let index = 0; index < stems.length; index++) {
    const stem = stems[index] ?? 0;
    if (stem !== stems[index + 1]) visit(stem, index + 1);
  }
  for (const number of numbers) visit(number, 0);
}

function lastOf(stems: Uint32Array): number {
  return stems.at(-1) ?? 0;
}

function* indicesOfNonZero(counts: Uint32Array): Generator<number> {
  for (let index = 0; index < counts.length; index++) if ((counts[index] ?? 0) > 0) yield index;
}
