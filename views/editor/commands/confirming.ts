import type { CheckFinding } from '../../../memory/checks/run.ts';
import { findingsOf } from '../state/findings.ts';
import { isDone, isEmpty, isOpen, type Row } from '../state/row.ts';
import { countRows } from '../state/rows.ts';
import { activeRow } from '../state/state.ts';
import type { Command } from './command.ts';
import { moveToNextUnconfirmed } from './moving.ts';

const ASK = 'Confirm once more if it is right as it stands.';

/** Confirms the active target and goes on. Errors hold it back; what the checks warn of is asked about first. */
export const confirm: Command = (session) => {
  const { place } = session.state();
  const row = activeRow(session.state());
  if (row === undefined) return;
  const hindrance = hindranceOf(row);
  if (hindrance !== undefined) return session.announce(hindrance);
  const findings = isDone(row) ? [] : findingsOf(row, place);
  session.dispatch({ type: 'findingsAsked', index: row.index });
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return session.announce(`Not confirmed. ${summary(errors)}`);
  if (findings.length > 0 && row.warning !== ASK) {
    session.dispatch({ type: 'warned', index: row.index, warning: ASK });
    return session.announce(`${summary(findings)} ${ASK}`);
  }
  if (!isDone(row) || row.saving === 'held') session.confirm(row.index);
  moveToNextUnconfirmed(session, `Segment ${row.index + 1} confirmed.`);
};

/** Makes a confirmed segment a draft again. */
export const unconfirm: Command = (session) => {
  const row = activeRow(session.state());
  if (row === undefined) return;
  if (!isDone(row)) return session.announce(`Segment ${row.index + 1} is not confirmed.`);
  session.unconfirm(row.index);
  session.announce(`Segment ${row.index + 1} of ${countRows(session.state().rows)} is a draft again.`);
};

function hindranceOf(row: Row): string | undefined {
  const number = row.index + 1;
  if (!isOpen(row)) return `Segment ${number} is locked.`;
  if (row.theirs !== undefined) return `Segment ${number} was changed elsewhere too: choose a version first.`;
  if (isEmpty(row)) return `Segment ${number} has no translation yet: there is nothing to confirm.`;
  return undefined;
}

/** The first of some findings, and how many there are besides. */
function summary(findings: readonly CheckFinding[]): string {
  const more = findings.length > 1 ? ` And ${findings.length - 1} more.` : '';
  return `${findings[0]?.message ?? ''}${more}`;
}
