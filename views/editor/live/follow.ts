import type { Segment, SegmentId } from '../../../memory/model/project.ts';
import type { Client } from '../../../src/contract/client.ts';
import type { EventData } from '../../../src/contract/events.ts';
import { followEvents } from '../../live/events.ts';
import { readComments, showRecut } from '../opening.ts';
import type { Session } from '../session.ts';
import { sameContent } from '../state/row.ts';
import { countRows } from '../state/rows.ts';
import { activeRow, rowOfSegment } from '../state/state.ts';

/** How long to gather changes before they are read, in milliseconds. */
const PAUSE = 150;
/** How long to wait until what was typed is saved, before segments may change their places, in milliseconds. */
const UNSAVED_PAUSE = 2_000;
/** More changes than this are read with the whole document. */
const MOST_SINGLE = 10;
/** How often this page says where it is, in milliseconds. */
const SAY_EVERY = 20_000;

/**
 * Keeps the open document as it is on the server: what is changed elsewhere is shown at once, unless something of the
 * same segment waits here, and segments that others are on are marked.
 * @param own this page, among all
 * @returns to be called when the active segment has changed
 */
export function followDocument(session: Session, call: Client, own: string): () => void {
  const { projectId, documentId } = session.state().place;
  const changed = new Set<SegmentId>();
  let reading: ReturnType<typeof setTimeout> | undefined;
  let all = false;
  let others: ReadonlyMap<SegmentId, string> = new Map();
  let said: SegmentId | undefined;

  const readSoon = (pause = PAUSE): void => {
    if (reading !== undefined) return;
    reading = setTimeout(() => {
      reading = undefined;
      void read().catch(() => {});
    }, pause);
  };

  const readAgain = (pause: number): void => {
    all = true;
    readSoon(pause);
  };

  async function read(): Promise<void> {
    const ids = [...changed];
    const few = !all && ids.length <= MOST_SINGLE;
    changed.clear();
    all = false;
    // One that cannot be read may have been joined with another.
    const found = few
      ? await Promise.all(ids.map((id) => call('getSegment', { params: { id } }))).catch(() => undefined)
      : undefined;
    const whole = found === undefined;
    const segments = found ?? (await call('listSegments', { params: { id: projectId, documentId } })).items;
    if (!isRecut(session, segments, whole)) for (const segment of segments) session.accept(segment);
    else if (whole && session.state().delivery.waiting === 0) await showRecut(session, segments);
    else readAgain(whole ? UNSAVED_PAUSE : PAUSE);
  }

  function mark({ places }: EventData<'presence'>): void {
    const { person } = session.state().place;
    const elsewhere = places.filter(({ client }) => client !== own);
    const now = new Map(elsewhere.map(({ segmentId, by }) => [segmentId, by === person ? '' : by]));
    const left = [...others.keys()].filter((id) => !now.has(id));
    const entered = [...now].filter(([id, by]) => others.get(id) !== by);
    others = now;
    if (left.length + entered.length > 0) session.dispatch({ type: 'othersMoved', left, entered });
    const here = activeRow(session.state())?.segment.id;
    const by = entered.find(([id]) => id === here)?.[1];
    if (by) session.announce(`${session.messages.segments.elsewhere(by)}.`);
  }

  function say(segmentId: SegmentId | undefined, keepalive = false): void {
    said = segmentId;
    const body = { client: own, documentId, ...(segmentId !== undefined && { segmentId }) };
    void call('announcePresence', { body }, { keepalive }).catch(() => {});
  }

  const sayWhere = (): void => {
    const visible = document.visibilityState === 'visible';
    const here = visible ? activeRow(session.state())?.segment.id : undefined;
    if (here !== undefined || said !== undefined) say(here);
  };

  followEvents((event) => {
    if (event.name === 'presence' && event.data.documentId === documentId) mark(event.data);
    if (event.name === 'reset') {
      readAgain(PAUSE);
      void readComments(session, call);
    }
    if (event.name === 'comment' && event.data.documentId === documentId) void readComments(session, call);
    if (event.name !== 'segment' || event.data.documentId !== documentId) return;
    const row = rowOfSegment(session.state(), event.data.segmentId);
    if (row !== undefined && event.data.version <= row.segment.version) return;
    changed.add(event.data.segmentId);
    readSoon();
  });
  setInterval(sayWhere, SAY_EVERY);
  document.addEventListener('visibilitychange', sayWhere);
  window.addEventListener('pagehide', () => say(undefined, true));
  return sayWhere;
}

/** Whether segments were split or joined elsewhere. @param whole these are all that the document has */
function isRecut(session: Session, segments: readonly Segment[], whole: boolean): boolean {
  const rows = segments.map(({ id }) => rowOfSegment(session.state(), id));
  const recut = rows.some(
    (row, place) => row === undefined || !sameContent(row.segment.source, segments[place]?.source ?? []),
  );
  return recut || (whole && segments.length !== countRows(session.state().rows));
}
