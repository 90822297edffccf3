import type { SegmentId } from '../../../memory/model/project.ts';
import type { Client } from '../../../src/contract/client.ts';
import type { EventData } from '../../../src/contract/events.ts';
import { followEvents } from '../../live/events.ts';
import type { Session } from '../session.ts';
import { activeRow, rowOfSegment } from '../state/state.ts';

/** How long to gather changes before they are read, in milliseconds. */
const PAUSE = 150;
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
  let others: ReadonlySet<SegmentId> = new Set();
  let said: SegmentId | undefined;

  const readSoon = (): void => {
    if (reading !== undefined) return;
    reading = setTimeout(() => {
      reading = undefined;
      void read().catch(() => {});
    }, PAUSE);
  };

  async function read(): Promise<void> {
    const ids = [...changed];
    const whole = all || ids.length > MOST_SINGLE;
    changed.clear();
    all = false;
    const segments = whole
      ? (await call('listSegments', { params: { id: projectId, documentId } })).items
      : await Promise.all(ids.map((id) => call('getSegment', { params: { id } })));
    for (const segment of segments) session.accept(segment);
  }

  function mark({ places }: EventData<'presence'>): void {
    const now = new Set(places.filter(({ client }) => client !== own).map(({ segmentId }) => segmentId));
    const left = [...others].filter((id) => !now.has(id));
    const entered = [...now].filter((id) => !others.has(id));
    others = now;
    if (left.length + entered.length > 0) session.dispatch({ type: 'othersMoved', left, entered });
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
      all = true;
      readSoon();
    }
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
