import type { InlineContent } from '../../../memory/model/inline.ts';
import type { TextEdit } from '../../../memory/text/edit.ts';
import { codeTable, contentOfText, editorText, piecesOfRange } from '../target/codes.ts';

/** A content with edits made to its text, codes left out of the count; the codes stay. */
export function amended(content: InlineContent, edits: readonly TextEdit[]): InlineContent {
  const table = codeTable(content);
  let text = editorText(content, table);
  for (const { start, end, text: given } of [...edits].sort((a, b) => b.start - a.start)) {
    const pieces = piecesOfRange(text, table, start, end);
    for (const [place, { from, to }] of [...pieces.entries()].reverse()) {
      text = text.slice(0, from) + (place === 0 ? given : '') + text.slice(to);
    }
  }
  return contentOfText(text, table);
}
