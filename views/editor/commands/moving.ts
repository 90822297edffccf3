import { indexesFrom, stepAmong } from '../filtering/shown.ts';
import type { Session } from '../session.ts';
import { isDone, isOpen } from '../state/row.ts';
import { countRows, rowAt } from '../state/rows.ts';
import type { Command } from './command.ts';

export const nextSegment: Command = (session) => moveBy(session, 1);

export const previousSegment: Command = (session) => moveBy(session, -1);

export const nextUnconfirmed: Command = (session) => moveToNextUnconfirmed(session, '');

export const goTo: Command = (session) => session.dispatch({ type: 'dialogChanged', dialog: 'go-to' });

/** Goes to the next segment that is still to be confirmed, from the end back to the start; says so where there is none. */
export function moveToNextUnconfirmed(session: Session, news: string): void {
  const { rows, shown, active = -1 } = session.state();
  const toDo = (index: number) => {
    const row = rowAt(rows, index);
    return row !== undefined && !isDone(row) && isOpen(row);
  };
  const index = firstOf(indexesFrom(rows, shown, active + 1), toDo) ?? firstOf(indexesFrom(rows, shown, 0), toDo);
  if (index !== undefined) session.move(index);
  const { allConfirmed, shownConfirmed } = session.messages.news;
  const none = shown === undefined ? allConfirmed : shownConfirmed;
  const where = index === undefined ? none : placeOf(session, index);
  session.announce(`${news} ${where}`.trim());
}

/** Goes to the segment of a number as it is shown, from 1; `false` where there is none. */
export function moveToNumber(session: Session, number: number): boolean {
  const count = countRows(session.state().rows);
  if (!Number.isInteger(number) || number < 1 || number > count) return false;
  session.move(number - 1);
  session.announce(placeOf(session, number - 1));
  return true;
}

/** Where a segment stands, and who else is there: two may write in it, and are asked which version stays. */
function placeOf({ state, messages }: Session, index: number): string {
  const { rows } = state();
  const by = rowAt(rows, index)?.elsewhere;
  const place = messages.news.place(index + 1, countRows(rows));
  return by === undefined ? place : `${place} ${messages.segments.elsewhere(by)}.`;
}

function moveBy(session: Session, step: 1 | -1): void {
  const { rows, shown, active } = session.state();
  const index = stepAmong(rows, shown, active, step);
  const { first, last } = session.messages.news;
  if (index === undefined) session.announce(step === 1 ? last : first);
  else moveToNumber(session, index + 1);
}

function firstOf(indexes: Iterable<number>, passes: (index: number) => boolean): number | undefined {
  for (const index of indexes) if (passes(index)) return index;
  return undefined;
}
