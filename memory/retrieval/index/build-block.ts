import type { Language } from '../../model/language.ts';
import { type BlockSide, type BlockUnits, type IndexEntry, LARGEST_SUFFIX } from './block.ts';
import { SIGNATURE_WORDS, writeSignature } from './signature.ts';
import { type StemId, stemOf } from './word-ids.ts';

/** The units of a block. @param entries by ascending unit id, at most as many as a block takes */
export function buildUnits(entries: readonly Pick<IndexEntry, 'unitId' | 'memoryId'>[]): BlockUnits {
  return {
    units: Uint32Array.from(entries, (entry) => entry.unitId),
    memories: Uint32Array.from(entries, (entry) => entry.memoryId),
  };
}

/** One language of a block. */
export function buildSide(entries: readonly IndexEntry[], language: Language): BlockSide {
  const texts = entries.map((entry) => entry[language]);
  return buildSideOf({
    words: joined(texts.map(({ words }) => words)),
    numbers: joined(texts.map(({ numbers }) => numbers)),
  });
}

/** What units say in a language, one after the other. */
export interface JoinedTexts {
  readonly words: Joined;
  readonly numbers: Joined;
}

/** One language of a block. @param bySlot by ascending unit id */
export function buildSideOf(bySlot: JoinedTexts): BlockSide {
  const firstOfLength = countLengths(bySlot.words.offsets);
  const slots = byLength(bySlot.words.offsets, firstOfLength);
  const words = inOrderOf(slots, bySlot.words);
  const numbers = inOrderOf(slots, bySlot.numbers);
  const signatures = new Uint32Array(slots.length * SIGNATURE_WORDS);
  for (let ordinal = 0; ordinal < slots.length; ordinal++) {
    const text = words.items.subarray(words.offsets[ordinal], words.offsets[ordinal + 1]);
    writeSignature(text, signatures, ordinal * SIGNATURE_WORDS);
  }
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
export interface Joined {
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

/** One of the lists that stand in several places. */
export interface ListPlace {
  readonly among: Joined;
  readonly index: number;
}

/** Lists from several places, one after the other. @param placeOf called twice for each */
export function gathered(count: number, placeOf: (at: number) => ListPlace): Joined {
  const offsets = new Uint32Array(count + 1);
  for (let at = 0; at < count; at++) {
    const { among, index } = placeOf(at);
    offsets[at + 1] = (offsets[at] as number) + lengthAt(among.offsets, index);
  }
  const items = new Uint32Array(offsets[count] ?? 0);
  for (let at = 0; at < count; at++) {
    const { among, index } = placeOf(at);
    const from = among.offsets[index] as number;
    const to = offsets[at] as number;
    const length = lengthAt(offsets, at);
    for (let item = 0; item < length; item++) items[to + item] = among.items[from + item] as number;
  }
  return { offsets, items };
}

function inOrderOf(slots: Uint16Array, lists: Joined): Joined {
  return gathered(slots.length, (ordinal) => ({ among: lists, index: slots[ordinal] as number }));
}

/** The first ordinal of each length, from 0 to one more than the longest. @param offsets of the texts' words */
function countLengths(offsets: Uint32Array): Uint32Array {
  let longest = 0;
  for (let text = 0; text + 1 < offsets.length; text++) longest = Math.max(longest, lengthAt(offsets, text));
  const first = new Uint32Array(longest + 2);
  for (let text = 0; text + 1 < offsets.length; text++) add(first, lengthAt(offsets, text) + 1, 1);
  for (let length = 1; length < first.length; length++) add(first, length, first[length - 1] as number);
  return first;
}

/** The slots in the order of their texts' lengths; as they were where lengths are the same. */
function byLength(offsets: Uint32Array, firstOfLength: Uint32Array): Uint16Array {
  const next = firstOfLength.slice();
  const slots = new Uint16Array(offsets.length - 1);
  for (let slot = 0; slot < slots.length; slot++) {
    const length = lengthAt(offsets, slot);
    slots[next[length] as number] = slot;
    add(next, length, 1);
  }
  return slots;
}

function lengthAt(offsets: Uint32Array, index: number): number {
  return (offsets[index + 1] as number) - (offsets[index] as number);
}

type Postings = Pick<BlockSide, 'stems' | 'starts' | 'ordinals' | 'suffixes'>;

/** By counting: how many texts have each stem gives where its postings go. */
function buildPostings(words: Joined, numbers: Joined): Postings {
  const sorted = { items: sortedStems(words), offsets: words.offsets };
  const numberStems = numbers.items.map(stemOf);
  // From here on the lists have, for each stem, its place among those of the block.
  const stems = rankStems(sorted.items, numberStems);
  const starts = new Uint32Array(stems.length + 1);
  eachFirst(sorted, (place) => add(starts, place + 1, 1));
  for (const place of numberStems) add(starts, place + 1, 1);
  for (let place = 0; place < stems.length; place++) add(starts, place + 1, starts[place] as number);

  const total = starts[stems.length] as number;
  const next = starts.slice();
  const ordinals = new Uint16Array(total);
  const suffixes = new Uint8Array(total);
  // Texts one after the other, so that the ordinals of each stem come to ascend; no stem is a word and a number.
  const put = (place: number, ordinal: number, suffix: number): void => {
    const at = next[place] as number;
    next[place] = at + 1;
    ordinals[at] = ordinal;
    suffixes[at] = suffix < LARGEST_SUFFIX ? suffix : LARGEST_SUFFIX;
  };
  eachFirst(sorted, put);
  for (let ordinal = 0; ordinal + 1 < numbers.offsets.length; ordinal++) {
    const end = numbers.offsets[ordinal + 1] as number;
    for (let at = numbers.offsets[ordinal] as number; at < end; at++) put(numberStems[at] as number, ordinal, 0);
  }
  return { stems, starts, ordinals, suffixes };
}

/** By stem, where it stands among those of a block that is being built; 0 between blocks. */
let ranks = new Uint32Array(0);

/**
 * Puts in place of each stem where it stands among all of both lists. The last units of an index are a block that is built
 * anew for each one added: clearing a table of all stems that there are would take longer than all else.
 * @returns these, ascending, each once
 */
function rankStems(...lists: readonly Uint32Array[]): Uint32Array {
  const highest = lists.reduce((most, list) => Math.max(most, highestOf(list)), 0);
  if (ranks.length <= highest) ranks = new Uint32Array(highest + 1);
  const found: StemId[] = [];
  for (const list of lists) {
    for (let at = 0; at < list.length; at++) {
      const stem = list[at] as StemId;
      if (ranks[stem] === 0) ranks[stem] = found.push(stem);
    }
  }
  const stems = Uint32Array.from(found).sort();
  for (let rank = 0; rank < stems.length; rank++) ranks[stems[rank] as StemId] = rank;
  for (const list of lists) for (let at = 0; at < list.length; at++) list[at] = ranks[list[at] as StemId] as number;
  for (const stem of stems) ranks[stem] = 0;
  return stems;
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

function highestOf(list: Uint32Array): number {
  let most = 0;
  for (let at = 0; at < list.length; at++) if ((list[at] as number) > most) most = list[at] as number;
  return most;
}
