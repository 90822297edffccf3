import type { InlineCode } from '../../../memory/model/inline.ts';
import { contentCodes } from '../../../memory/model/inline.ts';
import type { Session } from '../session.ts';
import type { Row } from '../state/row.ts';
import type { Command } from './command.ts';
import { editableRow } from './writing.ts';

/** Inserts the next code of the source that the target lacks; around a selection, a pair of them. */
export const nextCode: Command = (session) => {
  const row = editableRow(session);
  if (row === undefined) return;
  const missing = missingCodes(row);
  const [first] = missing;
  if (first === undefined) return session.announce(session.messages.news.noCodeMissing);
  const selected = session.target?.selection().empty === false;
  const closing = missing.find(({ form, id }) => form === 'close' && id === first.id);
  insertCodes(session, selected && first.form === 'open' && closing !== undefined ? [first, closing] : [first]);
};

/** Inserts every code of the source that the target lacks, in the order of the source. */
export const allCodes: Command = (session) => {
  const row = editableRow(session);
  if (row === undefined) return;
  const missing = missingCodes(row);
  if (missing.length === 0) session.announce(session.messages.news.noCodeMissing);
  else insertCodes(session, missing);
};

/** Inserts codes at the cursor; two of a pair around what is selected. */
export function insertCodes(session: Session, codes: readonly InlineCode[]): void {
  if (editableRow(session) === undefined) return;
  session.target?.insertCodes(codes);
  session.target?.view.focus();
  session.announce(session.messages.news.codesInserted(codes.length));
}

/** The codes of the source that the target has not, or not as often. */
export function missingCodes({ segment, target }: Row): readonly InlineCode[] {
  const left = new Map<string, number>();
  for (const code of contentCodes(target)) left.set(keyOf(code), (left.get(keyOf(code)) ?? 0) + 1);
  return contentCodes(segment.source).filter((code) => {
    const count = left.get(keyOf(code)) ?? 0;
    left.set(keyOf(code), count - 1);
    return count <= 0;
  });
}

function keyOf({ form, id }: InlineCode): string {
  return `${form} ${id}`;
}
