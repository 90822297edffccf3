import { contentText, type InlineContent } from '../../../memory/model/inline.ts';
import type { TextEdit } from '../../../memory/text/edit.ts';
import { editContent, replacingEdits, searchExpression, type TextSearch } from '../../../memory/text/replace.ts';
import { isEmpty, isOpen, type Row } from '../state/row.ts';
import type { Rows } from '../state/rows.ts';

/** A target in which it stands, and what the target would become. */
export interface Hit {
  readonly row: Row;
  readonly edits: readonly TextEdit[];
  readonly replaced: InlineContent;
}

/** Every target that it stands in and that can be changed, in the order of the document. @throws SyntaxError for a pattern that is none */
export function findHits(rows: Rows, search: TextSearch): readonly Hit[] {
  const expression = searchExpression(search);
  if (expression === undefined) return [];
  return rows.flatMap((block) => block.flatMap((row) => hitIn(row, expression, search) ?? []));
}

function hitIn(row: Row, expression: RegExp, search: TextSearch): Hit | undefined {
  if (isEmpty(row) || !isOpen(row)) return undefined;
  const edits = replacingEdits(contentText(row.target), expression, search);
  return edits.length === 0 ? undefined : { row, edits, replaced: editContent(row.target, edits) };
}
