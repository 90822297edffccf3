import type { EventData, EventName } from '../../src/contract/events.ts';

/** An event of the server, as a page hears it. */
export type LiveEvent = { readonly [N in EventName]: { readonly name: N; readonly data: EventData<N> } }[EventName];

const ADDRESS = '/api/v1/events';
/** The lock that one page of the browser holds, and the channel on which it tells the others. */
const SHARED = 'calque-events';
/** How long to wait before connecting again where the server refused, in milliseconds. */
const REFUSED_PAUSE = 10_000;
const NAMES: Readonly<Record<EventName, true>> = {
  segment: true,
  comment: true,
  job: true,
  presence: true,
  reset: true,
  closing: true,
};

interface Told {
  readonly event: LiveEvent;
  readonly id: number | undefined;
}

/**
 * Calls `listener` with what happens from now on, until the page is left. All pages of a browser share one connection,
 * for a browser has few to a server: one page listens and tells the others, and when it goes another takes over from there.
 */
export function followEvents(listener: (event: LiveEvent) => void): void {
  let last: number | undefined;
  const channel = new BroadcastChannel(SHARED);
  const hear = ({ event, id }: Told): void => {
    last = id ?? last;
    listener(event);
  };
  channel.addEventListener('message', ({ data }: MessageEvent<Told>) => hear(data));

  const connect = (): void => {
    const source = new EventSource(last === undefined ? ADDRESS : `${ADDRESS}?after=${last}`);
    for (const name of Object.keys(NAMES) as EventName[]) {
      source.addEventListener(name, ({ data, lastEventId }: MessageEvent<string>) => {
        const event = { name, data: JSON.parse(data) } as LiveEvent;
        const told = { event, id: lastEventId === '' ? undefined : Number(lastEventId) };
        channel.postMessage(told);
        hear(told);
      });
    }
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, REFUSED_PAUSE);
    });
  };

  // Without locks, which browsers give to secure addresses alone, each page listens for itself.
  if (navigator.locks === undefined) connect();
  else void navigator.locks.request(SHARED, () => new Promise<never>(connect));
}
