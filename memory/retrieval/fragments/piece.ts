import type { Profile } from '../../match/profile.ts';
import { isFunctionWord } from '../../text/stopwords.ts';
import type { Token } from '../../text/tokenize.ts';
import { LAST_FORM, type StemId, stemOf, UNKNOWN, type WordId } from '../index/word-ids.ts';

/** A text that pieces are sought of. */
export interface PieceText {
  readonly words: Uint32Array;
  /** Of each word: 1 for content, 0 for a function word, 2 where no piece may reach over: a number, a word of no stored text. */
  readonly kinds: Uint8Array;
  /** Of each word: 1 where a mark stands before it, which no piece reaches over either. */
  readonly marked: Uint8Array;
}

export const FUNCTION = 0;
export const CONTENT = 1;
export const BREAK = 2;

/** A stretch of words, both ends included. */
export interface Piece {
  readonly first: number;
  readonly last: number;
}

/** The form that all numbers have. */
const NUMBER = '#';

/** @param ids of the forms, in parallel */
export function pieceText(
  { forms, tokens, language }: Pick<Profile, 'forms' | 'tokens' | 'language'>,
  ids: readonly WordId[],
): PieceText {
  const kinds = Uint8Array.from(ids, (id, place) => {
    const form = forms[place] ?? '';
    const isKnown = id !== UNKNOWN && (id & LAST_FORM) !== 0;
    if (!isKnown || form === NUMBER) return BREAK;
    return isFunctionWord(form, language) ? FUNCTION : CONTENT;
  });
  return { words: Uint32Array.from(ids), kinds, marked: Uint8Array.from(marksBefore(tokens)) };
}

function marksBefore(tokens: readonly Token[]): readonly number[] {
  const words = [...tokens.entries()].filter(([, { kind }]) => kind !== 'punctuation');
  return words.map(([place]) => Number(tokens[place - 1]?.kind === 'punctuation'));
}

/** Content words with nothing but function words between them: every piece holds such a pair. */
export function neighbouringContent({ kinds, marked }: PieceText): readonly Piece[] {
  const pairs: Piece[] = [];
  let before: number | undefined;
  for (const [place, kind] of kinds.entries()) {
    if (kind === BREAK || marked[place] === 1) before = undefined;
    if (kind !== CONTENT) continue;
    if (before !== undefined) pairs.push({ first: before, last: place });
    before = place;
  }
  return pairs;
}

export function stemAt({ words }: PieceText, place: number): StemId {
  return stemOf(words[place] as number);
}

/**
 * The pieces that cover a text best, apart from each other: long ones before many. Every part of a stored piece is stored.
 * @param reach of each word, how far a stored piece that begins there goes; the word itself where none does
 */
export function bestCover({ kinds }: PieceText, reach: Uint32Array): readonly Piece[] {
  const count = kinds.length;
  const worth = new Float64Array(count + 1);
  const chosen = new Int32Array(count).fill(-1);
  for (let first = count - 1; first >= 0; first--) {
    worth[first] = worth[first + 1] as number;
    if (kinds[first] !== CONTENT) continue;
    let content = 0;
    for (let last = first; last <= (reach[first] as number); last++) {
      if (kinds[last] !== CONTENT) continue;
      content++;
      const sum = content ** 2 + (worth[last + 1] as number);
      if (content < 2 || sum <= (worth[first] as number)) continue;
      worth[first] = sum;
      chosen[first] = last;
    }
  }
  const pieces: Piece[] = [];
  for (let first = 0; first < count; ) {
    const last = chosen[first] as number;
    if (last < 0) first++;
    else {
      pieces.push({ first, last });
      first = last + 1;
    }
  }
  return pieces;
}
