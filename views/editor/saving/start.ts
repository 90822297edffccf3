import type { ErrorCode } from '../../../memory/model/errors.ts';
import type { SegmentId } from '../../../memory/model/project.ts';
import type { Client } from '../../../src/contract/client.ts';
import type { Session } from '../session.ts';
import { deliverBy } from './deliver.ts';
import type { Outbox } from './outbox.ts';
import { createSaver, type Saver, type SaverEvents } from './saver.ts';

/** What the API says of a target with a text that is longer than is taken. */
const TOO_LONG = /^body\.target\b.* must have at most 20000 characters/;

/** A saver that keeps a session up to date, and sends what waits when the page is left or the connection comes back. */
export function startSaver(
  session: Session,
  tab: string,
  outbox: Outbox,
  call: Client,
  onMemoryChanged: () => void,
): Saver {
  const { news, errors, tellError } = session.messages;
  /** As it is shown; none for a segment of another document, of which an earlier visit left changes. */
  const number = (segmentId: SegmentId): number | undefined => {
    const index = session.state().indexes.get(segmentId);
    return index === undefined ? undefined : index + 1;
  };
  const troubleOf = (trouble: ErrorCode) =>
    trouble === 'not-signed-in' ? news.signedOut : news.inTrouble(errors[trouble]);
  const refusalOf = (code: ErrorCode, detail: string) => {
    if (code === 'not-found') return news.gone;
    return code === 'bad-request' && TOO_LONG.test(detail) ? news.tooLong : tellError(code, detail);
  };
  /** Nobody will visit a document that is gone: what was written for it is shown here. */
  const leave = (segmentId: SegmentId, lost: boolean) => {
    const left = saver.leave(segmentId);
    const text = left.at(-1)?.target ?? [];
    const keys = left.map(({ key }) => key);
    if (lost && text.length > 0) session.dispatch({ type: 'orphaned', orphan: { segmentId, text, keys } });
  };
  const events: SaverEvents = {
    delivered: (change, segment, latest) => {
      session.dispatch({ type: 'delivered', segment, latest });
      if (change.kind !== 'confirm') return;
      session.dispatch({ type: 'memoryChanged' });
      onMemoryChanged();
    },
    conflicted: (segmentId, theirs) => {
      const shown = number(segmentId);
      if (shown === undefined) return void saver.leave(segmentId);
      session.dispatch({ type: 'conflicted', segmentId, theirs });
      session.announce(news.changedElsewhere(shown));
    },
    refused: (segmentId, message, lost) => {
      const shown = number(segmentId);
      if (shown === undefined) return leave(segmentId, lost);
      session.dispatch({ type: 'refused', segmentId, message });
      session.announce(news.notSaved(shown, message));
    },
    confirmationRefused: (segmentId, message) => {
      session.dispatch({ type: 'confirmationRefused', segmentId, message });
      const shown = number(segmentId);
      if (shown !== undefined) session.announce(news.staysDraft(shown, message));
    },
    changed: (delivery) => {
      const before = session.state().delivery;
      session.dispatch({ type: 'deliveryChanged', delivery });
      const { connection, trouble } = delivery;
      if (before.connection === connection && before.trouble === trouble) return;
      const down = trouble === undefined ? news.offline : troubleOf(trouble);
      session.announce(connection === 'down' ? down : news.online);
    },
  };
  const saver = createSaver(
    tab,
    outbox,
    deliverBy(call, () => document.visibilityState === 'hidden', refusalOf),
    events,
  );
  window.addEventListener('online', () => saver.flush());
  // Somebody may have signed in again in another window.
  window.addEventListener('focus', () => session.state().delivery.connection === 'down' && saver.flush());
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
