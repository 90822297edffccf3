import type { Filter } from '../filtering/filter.ts';
import { isOff } from '../filtering/filter.ts';
import { type Facts, passesOf } from '../filtering/passes.ts';
import { shownBy } from '../filtering/shown.ts';
import type { Session } from '../session.ts';
import { findingsOf } from '../state/findings.ts';
import { countRows, rowAt } from '../state/rows.ts';
import type { EditorState } from '../state/state.ts';
import type { Command } from './command.ts';

/** So many segments are checked before the page may draw and listen again. */
const CHECKED_AT_A_TIME = 50;

/** Brings the fields of the filter into view, or puts them away. */
export const filter: Command = (session) => {
  session.dispatch({ type: 'filterToggled', open: !session.state().filterOpen });
};

/** Shows the segments that a filter lets through, and goes to the first of them where the active one is not among them. */
export async function applyFilter(session: Session, filter: Filter): Promise<void> {
  session.dispatch({ type: 'filtered', filter, shown: session.state().shown });
  if (filter.issue !== undefined) await checkAll(session);
  const { rows, active, filter: wanted } = session.state();
  // Another one was set meanwhile.
  if (wanted !== filter) return;
  const { news } = session.messages;
  if (isOff(filter)) {
    session.dispatch({ type: 'filtered', filter, shown: undefined });
    return session.announce(news.filterOff);
  }
  const shown = shownBy(rows, passesOf(filter, factsOf(session.state())), filter.neighbours === true);
  session.dispatch({ type: 'filtered', filter, shown });
  const [first] = shown.hits;
  if (first !== undefined && !shown.hits.has(active ?? -1)) session.move(first);
  session.announce(news.filtered(shown.hits.size));
}

/** What the filter asks of a document beside its rows. */
export function factsOf(state: EditorState): Facts {
  return { repetitions: state.repetitions, findings: (row) => findingsOf(row, state) };
}

/** Makes the checks on every row, a few at a time; what they find is remembered with the row. */
export async function checkAll(session: Session): Promise<void> {
  const { rows } = session.state();
  for (let index = 0; index < countRows(rows); index++) {
    if (index % CHECKED_AT_A_TIME === CHECKED_AT_A_TIME - 1) await new Promise((resolve) => setTimeout(resolve));
    const row = rowAt(session.state().rows, index);
    if (row !== undefined) findingsOf(row, session.state());
  }
}
