import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Logger } from 'pino';
import { CalqueError } from '../../../memory/model/errors.ts';
import type { EventId, StoredEvent } from '../../../memory/model/event.ts';
import type { ProjectDocumentId } from '../../../memory/model/project.ts';
import type { EventWatch } from '../../../memory/store/event-signals.ts';
import type { Store } from '../../../memory/store/store.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import type { Presence } from '../../contract/events.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import { maySeeJob } from '../../services/access.ts';
import type { Caller } from '../../services/caller.ts';
import type { Clock } from '../../services/clock.ts';
import { createAudience } from './audience.ts';
import { eventText, GREETING, HEARTBEAT } from './format.ts';
import { createPlaces } from './places.ts';

/** Tells those who listen what changes: in this process, in others on the same database, and who is where. */
export interface EventHub {
  /**
   * A stream of events that goes on until the listener leaves or is kept out, or the hub closes.
   * @param caller hears of what they may look into
   * @param after the last event that was heard; only what comes from now on when absent
   * @throws CalqueError `too-many-requests` where too many listen
   */
  open(caller: Caller, after: EventId | undefined): Promise<Readable>;
  /** Somebody is on a segment, or leaves. */
  present(presence: Presence, by: string): void;
  /** How many listen. */
  readonly listeners: number;
  /** Tells all that the server stops, and ends their streams. */
  close(): void;
}

export interface HubParts {
  readonly store: Store;
  readonly accounts: Accounts;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'error'>;
}

/**
 * All in milliseconds. The database is looked at only while somebody listens: when it tells of something new, or, as long
 * as it cannot, every so often; at every beat also who still may.
 */
const LOOK_EVERY = 250;
const BEAT_EVERY = 15_000;
const MOST_LISTENERS = 1_000;
/** Characters that may wait for one who does not read; then the stream ends, and is taken up again from there. */
const MOST_WAITING = 4_000_000;
const BATCH = 1_000;

interface Listener {
  readonly stream: Readable;
  caller: Caller;
  /** The last event it was sent. */
  seen: EventId;
}

