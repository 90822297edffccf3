import type { SegmentId } from '../../../memory/model/project.ts';
import type { Session } from '../session.ts';
import { shownFindings } from '../state/findings.ts';
import type { Issues } from '../state/issues.ts';
import type { Row } from '../state/row.ts';
import { type Rows, rowAt } from '../state/rows.ts';
import type { EditorState } from '../state/state.ts';

/** How long the rows must be left alone before they are looked at, in milliseconds. */
const PAUSE = 300;
/** How long may be checked before the page may draw and listen again, in milliseconds. */
const AT_ONCE = 5;
/** What so many segments come to is shown at a time. */
const SHOWN_AT_ONCE = 500;

/**
 * Keeps count of what the checks find in every segment but the one that is written in, which shows it in full: for the
 * marks in the list. Only what has changed is checked again, and what says the same in the source with it.
 */
export function startIssueCount(session: Session): void {
  let counted: Rows = [];
  /** The row that was left out, being written in. */
  let left: number | undefined;
  let planned: ReturnType<typeof setTimeout> | undefined;
  let counting = false;

  const plan = (): void => {
    const { rows, active } = session.state();
    if (counting || (rows === counted && active === left)) return;
    clearTimeout(planned);
    planned = setTimeout(() => void count(), PAUSE);
  };

  async function count(): Promise<void> {
    counting = true;
    const { rows, active } = session.state();
    const changed = changedRows(rows, counted, left, session);
    [counted, left] = [rows, active];
    let found = new Map<SegmentId, Issues | undefined>();
    let since = performance.now();
    for (const index of changed) {
      const row = rowAt(session.state().rows, index);
      if (row === undefined || index === active) continue;
      found.set(row.segment.id, issuesOf(row, session.state()));
      if (found.size === SHOWN_AT_ONCE) {
        session.dispatch({ type: 'issuesCounted', found });
        found = new Map();
      }
      if (performance.now() - since < AT_ONCE) continue;
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
    }
    counting = false;
    session.dispatch({ type: 'issuesCounted', found });
    plan();
  }

  session.subscribe(plan);
  plan();
}

/** The places of the rows that are others than they were, or were left out, and of what says the same in the source. */
function changedRows(
  rows: Rows,
  before: Rows,
  left: number | undefined,
  { state }: Pick<Session, 'state'>,
): ReadonlySet<number> {
  const { repetitions } = state();
  const changed = new Set<number>(left === undefined ? [] : [left]);
  const add = ({ index }: Row) => {
    changed.add(index);
    for (const other of repetitions.get(index) ?? []) changed.add(other);
  };
  for (const [number, block] of rows.entries()) {
    const old = before[number];
    if (block === old) continue;
    for (const [place, row] of block.entries()) if (row !== old?.[place]) add(row);
  }
  return changed;
}

/** What the list says of a row: as much as would be shown in it. */
function issuesOf(row: Row, state: EditorState): Issues | undefined {
  const findings = shownFindings(row, state);
  if (findings.length === 0) return undefined;
  const severe = findings.some(({ severity }) => severity === 'error');
  return { count: findings.length, severity: severe ? 'error' : 'warning' };
}
