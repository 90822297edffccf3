import type { Language } from '../../model/language.ts';
import type { MemoryId } from '../../model/unit.ts';
import type { BlockSide } from '../index/block.ts';
import type { IndexBlock } from '../index/index-port.ts';
import { lowerBound, placeOfStem } from '../index/posting-range.ts';
import { BREAK, neighbouringContent, type Piece, type PieceText, stemAt } from './piece.ts';

/** Where a stored text has a piece. */
export interface PiecePlace {
  readonly block: IndexBlock;
  readonly slot: number;
  /** The longest piece around, in the words of the text looked up. */
  readonly piece: Piece;
  /** How many words further on the stored text has it; less than zero for further back. */
  readonly shift: number;
}

/** Postings read for a pair of words, and places kept of a pair, at most: what is more frequent is no better for it. */
const MOST_READ = 10_000;
const MOST_KEPT = 400;

/**
 * Finds where stored texts have pieces of a text word for word: through the texts that have two neighbouring content
 * words of it, those stored last first.
 */
export function findPieces(
  blocks: readonly IndexBlock[],
  language: Language,
  text: PieceText,
  memories: ReadonlySet<MemoryId>,
): readonly PiecePlace[] {
  const found: PiecePlace[] = [];
  for (const pair of neighbouringContent(text)) {
    let read = 0;
    let kept = 0;
    for (let index = blocks.length - 1; index >= 0 && read < MOST_READ && kept < MOST_KEPT; index--) {
      const block = blocks[index] as IndexBlock;
      const side = block[language];
      read += eachWithBoth(side, stemAt(text, pair.first), stemAt(text, pair.last), (ordinal) => {
        const place = placeOf(block, side, ordinal, text, pair);
        if (place === undefined || !memories.has(block.memories[place.slot] as MemoryId)) return;
        if (block.isDead(place.slot)) return;
        kept++;
        found.push(place);
      });
    }
  }
  return found;
}

/** Visits the texts of a block that have both stems. @returns how many postings were read */
function eachWithBoth(side: BlockSide, one: number, other: number, visit: (ordinal: number) => void): number {
  const [first, second] = [placeOfStem(side, one), placeOfStem(side, other)];
  if (first < 0 || second < 0) return 0;
  const size = (place: number) => (side.starts[place + 1] as number) - (side.starts[place] as number);
  const [rare, frequent] = size(first) <= size(second) ? [first, second] : [second, first];
  const { ordinals, starts } = side;
  const end = starts[frequent + 1] as number;
  let from = starts[frequent] as number;
  for (let at = starts[rare] as number; at < (starts[rare + 1] as number) && from < end; at++) {
    const ordinal = ordinals[at] as number;
    // What is sought is mostly near: the steps double until they are beyond it.
    let step = 1;
    while (from + step < end && (ordinals[from + step] as number) < ordinal) step *= 2;
    from = lowerBound(ordinals, ordinal, from, Math.min(end, from + step + 1));
    if (ordinals[from] === ordinal) visit(ordinal);
  }
  return size(rare);
}

/** Where the text has the pair as it stands, and what of the text looked up goes on around it. */
function placeOf(
  block: IndexBlock,
  side: BlockSide,
  ordinal: number,
  text: PieceText,
  pair: Piece,
): PiecePlace | undefined {
  const { words } = text;
  const from = side.offsets[ordinal] as number;
  const to = side.offsets[ordinal + 1] as number;
  const stored = side.words;
  const length = pair.last - pair.first;
  for (let start = from; start + length < to; start++) {
    let same = 0;
    while (same <= length && stored[start + same] === words[pair.first + same]) same++;
    if (same <= length) continue;
    let { first, last } = pair;
    const offset = start - pair.first;
    while (
      first > 0 &&
      goesOn(text, first) &&
      offset + first > from &&
      stored[offset + first - 1] === words[first - 1]
    ) {
      first--;
    }
    while (goesOn(text, last + 1) && offset + last + 1 < to && stored[offset + last + 1] === words[last + 1]) last++;
    return { block, slot: side.slots[ordinal] as number, piece: { first, last }, shift: offset - from };
  }
  return undefined;
}

/** Whether a piece may have the word at a place and the one before it. */
function goesOn({ kinds, marked }: PieceText, place: number): boolean {
  return place < kinds.length && marked[place] === 0 && kinds[place] !== BREAK && kinds[place - 1] !== BREAK;
}

/** Of each word, how far the longest stored piece goes that has it and those behind it. */
export function reachOf(words: number, places: readonly PiecePlace[]): Uint32Array {
  const reach = Uint32Array.from({ length: words }, (_, place) => place);
  for (const { piece } of places) {
    for (let place = piece.first; place <= piece.last; place++) {
      if ((reach[place] as number) < piece.last) reach[place] = piece.last;
    }
  }
  return reach;
}
