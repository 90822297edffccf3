import { contentText } from '../../../memory/model/inline.ts';
import type { Session } from '../session.ts';
import { activeRow } from '../state/state.ts';
import {
  type AnySuggestion,
  isFragment,
  isMachine,
  isMatch,
  isOfFile,
  isOnItsWay,
  numbered,
  originOf,
} from '../state/suggestions.ts';
import type { Command } from './command.ts';
import { insertHit } from './searching.ts';
import { selectedIn } from './selected.ts';
import { editableRow } from './writing.ts';

/** Inserts the suggestion of a number, or what is selected of it; undo brings back what was there. In a search, inserts a hit. */
export const insertMatch: Command = (session, place) => {
  if (session.state().search !== undefined) return insertHit(session, place);
  const suggestion = offered(session)[place];
  if (suggestion === undefined)
    return session.announce(whyNone(session, session.messages.news.noSuggestion(place + 1)));
  insertSuggestion(session, suggestion, place);
};

/** Inserts the suggestion that was stepped to. */
export const insertStepped: Command = (session) => {
  if (session.target?.acceptCompletion()) return;
  const { step } = session.state();
  const suggestion = step === undefined ? undefined : offered(session)[step];
  if (step !== undefined && suggestion !== undefined) insertSuggestion(session, suggestion, step);
  else session.announce(session.messages.news.holdShift);
};

export const nextMatch: Command = (session) => stepBy(session, 1);

export const previousMatch: Command = (session) => stepBy(session, -1);

/** Replaces the target by the source. */
export const copySource: Command = (session) => {
  const row = editableRow(session);
  if (row === undefined) return;
  session.target?.replace(row.segment.source, {});
  session.announce(session.messages.news.sourceCopied);
};

function offered(session: Session): readonly AnySuggestion[] {
  const row = activeRow(session.state());
  return row === undefined ? [] : numbered(session.state().offers.get(row.segment.id));
}

/** A suggestion may be missing only because the answer is still to come. */
function whyNone(session: Session, otherwise: string): string {
  const row = activeRow(session.state());
  const offer = row && session.state().offers.get(row.segment.id);
  return row !== undefined && isOnItsWay(offer) ? session.messages.news.onTheirWay : otherwise;
}

/**
 * Replaces the target by a whole sentence; puts a fragment, or what is selected of a sentence, at the cursor.
 * @param place its place among all suggestions, 0-based
 */
export function insertSuggestion(session: Session, suggestion: AnySuggestion, place: number): void {
  if (editableRow(session) === undefined) return;
  const { news } = session.messages;
  const { target } = suggestion;
  const part = isFragment(suggestion) ? suggestion.translation : selectedIn(`suggestion ${place}`);
  if (part !== '') session.target?.insert(part);
  else if (!isFragment(suggestion))
    session.target?.replace(target, { origin: originOf(suggestion), inserted: contentText(target) });
  session.dispatch({ type: 'stepped', step: undefined });
  session.target?.view.focus();
  session.announce(part === '' || isFragment(suggestion) ? news.inserted(place + 1) : news.partInserted);
}

function stepBy(session: Session, by: 1 | -1): void {
  const suggestions = offered(session);
  const { step = by === 1 ? -1 : suggestions.length } = session.state();
  const next = Math.max(0, Math.min(step + by, suggestions.length - 1));
  const suggestion = suggestions[next];
  if (suggestion === undefined) {
    session.announce(whyNone(session, session.messages.news.noSuggestions));
  } else {
    session.dispatch({ type: 'stepped', step: next });
    const { news, format } = session.messages;
    const text = isFragment(suggestion) ? suggestion.translation : contentText(suggestion.target);
    const rate = isMatch(suggestion) ? format.percent(suggestion.rate) : news[kindOf(suggestion)];
    session.announce(news.steppedTo(next + 1, suggestions.length, rate, text));
  }
}

function kindOf(suggestion: AnySuggestion): 'file' | 'fragment' | 'machine' | 'related' {
  if (isOfFile(suggestion)) return 'file';
  if (isMachine(suggestion)) return 'machine';
  return isFragment(suggestion) ? 'fragment' : 'related';
}
