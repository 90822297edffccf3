import { contentText } from '../../../memory/model/inline.ts';
import type { Match, Related } from '../../../memory/model/match.ts';
import type { Session } from '../session.ts';
import { activeRow } from '../state/state.ts';
import { isMatch, isOnItsWay, numbered, originOf } from '../state/suggestions.ts';
import type { Command } from './command.ts';
import { editableRow } from './writing.ts';

/** Replaces the target by the suggestion of a number; undo brings back what was there. */
export const insertMatch: Command = (session, place) => {
  const suggestion = offered(session)[place];
  if (suggestion === undefined) return session.announce(whyNone(session, `There is no suggestion ${place + 1}.`));
  insert(session, suggestion, place);
};

/** Inserts the suggestion that was stepped to. */
export const insertStepped: Command = (session) => {
  const { step } = session.state();
  const suggestion = step === undefined ? undefined : offered(session)[step];
  if (step !== undefined && suggestion !== undefined) insert(session, suggestion, step);
  else session.announce('To break the line, hold Shift.');
};

export const nextMatch: Command = (session) => stepBy(session, 1);

export const previousMatch: Command = (session) => stepBy(session, -1);

/** Replaces the target by the source. */
export const copySource: Command = (session) => {
  const row = editableRow(session);
  if (row === undefined) return;
  session.target?.replace(row.segment.source, {});
  session.announce('Source copied.');
};

function offered(session: Session): readonly (Match | Related)[] {
  const row = activeRow(session.state());
  return row === undefined ? [] : numbered(session.state().offers.get(row.segment.id)?.found);
}

/** A suggestion may be missing only because the answer is still to come. */
function whyNone(session: Session, otherwise: string): string {
  const row = activeRow(session.state());
  const offer = row && session.state().offers.get(row.segment.id);
  return row !== undefined && isOnItsWay(offer) ? 'The suggestions are still on their way.' : otherwise;
}

function insert(session: Session, suggestion: Match | Related, place: number): void {
  if (editableRow(session) === undefined) return;
  const { target } = suggestion;
  session.target?.replace(target, { origin: originOf(suggestion), inserted: contentText(target) });
  session.dispatch({ type: 'stepped', step: undefined });
  session.target?.view.focus();
  session.announce(`Suggestion ${place + 1} inserted.`);
}

function stepBy(session: Session, by: 1 | -1): void {
  const suggestions = offered(session);
  const { step = by === 1 ? -1 : suggestions.length } = session.state();
  const next = Math.max(0, Math.min(step + by, suggestions.length - 1));
  const suggestion = suggestions[next];
  if (suggestion === undefined) {
    session.announce(whyNone(session, 'There are no suggestions.'));
  } else {
    session.dispatch({ type: 'stepped', step: next });
    session.announce(`Suggestion ${next + 1} of ${suggestions.length}, ${inWords(suggestion)}`);
  }
}

function inWords(suggestion: Match | Related): string {
  const rate = isMatch(suggestion) ? `${suggestion.rate} %` : 'related';
  return `${rate}: ${contentText(suggestion.target)}`;
}
