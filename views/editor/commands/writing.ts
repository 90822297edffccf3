import { insertNewline } from '@codemirror/commands';
import type { Session } from '../session.ts';
import { isOpen, type Row } from '../state/row.ts';
import { activeRow } from '../state/state.ts';
import type { Command } from './command.ts';

const NO_BREAK = '\u00A0';
const NARROW = '\u202F';

/** The active row where its target can be changed; says so where it cannot. */
export function editableRow(session: Session): Row | undefined {
  const row = activeRow(session.state());
  if (row === undefined || session.target === undefined) return undefined;
  if (isOpen(row)) return row;
  session.announce(session.messages.news.locked(row.index + 1));
  return undefined;
}

export const clearTarget: Command = (session) => {
  if (editableRow(session) === undefined) return;
  session.target?.replace([], {});
  session.announce(session.messages.news.cleared);
};

/** Puts a text at the cursor, in the place of what is selected. */
export function insertText(session: Session, text: string): void {
  const view = session.target?.view;
  if (view === undefined || editableRow(session) === undefined) return;
  view.dispatch(view.state.replaceSelection(text), { userEvent: 'input.type', scrollIntoView: true });
  view.focus();
}

export const save: Command = (session) => {
  const { allSaved, savingNow } = session.messages.news;
  session.announce(session.state().delivery.waiting === 0 ? allSaved : savingNow);
  session.flush();
};

export const lineBreak: Command = (session) => {
  if (session.target) insertNewline(session.target.view);
};

/** A no-break space; right behind one, makes that one narrow, and the other way round. */
export const noBreakSpace: Command = (session) => {
  const view = session.target?.view;
  if (view === undefined) return;
  const { from, to, empty } = view.state.selection.main;
  const before = view.state.sliceDoc(Math.max(from - 1, 0), from);
  const again = empty && (before === NO_BREAK || before === NARROW);
  const space = again && before === NO_BREAK ? NARROW : NO_BREAK;
  const start = again ? from - 1 : from;
  view.dispatch({
    changes: { from: start, to, insert: space },
    selection: { anchor: start + 1 },
    userEvent: 'input.type',
  });
  const { narrowSpace, noBreakSpace: wideSpace } = session.messages.news;
  session.announce(space === NARROW ? narrowSpace : wideSpace);
};
