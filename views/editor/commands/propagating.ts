import { contentText } from '../../../memory/model/inline.ts';
import type { Origin } from '../../../memory/model/origin.ts';
import type { Session } from '../session.ts';
import { isEmpty, isOpen } from '../state/row.ts';
import { rowAt } from '../state/rows.ts';
import type { Command } from './command.ts';

/** The same source, confirmed a moment ago: what the memory would suggest. */
const AS_CONFIRMED: Origin = { kind: 'match', match: 'exact', rate: 100 };

/**
 * Fills the empty targets that say the same in the source as a segment that was just confirmed; they are drafts.
 * @returns how many
 */
export function propagate(session: Session, index: number): number {
  const { rows, repetitions, preferences } = session.state();
  const confirmed = rowAt(rows, index);
  if (!preferences.propagate || confirmed === undefined) return 0;
  const source = { origin: AS_CONFIRMED, inserted: contentText(confirmed.target) };
  const edits = (repetitions.get(index) ?? []).flatMap((other) => {
    const row = rowAt(rows, other);
    if (row === undefined || other === index || !isEmpty(row) || !isOpen(row)) return [];
    return [{ index: other, target: confirmed.target, source }];
  });
  if (edits.length > 0) session.changeTogether('propagated', edits);
  return edits.length;
}

/** Takes back the last change of several segments. */
export const takeBack: Command = (session) => {
  const { together } = session.state();
  const { news } = session.messages;
  if (together === undefined) return session.announce(news.nothingToTakeBack);
  session.announce(news.takenBack(session.takeBack(), together.changes.length));
};
