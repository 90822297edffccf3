import type { Session } from '../session.ts';
import { activeRow } from '../state/state.ts';
import { numberedTerms, usable } from '../state/suggestions.ts';
import type { Command } from './command.ts';
import { elementOf } from './selected.ts';
import { editableRow } from './writing.ts';

/** Puts the translation of a term of the source at the cursor. */
export const insertTerm: Command = (session, place) => {
  const row = activeRow(session.state());
  const term = row && numberedTerms(session.state().offers.get(row.segment.id)?.found)[place];
  const text = term && usable(term);
  if (text === undefined) session.announce(session.messages.terms.none(place + 1));
  else insertTermText(session, text);
};

export function insertTermText(session: Session, text: string): void {
  if (editableRow(session) === undefined) return;
  session.target?.insert(text);
  session.target?.view.focus();
  session.announce(session.messages.terms.inserted(text));
}

/** Asks for a new entry of a termbase, with what is selected in source and target to begin with. */
export const addTerm: Command = (session) => {
  if (activeRow(session.state()) === undefined) return;
  const selection = globalThis.getSelection?.();
  const isSource = elementOf(selection?.anchorNode)?.closest('.segment-source') != null;
  const source = isSource ? (selection?.toString().trim() ?? '') : '';
  const term = { source, target: session.target?.selectedText() ?? '' };
  session.dispatch({ type: 'dialogChanged', dialog: 'term', term });
};
