import { isDone, isEmpty, isOpen, isUneditedFuzzy, type Row } from '../state/row.ts';
import { countRows } from '../state/rows.ts';
import { activeRow } from '../state/state.ts';
import type { Command } from './command.ts';
import { moveToNextUnconfirmed } from './moving.ts';

/** Confirms the active target and goes on. A fuzzy match that nobody has edited is asked about first. */
export const confirm: Command = (session) => {
  const row = activeRow(session.state());
  if (row === undefined) return;
  const hindrance = hindranceOf(row);
  if (hindrance !== undefined) return session.announce(hindrance);
  const warning = warningOf(row);
  if (warning !== undefined && row.warning !== warning) {
    session.dispatch({ type: 'warned', index: row.index, warning });
    return session.announce(warning);
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

function warningOf(row: Row): string | undefined {
  if (isDone(row) || !isUneditedFuzzy(row) || row.source.origin?.kind !== 'match') return undefined;
  const { match, rate } = row.source.origin;
  const what = match === 'related' ? 'a related sentence' : `a ${rate} % match`;
  return `This is ${what}, as it was stored. Confirm once more if it is right as it stands.`;
}
