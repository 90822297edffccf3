import { contentText } from '../../../memory/model/inline.ts';
import type { Segment, SegmentId } from '../../../memory/model/project.ts';
import { type Client, createClient, ProblemError } from '../../../src/contract/client.ts';
import { showRecut } from '../opening.ts';
import type { Session } from '../session.ts';
import { sameContent } from '../state/row.ts';
import { rowAt } from '../state/rows.ts';
import { activeRow, rowOfSegment } from '../state/state.ts';
import type { Command } from './command.ts';
import { editableRow } from './writing.ts';

/** How long to wait until what was written is saved, in milliseconds. */
const PATIENCE = 10_000;

/** What is asked of the server: to split a segment at these offsets, or, without them, to join it with the next. */
interface Cut {
  readonly id: SegmentId;
  readonly at?: { readonly source: number; readonly target: number };
}

/** A cut that was made here: how to make it again, and what it made of what. */
interface CutMade {
  readonly cut: Cut;
  readonly before: readonly Segment[];
  readonly after: readonly Segment[];
}

interface Cuts {
  readonly made: CutMade[];
  readonly takenBack: CutMade[];
  /** The one that is under way. */
  running?: Promise<unknown>;
}

/** The cuts of each editor, the last one last. */
const CUTS = new WeakMap<Session, Cuts>();

function cutsOf(session: Session): Cuts {
  const known = CUTS.get(session) ?? { made: [], takenBack: [] };
  CUTS.set(session, known);
  return known;
}

/**
 * Has a command run once the cut that is under way is made: what it would do until then, it would do to segments that
 * are about to be others.
 * @returns whether one is under way
 */
export function runAfterCut(session: Session, command: Command): boolean {
  const { running } = cutsOf(session);
  if (running === undefined) return false;
  void running.then(() => command(session, 0));
  return true;
}

/** Keeps a cut for the one under way until all is done that belongs to it. */
function follow(session: Session, cut: Promise<void>): Promise<void> {
  const cuts = cutsOf(session);
  const running = cut.finally(() => {
    if (cuts.running === running) delete cuts.running;
  });
  cuts.running = running;
  return running;
}

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
  void cutAnew(session, { id: row.segment.id }, said.joined(row.index + 1));
};

/** Splits a segment where the cursors stood, and says so. */
export function splitAt(session: Session, id: SegmentId, at: number, targetAt: number): Promise<void> {
  const number = (activeRow(session.state())?.index ?? 0) + 1;
  return cutAnew(session, { id, at: { source: at, target: targetAt } }, session.messages.segments.split(number));
}

function cutAnew(session: Session, cut: Cut, done: string): Promise<void> {
  const { made, takenBack } = cutsOf(session);
  const cutting = resegment(session, cut, done).then((one) => {
    if (one === undefined) return;
    made.push(one);
    takenBack.length = 0;
  });
  return follow(session, cutting);
}

/**
 * Takes back the last cut, where it made the active segment and nothing was changed since.
 * @returns whether there was one
 */
export function takeCutBack(session: Session): boolean {
  const { made, takenBack } = cutsOf(session);
  const last = made.at(-1);
  if (last === undefined || !isUntouched(session, last.after)) return false;
  made.pop();
  const [first] = last.after;
  const [one] = last.before;
  if (first === undefined || one === undefined) return false;
  const back: Cut = last.cut.at
    ? { id: first.id }
    : { id: first.id, at: { source: contentText(one.source).length, target: contentText(one.target).length } };
  const restoring = resegment(session, back, session.messages.segments.cutTakenBack).then((restored) => {
    if (restored === undefined) return;
    restore(session, last.before, restored.after);
    takenBack.push({ ...last, before: last.before, after: restored.after });
  });
  void follow(session, restoring);
  return true;
}

/** Makes the cut again that was taken back last. @returns whether there was one */
export function cutAgain(session: Session): boolean {
  const { made, takenBack } = cutsOf(session);
  const last = takenBack.at(-1);
  const [first] = last?.after ?? [];
  if (last === undefined || first === undefined || !isActiveAmong(session, last.after)) return false;
  takenBack.pop();
  const said = session.messages.segments;
  const number = (rowOfSegment(session.state(), first.id)?.index ?? 0) + 1;
  const done = last.cut.at ? said.split(number) : said.joined(number);
  const cutting = resegment(session, { ...last.cut, id: first.id }, done).then((again) => {
    if (again !== undefined) made.push({ ...last, after: again.after });
  });
  void follow(session, cutting);
  return true;
}

function isActiveAmong(session: Session, segments: readonly Segment[]): boolean {
  const active = activeRow(session.state())?.segment.id;
  return segments.some(({ id }) => id === active);
}

/** Whether the active segment is one of these and all are still as they are stated. */
function isUntouched(session: Session, segments: readonly Segment[]): boolean {
  const same = segments.every(({ id, target }) => {
    const row = rowOfSegment(session.state(), id);
    return row !== undefined && sameContent(row.target, target);
  });
  return same && isActiveAmong(session, segments);
}

/** Has segments say and be what they were: joining puts a space between two targets, and any cut makes drafts. */
function restore(session: Session, wanted: readonly Segment[], now: readonly Segment[]): void {
  for (const [place, { target, status, origin }] of wanted.entries()) {
    const id = now[place]?.id ?? 0;
    const row = rowOfSegment(session.state(), id);
    if (row === undefined) continue;
    const source = origin === undefined ? {} : { origin };
    if (!sameContent(row.target, target)) session.edit(row.index, target, source);
    if (status === 'confirmed' || status === 'reviewed') session.confirm(row.index);
  }
}

/**
 * Has the server change where segments end, once all is saved, and shows the document as it is then.
 * @returns what it made of what; `undefined` where it did not
 */
async function resegment(session: Session, cut: Cut, done: string): Promise<CutMade | undefined> {
  const { messages } = session;
  const call = createClient();
  const { projectId, documentId } = session.state().place;
  if (!(await isSaved(session))) {
    session.announce(messages.segments.saveFirst);
    return undefined;
  }
  const row = rowOfSegment(session.state(), cut.id);
  const next = row && rowAt(session.state().rows, row.index + 1);
  if (row === undefined) return undefined;
  try {
    await ask(call, cut, row.segment.version, next?.segment.version ?? 0);
    const { items } = await call('listSegments', { params: { id: projectId, documentId } });
    session.announce(done);
    await showRecut(session, items);
    return {
      cut,
      before: cut.at || next === undefined ? [row.segment] : [row.segment, next.segment],
      after: items.slice(row.index, row.index + (cut.at ? 2 : 1)),
    };
  } catch (error) {
    const problem = error instanceof ProblemError ? error.problem : undefined;
    session.announce(problem ? messages.tellError(problem.code, problem.detail) : messages.segments.saveFirst);
    return undefined;
  }
}

function ask(call: Client, { id, at }: Cut, version: number, nextVersion: number): Promise<unknown> {
  const params = { id };
  return at === undefined
    ? call('joinSegments', { params, body: { version, nextVersion } })
    : call('splitSegment', { params, body: { version, at: at.source, targetAt: at.target } });
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
