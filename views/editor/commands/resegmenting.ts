import type { SegmentId } from '../../../memory/model/project.ts';
import { type Client, createClient, ProblemError } from '../../../src/contract/client.ts';
import { showRecut } from '../opening.ts';
import type { Session } from '../session.ts';
import { rowAt } from '../state/rows.ts';
import { activeRow } from '../state/state.ts';
import type { Command } from './command.ts';
import { editableRow } from './writing.ts';

/** How long to wait until what was written is saved, in milliseconds. */
const PATIENCE = 10_000;

/** Asks where the active segment is to be split. */
export const splitSegment: Command = (session) => {
  if (editableRow(session) === undefined) return;
  session.dispatch({ type: 'dialogChanged', dialog: 'split' });
};

/** Joins the active segment with the next of its paragraph. */
export const joinSegments: Command = (session) => {
  const row = editableRow(session);
  if (row === undefined) return;
  const next = rowAt(session.state().rows, row.index + 1);
  const said = session.messages.segments;
  if (next === undefined || next.segment.paragraph !== row.segment.paragraph) return session.announce(said.noNext);
  void resegment(session, row.segment.id, said.joined(row.index + 1), (call, version) => {
    const nextVersion = rowAt(session.state().rows, row.index + 1)?.segment.version ?? 0;
    return call('joinSegments', { params: { id: row.segment.id }, body: { version, nextVersion } });
  });
};

/** Splits a segment where the cursors stood, and says so. */
export function splitAt(session: Session, id: SegmentId, at: number, targetAt: number): Promise<void> {
  const number = (activeRow(session.state())?.index ?? 0) + 1;
  return resegment(session, id, session.messages.segments.split(number), (call, version) =>
    call('splitSegment', { params: { id }, body: { version, at, targetAt } }),
  );
}

/** Has the server change where segments end, once all is saved, and shows the document as it is then. */
async function resegment(
  session: Session,
  id: SegmentId,
  done: string,
  change: (call: Client, version: number) => Promise<unknown>,
): Promise<void> {
  const { messages } = session;
  const call = createClient();
  const { projectId, documentId } = session.state().place;
  if (!(await isSaved(session))) return session.announce(messages.segments.saveFirst);
  try {
    const version = rowAt(session.state().rows, session.state().indexes.get(id) ?? -1)?.segment.version ?? 0;
    await change(call, version);
    const { items } = await call('listSegments', { params: { id: projectId, documentId } });
    session.announce(done);
    await showRecut(session, items);
  } catch (error) {
    const problem = error instanceof ProblemError ? error.problem : undefined;
    session.announce(problem ? messages.tellError(problem.code, problem.detail) : messages.segments.saveFirst);
  }
}

/** Sends what waits, and waits until the server has it. */
function isSaved(session: Session): Promise<boolean> {
  session.flush();
  const saved = () => session.state().delivery.waiting === 0;
  if (saved()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const end = (answer: boolean) => {
      clearTimeout(timer);
      stop();
      resolve(answer);
    };
    const timer = setTimeout(() => end(false), PATIENCE);
    const stop = session.subscribe(() => saved() && end(true));
  });
}
