import type { Language } from '../model/language.ts';
import type { DiffPart } from '../model/match.ts';
import { tokenize } from './tokenize.ts';

/** A token, or the white space between two. */
interface Piece {
  readonly text: string;
  /** How much it is worth to keep it in place: words before marks, marks before spaces. */
  readonly worth: number;
}

const WORTH = { word: 4, number: 4, punctuation: 2 } as const;
const SPACE_WORTH = 1;

/** Above this many pairs of pieces the middle is shown as replaced whole, so that time and memory stay bounded. */
const MOST_PAIRS = 4_000_000;

/**
 * The difference in words from a stored text to the text looked up. Exact: the equal and deleted parts make up the
 * stored text, the equal and inserted parts the other, to the last space. A part is never empty, and of a change the
 * deletion comes first.
 */
export function diffTexts(stored: string, query: string, language: Language): readonly DiffPart[] {
  if (stored === query) return stored === '' ? [] : [{ op: 'equal', text: stored }];
  const a = piecesOf(stored, language);
  const b = piecesOf(query, language);
  let head = 0;
  while (head < a.length && head < b.length && a[head]?.text === b[head]?.text) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail)?.text === b.at(-1 - tail)?.text) tail++;

  const middle = compare(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  return tidy([
    ...a.slice(0, head).map((piece) => ({ op: 'equal' as const, text: piece.text })),
    ...middle,
    ...a.slice(a.length - tail).map((piece) => ({ op: 'equal' as const, text: piece.text })),
  ]);
}

function piecesOf(text: string, language: Language): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const token of tokenize(text, language)) {
    if (token.start > end) pieces.push({ text: text.slice(end, token.start), worth: SPACE_WORTH });
    pieces.push({ text: token.text, worth: WORTH[token.kind] });
    end = token.end;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), worth: SPACE_WORTH });
  return pieces;
}

/** The common subsequence worth most, by the usual table. */
function compare(a: readonly Piece[], b: readonly Piece[]): DiffPart[] {
  if (a.length * b.length > MOST_PAIRS) return [...a.map(deleted), ...b.map(inserted)];
  const width = b.length + 1;
  const kept = new Int32Array((a.length + 1) * width);
  const at = (i: number, j: number) => kept[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const piece = a[i];
      const both = piece !== undefined && piece.text === b[j]?.text ? at(i + 1, j + 1) + piece.worth : 0;
      kept[i * width + j] = Math.max(both, at(i + 1, j), at(i, j + 1));
    }
  }

  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const mine = a[i];
    const theirs = b[j];
    const same = mine !== undefined && mine.text === theirs?.text && at(i, j) === at(i + 1, j + 1) + mine.worth;
    if (same) {
      parts.push({ op: 'equal', text: mine.text });
      i++;
      j++;
    } else if (mine !== undefined && (theirs === undefined || at(i + 1, j) >= at(i, j + 1))) {
      parts.push(deleted(mine));
      i++;
    } else if (theirs !== undefined) {
      parts.push(inserted(theirs));
      j++;
    }
  }
  return parts;
}

const deleted = (piece: Piece): DiffPart => ({ op: 'delete', text: piece.text });
const inserted = (piece: Piece): DiffPart => ({ op: 'insert', text: piece.text });

/** Joins what belongs together: a space kept between two changes is part of one change, for it reads better. */
function tidy(parts: readonly DiffPart[]): DiffPart[] {
  const tidied: DiffPart[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') tidied.push({ op: 'delete', text: removed });
    if (added !== '') tidied.push({ op: 'insert', text: added });
    removed = '';
    added = '';
  };
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index];
    if (part === undefined) continue;
    const changing = removed !== '' || added !== '';
    const next = parts[index + 1];
    const lonelySpace = changing && next !== undefined && next.op !== 'equal' && part.text.trim() === '';
    if (part.op !== 'insert' && (part.op === 'delete' || lonelySpace)) removed += part.text;
    if (part.op !== 'delete' && (part.op === 'insert' || lonelySpace)) added += part.text;
    if (part.op !== 'equal' || lonelySpace) continue;
    flush();
    const last = tidied.at(-1);
    if (last?.op === 'equal') tidied[tidied.length - 1] = { op: 'equal', text: last.text + part.text };
    else tidied.push(part);
  }
  flush();
  return tidied;
}
