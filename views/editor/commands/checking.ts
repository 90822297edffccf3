import type { CheckFinding } from '../../../memory/checks/run.ts';
import { sayFinding } from '../../messages/say-finding.ts';
import type { Session } from '../session.ts';
import { findingsOf } from '../state/findings.ts';
import { countRows, rowAt } from '../state/rows.ts';
import { activeRow } from '../state/state.ts';
import type { Command } from './command.ts';
import { editableRow } from './writing.ts';

/** So many segments are checked at a time while the next issue is looked for, so that typing goes on meanwhile. */
const CHECKED_AT_A_TIME = 50;

/** Goes to the next thing that the checks find: in the active target behind the cursor, or in a segment further on. */
export const nextIssue: Command = (session) => {
  const row = activeRow(session.state());
  const findings = row === undefined ? [] : findingsIn(session, row.index);
  const { from = 0, empty = true } = session.target?.selection() ?? {};
  const next = row?.asked ? findings.find(({ start }) => start > from || (empty && start === from)) : findings[0];
  if (row !== undefined && next !== undefined) tell(session, row.index, next);
  else void lookFurther(session);
};

/** Goes on behind the active segment and comes round to it at last; ends where a person moves meanwhile. */
async function lookFurther(session: Session): Promise<void> {
  const { rows, active } = session.state();
  const count = countRows(rows);
  for (let step = 1; step <= count; step++) {
    if (step % CHECKED_AT_A_TIME === 0) await new Promise((resolve) => setTimeout(resolve));
    if (session.state().active !== active) return;
    const index = ((active ?? -1) + step) % count;
    const [first] = findingsIn(session, index);
    if (first === undefined) continue;
    session.move(index);
    // The editor of the target opens with the next drawing of the page.
    setTimeout(() => tell(session, index, first));
    return;
  }
  session.announce(session.messages.news.noIssues);
}

/** Makes the change that settles a finding, as one step that can be undone. */
export function applyFix(session: Session, finding: CheckFinding): void {
  const { fix } = finding;
  if (fix === undefined || editableRow(session) === undefined) return;
  session.target?.amend(fix.edits);
  session.target?.view.focus();
  session.announce(session.messages.news.settled(sayFinding(finding, session.messages)));
}

/** Makes the change that is proposed at the cursor; where there is none, the first that is proposed in the active target. */
export const settleIssue: Command = (session) => {
  const row = editableRow(session);
  if (row === undefined) return;
  const fixable = findingsIn(session, row.index).filter(({ fix }) => fix !== undefined);
  const { from = 0 } = session.target?.selection() ?? {};
  const finding = fixable.find(({ start, end }) => start <= from && from <= end) ?? fixable[0];
  if (finding === undefined) session.announce(session.messages.news.nothingToSettle);
  else applyFix(session, finding);
};

/** Selects the place of a finding. */
export function showPlace(session: Session, { start, end }: CheckFinding): void {
  session.target?.select(start, end);
  session.target?.view.focus();
}

function tell(session: Session, index: number, finding: CheckFinding): void {
  session.dispatch({ type: 'findingsAsked', index });
  showPlace(session, finding);
  session.announce(session.messages.news.issue(index + 1, sayFinding(finding, session.messages)));
}

/** By place. */
function findingsIn(session: Session, index: number): readonly CheckFinding[] {
  const state = session.state();
  const row = rowAt(state.rows, index);
  return row === undefined ? [] : findingsOf(row, state).toSorted((a, b) => a.start - b.start);
}
