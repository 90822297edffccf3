import type { ReviewId } from '../../../memory/model/review.ts';
import type { Client } from '../../../src/contract/client.ts';
import { joinTabs } from '../../editor/saving/tabs.ts';
import { keep } from '../commands/writing.ts';
import type { Session } from '../session.ts';
import { type Outbox, openOutbox, passingOutbox } from './outbox.ts';
import { createSaver, type Saver, type SaverEvents } from './saver.ts';

/** What pages of one browser tell each other: that a review has changed. */
const CHANNEL = 'calque-reviews';

interface Started {
  readonly saver: Saver;
  /** Opens the review, with what earlier pages left unsent on this device. */
  open(): Promise<void>;
}

/** A saver that keeps a session up to date, and tries again when the connection comes back. */
export function startSaver(id: ReviewId, session: Session, call: Client): Started {
  const tabs = joinTabs(Date.now(), Math.random(), navigator.locks);
  const channel = new BroadcastChannel(CHANNEL);
  const outbox = openOutbox();
  const { messages } = session;

  const events: SaverEvents = {
    arrived: (review) => {
      session.dispatch({ type: 'arrived', review });
      if (review.lost.length > 0) session.announce(messages.news.changedElsewhere);
    },
    destinationChanged: (destination, fields) => session.dispatch({ type: 'destinationChanged', destination, fields }),
    faultFound: (field, text, { code, detail }) =>
      session.dispatch({ type: 'faultFound', field, fault: { text, message: messages.tellError(code, detail) } }),
    changed: (delivery) => {
      const before = session.open()?.delivery.connection;
      session.dispatch({ type: 'deliveryChanged', delivery });
      if (delivery.connection === 'down' && before === 'up') session.announce(messages.delivery.offline);
    },
    finished: (finished, { stored }) => {
      session.dispatch({ type: 'finished', finished, stored });
      session.announce(messages.finish.done(finished.added, finished.changed));
    },
    failed: (problem) => {
      const message = problem === undefined ? messages.unreachable : messages.tellError(problem.code, problem.detail);
      const open = session.open();
      if (open === undefined || problem?.code === 'not-found') session.dispatch({ type: 'openFailed', message });
      else session.announce(message);
    },
    saved: () => channel.postMessage(id),
  };

  const saver = createSaver(
    id,
    tabs.own,
    laterOutbox(outbox),
    call,
    () => document.visibilityState === 'hidden',
    events,
  );
  channel.addEventListener('message', ({ data }) => {
    if (data === id && session.open()?.editing === false) void saver.refresh();
  });
  window.addEventListener('online', () => saver.flush());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') {
      keep(session);
      saver.flush();
    } else if (session.open()?.editing === false) void saver.refresh();
  });
  window.addEventListener('beforeunload', (event) => {
    const delivery = session.open()?.delivery;
    if (delivery !== undefined && delivery.waiting > 0 && !delivery.durable) event.preventDefault();
  });

  return {
    saver,
    async open() {
      const kept = (await (await outbox).all()).filter(({ reviewId }) => reviewId === id);
      const gone = await tabs.gone(new Set(kept.map(({ tab }) => tab)));
      await saver.open(kept.filter(({ tab }) => gone.has(tab)));
    },
  };
}

/** An outbox that is still being opened. */
function laterOutbox(opening: Promise<Outbox>): Outbox {
  const ready = opening.catch(passingOutbox);
  return {
    durable: true,
    all: async () => (await ready).all(),
    put: async (waiting) => (await ready).put(waiting),
    remove: async (tab) => (await ready).remove(tab),
  };
}
