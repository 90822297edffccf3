import type { InlineCode, InlineContent } from '../../../memory/model/inline.ts';
import { canonicalContent, contentCodes, isCode } from '../../../memory/model/inline.ts';
import type { EditorMessages } from '../../messages/editor.ts';

/**
 * Inline codes while they are edited: each code of a segment stands in the text as one private-use character, so that
 * cutting, pasting and undoing carry it like any letter. Characters that the texts use themselves are not taken.
 */
export interface CodeTable {
  readonly codeOf: ReadonlyMap<string, InlineCode>;
  readonly characterOf: ReadonlyMap<string, string>;
}

const FIRST = 0xe000;
const LAST = 0xf8ff;

/** A table for every code of the contents given. Codes beyond the 6,400 characters there are have none. */
export function codeTable(...contents: readonly InlineContent[]): CodeTable {
  const used = new Set(contents.flat().flatMap((part) => (isCode(part) ? [] : [...part])));
  const codeOf = new Map<string, InlineCode>();
  const characterOf = new Map<string, string>();
  let next = FIRST;
  for (const code of contents.flatMap(contentCodes)) {
    if (characterOf.has(keyOf(code))) continue;
    while (used.has(String.fromCharCode(next))) next++;
    if (next > LAST) break;
    const character = String.fromCharCode(next++);
    codeOf.set(character, code);
    characterOf.set(keyOf(code), character);
  }
  return { codeOf, characterOf };
}

/** The content as the editor holds it; a code that the table does not know is left out. */
export function editorText(content: InlineContent, table: CodeTable): string {
  return content.map((part) => (isCode(part) ? (table.characterOf.get(keyOf(part)) ?? '') : part)).join('');
}

/** The content behind the editor’s text. */
export function contentOfText(text: string, table: CodeTable): InlineContent {
  return canonicalContent([...text].map((character) => table.codeOf.get(character) ?? character));
}

/** A piece of the editor’s text, end excluded. */
interface Piece {
  readonly from: number;
  readonly to: number;
}

/**
 * Where a range of the text without codes stands in the editor’s text: its pieces between the codes inside it.
 * An empty range is one empty piece, right behind the character before it.
 */
export function piecesOfRange(text: string, table: CodeTable, start: number, end: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let offset = 0;
  let caret = 0;
  for (let at = 0; at < text.length && offset < Math.max(end, start); at++) {
    if (table.codeOf.has(text.charAt(at))) continue;
    const last = pieces.at(-1);
    if (offset >= start && last?.to === at) pieces[pieces.length - 1] = { from: last.from, to: at + 1 };
    else if (offset >= start) pieces.push({ from: at, to: at + 1 });
    offset++;
    caret = at + 1;
  }
  return pieces.length === 0 ? [{ from: caret, to: caret }] : pieces;
}

/** How a code is shown: its number and which way it points. */
export function codeLabel(code: InlineCode): string {
  if (code.form === 'open') return `${code.id}›`;
  return code.form === 'close' ? `‹${code.id}` : code.id;
}

/** What a code is, in words. */
export function codeTitle(code: InlineCode, { codes }: Pick<EditorMessages['segments'], 'codes'>): string {
  return [`${codes[code.form]} ${code.id}`, code.type, code.data].filter((part) => part !== undefined).join(' · ');
}

function keyOf(code: InlineCode): string {
  return `${code.form} ${code.id}`;
}
