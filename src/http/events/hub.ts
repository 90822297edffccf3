import { Readable } from 'node:stream';
import type { Logger } from 'pino';
import { CalqueError } from '../../../memory/model/errors.ts';
import type { EventId, StoredEvent } from '../../../memory/model/event.ts';
import type { ProjectDocumentId } from '../../../memory/model/project.ts';
import type { Store } from '../../../memory/store/store.ts';
import type { Presence } from '../../contract/events.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import type { Clock } from '../../services/clock.ts';
import { eventText, GREETING, HEARTBEAT } from './format.ts';
import { createPlaces } from './places.ts';

/** Tells those who listen what changes: in this process, in others on the same database, and who is where. */
export interface EventHub {
  /**
   * A stream of events that goes on until the listener leaves or the hub closes.
   * @param after the last event that was heard; only what comes from now on when absent
   * @throws CalqueError `too-many-requests` where too many listen
   */
  open(after: EventId | undefined): Promise<Readable>;
  /** Somebody is on a segment, or leaves. */
  present(presence: Presence, by: string): void;
  /** How many listen. */
  readonly listeners: number;
  /** Tells all that the server stops, and ends their streams. */
  close(): void;
}

export interface HubParts {
  readonly store: Store;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'error'>;
}

/** All in milliseconds. The database is looked at only while somebody listens. */
const LOOK_EVERY = 250;
const BEAT_EVERY = 15_000;
const MOST_LISTENERS = 1_000;
/** Characters that may wait for one who does not read; then the stream ends, and is taken up again from there. */
const MOST_WAITING = 4_000_000;
const BATCH = 1_000;

interface Listener {
  readonly stream: Readable;
  /** The last event it was sent. */
  seen: EventId;
}

export function createEventHub({ store, jobs, clock, logger }: HubParts): EventHub {
  const listeners = new Set<Listener>();
  const places = createPlaces();
  let cursor: EventId = 0;
  let looking = false;
  let closed = false;
  let joining = 0;
  let timers: readonly NodeJS.Timeout[] = [];

  function write({ stream }: Listener, text: string): void {
    if (!stream.destroyed && !stream.push(text) && stream.readableLength > MOST_WAITING) stream.destroy();
  }

  function tellAll(text: string): void {
    for (const listener of listeners) write(listener, text);
  }

  const tellPlaces = (documentId: ProjectDocumentId) => tellAll(eventText('presence', places.of(documentId)));

  /** An event as it is sent; nothing for a job that is forgotten meanwhile. */
  async function textOf(event: StoredEvent): Promise<string> {
    const { id, at, by } = event;
    if (event.kind === 'segment') {
      const { documentId, segmentId, version, status } = event;
      return eventText('segment', { documentId, segmentId, version, status, by, at }, id);
    }
    if (event.kind === 'comment') {
      return eventText('comment', { documentId: event.documentId, segmentId: event.segmentId, by, at }, id);
    }
    const job = await jobs.get(event.jobId).catch(() => undefined);
    return job === undefined ? '' : eventText('job', job, id);
  }

  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    try {
      const { events, last, complete } = await store.eventsSince(cursor, BATCH);
      if (!complete) tellAll(eventText('reset', {}, last));
      cursor = complete ? cursor : last;
      for (const event of complete ? events : []) {
        const text = await textOf(event);
        for (const listener of listeners) {
          if (listener.seen >= event.id) continue;
          listener.seen = event.id;
          if (text !== '') write(listener, text);
        }
        cursor = event.id;
      }
    } catch (error) {
      logger.error({ err: error }, 'events could not be read');
    } finally {
      looking = false;
    }
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
        const text = await textOf(event);
        if (event.id <= listener.seen) continue;
        if (text !== '') write(listener, text);
        listener.seen = event.id;
      }
      if (events.length === 0 || !complete) return;
    }
  }

  function begin(): void {
    timers = [
      setInterval(() => void look(), LOOK_EVERY),
      setInterval(() => {
        tellAll(HEARTBEAT);
        for (const documentId of places.expire(clock())) tellPlaces(documentId);
      }, BEAT_EVERY),
    ];
    for (const timer of timers) timer.unref();
  }

  function leave(listener: Listener): void {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    for (const timer of timers) clearInterval(timer);
    timers = [];
  }

  // Progress is not kept: whoever missed it reads the job.
  jobs.watch((job) => {
    if (job.state === 'running' && listeners.size > 0) tellAll(eventText('job', job));
  });

  return {
    async open(after) {
      if (closed || listeners.size + joining >= MOST_LISTENERS) {
        throw new CalqueError('too-many-requests', 'Too many listen to the events already; try again later.');
      }
      joining++;
      try {
        const listener: Listener = { stream: new Readable({ read() {} }), seen: 0 };
        write(listener, GREETING);
        listener.seen = after ?? (await store.eventsSince(undefined, 1)).last;
        await catchUp(listener);
        for (const documentId of places.documents()) write(listener, eventText('presence', places.of(documentId)));
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
      for (const documentId of places.put(presence, by, clock())) tellPlaces(documentId);
    },
    get listeners() {
      return listeners.size;
    },
    close() {
      closed = true;
      tellAll(eventText('closing', {}));
      for (const { stream } of listeners) stream.push(null);
    },
  };
}
