import type { Language } from '../../model/language.ts';
import { type BlockSide, type BlockUnits, type IndexEntry, type IndexedText, LARGEST_SUFFIX } from './block.ts';
import { SIGNATURE_WORDS, writeSignature } from './signature.ts';
import { type StemId, stemOf } from './word-ids.ts';

/** The units of a block. @param entries by ascending unit id, at most as many as a block takes */
export function buildUnits(entries: readonly IndexEntry[]): BlockUnits {
  return {
    units: Uint32Array.from(entries, (entry) => entry.unitId),
    memories: Uint32Array.from(entries, (entry) => entry.memoryId),
  };
}

/** One language of a block. */
export function buildSide(entries: readonly IndexEntry[], language: Language): BlockSide {
  const firstOfLength = countLengths(entries, language);
  const slots = byLength(entries, language, firstOfLength);
  const texts: IndexedText[] = [];
  for (const slot of slots) texts.push((entries[slot] as IndexEntry)[language]);
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
    firstOfLength,
    ...buildPostings(words, numbers),
  };
}

/** Lists one after the other. */
interface Joined {
  readonly items: Uint32Array;
  /** Where each begins, and the last ends. */
  readonly offsets: Uint32Array;
}

function joined(lists: readonly Uint32Array[]): Joined {
  const offsets = new Uint32Array(lists.length + 1);
  for (const [index, list] of lists.entries()) offsets[index + 1] = (offsets[index] as number) + list.length;
  const items = new Uint32Array(offsets[lists.length] ?? 0);
  for (const [index, list] of lists.entries()) items.set(list, offsets[index]);
  return { offsets, items };
}

/** The first ordinal of each length, from 0 to one more than the longest. */
function countLengths(entries: readonly IndexEntry[], language: Language): Uint32Array {
  const longest = entries.reduce((most, entry) => Math.max(most, entry[language].words.length), 0);
  const first = new Uint32Array(longest + 2);
  for (const entry of entries) add(first, entry[language].words.length + 1, 1);
  for (let length = 1; length < first.length; length++) add(first, length, first[length - 1] as number);
  return first;
}

/** The slots in the order of their texts' lengths; as they were where lengths are the same. */
function byLength(entries: readonly IndexEntry[], language: Language, firstOfLength: Uint32Array): Uint16Array {
  const next = firstOfLength.slice();
  const slots = new Uint16Array(entries.length);
  for (const [slot, entry] of entries.entries()) {
    const { length } = entry[language].words;
    slots[next[length] as number] = slot;
    add(next, length, 1);
  }
  return slots;
}

type Postings = Pick<BlockSide, 'stems' | 'starts' | 'ordinals' | 'suffixes'>;

/** By counting: how many texts have each stem gives where its postings go. */
function buildPostings(words: Joined, numbers: Joined): Postings {
  const sorted = { items: sortedStems(words), offsets: words.offsets };
  const numberStems = numbers.items.map(stemOf);
  const last = Math.max(highest(sorted.items), highest(numberStems));
  const next = new Uint32Array(last + 2);
  eachFirst(sorted, (stem) => add(next, stem + 1, 1));
  for (const stem of numberStems) add(next, stem + 1, 1);
  const stems = indicesOfNonZero(next.subarray(1));
  for (let stem = 0; stem <= last; stem++) add(next, stem + 1, next[stem] as number);

  const total = next[last + 1] ?? 0;
  const starts = new Uint32Array(stems.length + 1).fill(total);
  for (const [index, stem] of stems.entries()) starts[index] = next[stem] as number;
  const ordinals = new Uint16Array(total);
  const suffixes = new Uint8Array(total);
  // Texts one after the other, so that the ordinals of each stem come to ascend; no stem is a word and a number.
  const put = (stem: StemId, ordinal: number, suffix: number): void => {
    const at = next[stem] as number;
    next[stem] = at + 1;
    ordinals[at] = ordinal;
    suffixes[at] = suffix < LARGEST_SUFFIX ? suffix : LARGEST_SUFFIX;
  };
  eachFirst(sorted, put);
  for (let ordinal = 0; ordinal + 1 < numbers.offsets.length; ordinal++) {
    const end = numbers.offsets[ordinal + 1] as number;
    for (let at = numbers.offsets[ordinal] as number; at < end; at++) put(numberStems[at] as StemId, ordinal, 0);
  }
  return { stems, starts, ordinals, suffixes };
}

/** The stems of each text, ascending. */
function sortedStems({ items, offsets }: Joined): Uint32Array {
  const stems = items.map(stemOf);
  for (let text = 0; text + 1 < offsets.length; text++) {
    sortRange(stems, offsets[text] as number, offsets[text + 1] as number);
  }
  return stems;
}

/** Longer ranges are left to the library, which for short ones takes longer to call than to run. */
const SHORT = 48;

function sortRange(list: Uint32Array, from: number, to: number): void {
  if (to - from > SHORT) {
    list.subarray(from, to).sort();
    return;
  }
  for (let at = from + 1; at < to; at++) {
    const value = list[at] as number;
    let free = at;
    for (; free > from && (list[free - 1] as number) > value; free--) list[free] = list[free - 1] as number;
    list[free] = value;
  }
}

/** Visits each stem of each text once, with how many words are of it or of one with a lower number. */
function eachFirst({ items, offsets }: Joined, visit: (stem: StemId, ordinal: number, suffix: number) => void): void {
  for (let ordinal = 0; ordinal + 1 < offsets.length; ordinal++) {
    const from = offsets[ordinal] as number;
    const to = offsets[ordinal + 1] as number;
    for (let at = from; at < to; at++) {
      const stem = items[at] as StemId;
      if (at + 1 === to || stem !== items[at + 1]) visit(stem, ordinal, at + 1 - from);
    }
  }
}

function add(counts: Uint32Array, at: number, by: number): void {
  counts[at] = (counts[at] as number) + by;
}

function highest(list: Uint32Array): number {
  let most = 0;
  for (let at = 0; at < list.length; at++) if ((list[at] as number) > most) most = list[at] as number;
  return most;
}

function indicesOfNonZero(counts: Uint32Array): Uint32Array {
  let size = 0;
  for (let index = 0; index < counts.length; index++) if (counts[index] !== 0) size++;
  const indices = new Uint32Array(size);
  let at = 0;
  for (let index = 0; index < counts.length; index++) if (counts[index] !== 0) indices[at++] = index;
  return indices;
}