export function createEventHub({ store, accounts, jobs, clock, logger }: HubParts): EventHub {
  const audience = createAudience(store, accounts);
  const listeners = new Set<Listener>();
  const places = createPlaces();
  let cursor: EventId = 0;
  let looking = false;
  /** Whether word came while the database was being looked at. */
  let again = false;
  let watch: EventWatch | undefined;
  let closed = false;
  let joining = 0;
  let timers: readonly NodeJS.Timeout[] = [];

  function write({ stream }: Listener, text: string): void {
    if (!stream.destroyed && !stream.push(text) && stream.readableLength > MOST_WAITING) stream.destroy();
  }

  function tellAll(text: string): void {
    for (const listener of listeners) write(listener, text);
  }

  async function tellPlaces(documentId: ProjectDocumentId): Promise<void> {
    const may = await audience.of({ documentId });
    const text = eventText('presence', places.of(documentId));
    for (const listener of listeners) if (may(listener.caller)) write(listener, text);
  }

  /** An event as it is sent, and who may hear it; nobody hears of a job that is forgotten meanwhile. */
  async function tellable(event: StoredEvent): Promise<{ text: string; may: (caller: Caller) => boolean }> {
    const { id, at, by } = event;
    if (event.kind === 'segment') {
      const { documentId, segmentId, version, status } = event;
      const text = eventText('segment', { documentId, segmentId, version, status, by, at }, id);
      return { text, may: await audience.of({ documentId }) };
    }
    if (event.kind === 'comment') {
      const { documentId, segmentId } = event;
      const text = eventText('comment', { documentId, segmentId, by, at }, id);
      return { text, may: await audience.of({ documentId }) };
    }
    const job = await jobs.get(event.jobId).catch(() => undefined);
    if (job === undefined) return { text: '', may: () => false };
    return { text: eventText('job', job, id), may: await audience.of({ job }) };
  }

  async function look(): Promise<void> {
    again = true;
    if (looking) return;
    looking = true;
    try {
      while (again) await tellNext();
    } catch (error) {
      logger.error({ err: error }, 'events could not be read');
    } finally {
      looking = false;
    }
  }

  /** Tells of what has come since the last event that was told of, up to a batch of it. */
  async function tellNext(): Promise<void> {
    again = false;
    const { events, last, complete } = await store.eventsSince(cursor, BATCH);
    if (!complete) tellAll(eventText('reset', {}, last));
    cursor = complete ? cursor : last;
    for (const event of complete ? events : []) {
      const { text, may } = await tellable(event);
      for (const listener of listeners) {
        if (listener.seen >= event.id) continue;
        listener.seen = event.id;
        if (may(listener.caller)) write(listener, text);
      }
      cursor = event.id;
    }
    again ||= events.length === BATCH;
  }

  /** Sends what was missed, until the listener knows as much as all the others. */
  async function catchUp(listener: Listener): Promise<void> {
    for (;;) {
      const { events, last, complete } = await store.eventsSince(listener.seen, BATCH);
      if (!complete) {
        write(listener, eventText('reset', {}, last));
        listener.seen = last;
      }
      for (const event of complete ? events : []) {
        const { text, may } = await tellable(event);
        if (event.id <= listener.seen) continue;
        if (may(listener.caller)) write(listener, text);
        listener.seen = event.id;
      }
      if (events.length === 0 || !complete) return;
    }
  }

  /** Lets those go who may no longer listen, and hold to what the others may now. */
  async function renew(): Promise<void> {
    for (const listener of listeners) {
      // Each asks the database a few things: all of them in one turn of the event loop would hold it up.
      await nextTurn();
      try {
        const caller = await audience.renewed(listener.caller, clock());
        if (caller === undefined) listener.stream.push(null);
        else listener.caller = caller;
      } catch (error) {
        logger.error({ err: error }, 'a listener could not be looked up');
      }
    }
  }

  function begin(): void {
    const watching = store.watchEvents(() => void look());
    watch = watching;
    timers = [
      setInterval(() => {
        if (!watching.told) void look();
      }, LOOK_EVERY),
      setInterval(() => {
        tellAll(HEARTBEAT);
        // Word may be lost on its way without anyone knowing.
        void look();
        for (const documentId of places.expire(clock())) void tellPlaces(documentId);
        void renew();
      }, BEAT_EVERY),
    ];
    for (const timer of timers) timer.unref();
  }

  function leave(listener: Listener): void {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    for (const timer of timers) clearInterval(timer);
    timers = [];
    watch?.end();
  }

  // Progress is not kept: whoever missed it reads the job.
  jobs.watch((job) => {
    if (job.state !== 'running') return;
    for (const listener of listeners) if (maySeeJob(listener.caller, job)) write(listener, eventText('job', job));
  });

  return {
    async open(caller, after) {
      if (closed || listeners.size + joining >= MOST_LISTENERS) {
        throw new CalqueError('too-many-requests', 'Too many listen to the events already; try again later.');
      }
      joining++;
      try {
        const listener: Listener = { stream: new Readable({ read() {} }), caller, seen: 0 };
        write(listener, GREETING);
        listener.seen = after ?? (await store.eventsSince(undefined, 1)).last;
        await catchUp(listener);
        for (const documentId of places.documents()) {
          const may = await audience.of({ documentId });
          if (may(caller)) write(listener, eventText('presence', places.of(documentId)));
        }
        if (listeners.size === 0) {
          cursor = listener.seen;
          begin();
        }
        listeners.add(listener);
        if (listener.seen < cursor) await catchUp(listener);
        listener.stream.once('close', () => leave(listener));
        return listener.stream;
      } finally {
        joining--;
      }
    },
    present(presence, by) {
      for (const documentId of places.put(presence, by, clock())) void tellPlaces(documentId);
    },
    get listeners() {
      return listeners.size;
    },
    close() {
      closed = true;
      tellAll(eventText('closing', {}));
      for (const { stream } of listeners) stream.push(null);
      watch?.end();
    },
  };
}
