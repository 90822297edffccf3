import type { CheckFinding } from '../../../memory/checks/run.ts';
import type { EditorMessages } from '../../messages/editor.ts';
import { sayFinding } from '../../messages/say-finding.ts';
import { findingsOf } from '../state/findings.ts';
import { isDone, isEmpty, isOpen, type Row } from '../state/row.ts';
import { countRows } from '../state/rows.ts';
import { activeRow } from '../state/state.ts';
import type { Command } from './command.ts';
import { moveToNextUnconfirmed } from './moving.ts';
import { propagate } from './propagating.ts';

/** Confirms the active target and goes on. Errors hold it back; what the checks warn of is asked about first. */
export const confirm: Command = (session) => {
  const { messages } = session;
  const { news } = messages;
  const row = activeRow(session.state());
  if (row === undefined) return;
  const hindrance = hindranceOf(row, news);
  if (hindrance !== undefined) return session.announce(hindrance);
  const findings = isDone(row) ? [] : findingsOf(row, session.state());
  session.dispatch({ type: 'findingsAsked', index: row.index });
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return session.announce(news.notConfirmed(summary(errors, messages)));
  if (findings.length > 0 && row.warning !== news.askAgain) {
    session.dispatch({ type: 'warned', index: row.index, warning: news.askAgain });
    return session.announce(`${summary(findings, messages)} ${news.askAgain}`);
  }
  if (!isDone(row) || row.saving === 'held') session.confirm(row.index);
  const filled = propagate(session, row.index);
  const told = filled === 0 ? news.confirmed(row.index + 1) : news.confirmedAndFilled(row.index + 1, filled);
  moveToNextUnconfirmed(session, told);
};

/** Makes a confirmed segment a draft again. */
export const unconfirm: Command = (session) => {
  const row = activeRow(session.state());
  if (row === undefined) return;
  const { news } = session.messages;
  if (!isDone(row)) return session.announce(news.notYetConfirmed(row.index + 1));
  session.unconfirm(row.index);
  session.announce(news.draftAgain(row.index + 1, countRows(session.state().rows)));
};

function hindranceOf(row: Row, news: EditorMessages['news']): string | undefined {
  const number = row.index + 1;
  if (!isOpen(row)) return news.locked(number);
  if (row.theirs !== undefined) return news.chooseFirst(number);
  if (isEmpty(row)) return news.empty(number);
  return undefined;
}

/** The first of some findings, and how many there are besides. */
function summary([first, ...more]: readonly CheckFinding[], messages: EditorMessages): string {
  if (first === undefined) return '';
  const said = sayFinding(first, messages);
  return more.length === 0 ? said : `${said} ${messages.news.andMore(more.length)}`;
}
