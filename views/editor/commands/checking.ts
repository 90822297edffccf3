import type { CheckFinding } from '../../../memory/checks/run.ts';
import type { Session } from '../session.ts';
import { findingsOf } from '../state/findings.ts';
import { findRow, rowAt } from '../state/rows.ts';
import { activeRow } from '../state/state.ts';
import type { Command } from './command.ts';
import { editableRow } from './writing.ts';

/** Goes to the next thing that the checks find: in the active target behind the cursor, or in a segment further on. */
export const nextIssue: Command = (session) => {
  const { place, rows, active = -1 } = session.state();
  const row = activeRow(session.state());
  const { from = 0, empty = true } = session.target?.selection() ?? {};
  const findings = row === undefined ? [] : byPlace(findingsOf(row, place));
  const asked = row?.asked ?? false;
  const next = asked ? findings.find(({ start }) => start > from || (empty && start === from)) : findings[0];
  if (row !== undefined && next !== undefined) return tell(session, row.index, next);
  const has = (other: typeof row) => other !== undefined && other !== row && findingsOf(other, place).length > 0;
  const index =
    findRow(rows, active + 1, 1, has) ?? findRow(rows, 0, 1, has) ?? (findings.length > 0 ? active : undefined);
  const [first] = index === undefined ? [] : byPlace(findingsIn(session, index));
  if (index === undefined || first === undefined) return session.announce('The checks find nothing in this document.');
  session.move(index);
  // The editor of the target opens with the next drawing of the page.
  setTimeout(() => tell(session, index, first));
};

/** Makes the change that settles a finding, as one step that can be undone. */
export function applyFix(session: Session, { fix, message }: CheckFinding): void {
  if (fix === undefined || editableRow(session) === undefined) return;
  session.target?.amend(fix.edits);
  session.target?.view.focus();
  session.announce(`Settled: ${message}`);
}

/** Selects the place of a finding. */
export function showPlace(session: Session, { start, end }: CheckFinding): void {
  session.target?.select(start, end);
  session.target?.view.focus();
}

function tell(session: Session, index: number, finding: CheckFinding): void {
  session.dispatch({ type: 'findingsAsked', index });
  showPlace(session, finding);
  session.announce(`Segment ${index + 1}: ${finding.message}`);
}

function findingsIn(session: Session, index: number): readonly CheckFinding[] {
  const { rows, place } = session.state();
  const row = rowAt(rows, index);
  return row === undefined ? [] : findingsOf(row, place);
}

function byPlace(findings: readonly CheckFinding[]): readonly CheckFinding[] {
  return findings.toSorted((a, b) => a.start - b.start);
}
