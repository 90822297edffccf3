import type { Session } from '../session.ts';
import { isDone, isOpen, type Row } from '../state/row.ts';
import { countRows, findRow } from '../state/rows.ts';
import type { Command } from './command.ts';

export const nextSegment: Command = (session) => moveBy(session, 1);

export const previousSegment: Command = (session) => moveBy(session, -1);

export const nextUnconfirmed: Command = (session) => moveToNextUnconfirmed(session, '');

export const goTo: Command = (session) => session.dispatch({ type: 'dialogChanged', dialog: 'go-to' });

/** Goes to the next segment that is still to be confirmed, from the end back to the start; says so where there is none. */
export function moveToNextUnconfirmed(session: Session, news: string): void {
  const { rows, active = -1 } = session.state();
  const toDo = (row: Row) => !isDone(row) && isOpen(row);
  const index = findRow(rows, active + 1, 1, toDo) ?? findRow(rows, 0, 1, toDo);
  if (index !== undefined) session.move(index);
  const { allConfirmed, place } = session.messages.news;
  const where = index === undefined ? allConfirmed : place(index + 1, countRows(rows));
  session.announce(`${news} ${where}`.trim());
}

/** Goes to the segment of a number as it is shown, from 1; `false` where there is none. */
export function moveToNumber(session: Session, number: number): boolean {
  const count = countRows(session.state().rows);
  if (!Number.isInteger(number) || number < 1 || number > count) return false;
  session.move(number - 1);
  session.announce(session.messages.news.place(number, count));
  return true;
}

function moveBy(session: Session, step: 1 | -1): void {
  const { active } = session.state();
  const index = active === undefined ? 0 : active + step;
  if (index < 0) session.announce(session.messages.news.first);
  else if (!moveToNumber(session, index + 1)) session.announce(session.messages.news.last);
}
