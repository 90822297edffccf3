import type { SegmentId } from '../../../memory/model/project.ts';
import type { Client } from '../../../src/contract/client.ts';
import type { Session } from '../session.ts';
import { deliverBy } from './deliver.ts';
import type { Outbox } from './outbox.ts';
import { createSaver, type Saver, type SaverEvents } from './saver.ts';

/** A saver that keeps a session up to date, and sends what waits when the page is left or the connection comes back. */
export function startSaver(
  session: Session,
  tab: string,
  outbox: Outbox,
  call: Client,
  onMemoryChanged: () => void,
): Saver {
  /** As it is shown; none for a segment of another document, of which an earlier visit left changes. */
  const number = (segmentId: SegmentId): number | undefined => {
    const index = session.state().indexes.get(segmentId);
    return index === undefined ? undefined : index + 1;
  };
  const events: SaverEvents = {
    delivered: (change, segment, latest) => {
      session.dispatch({ type: 'delivered', segment, latest });
      if (change.kind !== 'confirm') return;
      session.dispatch({ type: 'memoryChanged' });
      onMemoryChanged();
    },
    conflicted: (segmentId, theirs) => {
      if (number(segmentId) === undefined) return saver.leave(segmentId);
      session.dispatch({ type: 'conflicted', segmentId, theirs });
      session.announce(`Segment ${number(segmentId)} was changed elsewhere too. Choose which version stays.`);
    },
    refused: (segmentId, message) => {
      if (number(segmentId) === undefined) return saver.leave(segmentId);
      session.dispatch({ type: 'refused', segmentId, message });
      session.announce(`Segment ${number(segmentId)} was not saved: ${message}`);
    },
    confirmationRefused: (segmentId, message) => {
      session.dispatch({ type: 'confirmationRefused', segmentId, message });
      if (number(segmentId) !== undefined) session.announce(`Segment ${number(segmentId)} stays a draft: ${message}`);
    },
    changed: (delivery) => {
      const before = session.state().delivery.connection;
      session.dispatch({ type: 'deliveryChanged', delivery });
      if (before === delivery.connection) return;
      session.announce(delivery.connection === 'down' ? OFFLINE : 'The connection is back.');
    },
  };
  const saver = createSaver(
    tab,
    outbox,
    deliverBy(call, () => document.visibilityState === 'hidden'),
    events,
  );
  window.addEventListener('online', () => saver.flush());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') saver.flush();
  });
  window.addEventListener('pagehide', () => saver.flush());
  window.addEventListener('beforeunload', (event) => {
    const { waiting, durable } = session.state().delivery;
    if (waiting > 0 && !durable) event.preventDefault();
  });
  return saver;
}

const OFFLINE = 'The server cannot be reached. What you write is kept here and sent when it is back.';
