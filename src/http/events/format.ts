import type { EventData, EventName } from '../../contract/events.ts';

/**
 * One event as it travels (WHATWG HTML, “Server-sent events”).
 * @param id absent for what is not kept, and so cannot be asked for again
 */
export function eventText<N extends EventName>(name: N, data: EventData<N>, id?: number): string {
  const head = id === undefined ? '' : `id: ${id}\n`;
  return `${head}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** A comment: says that the connection lives, and has what is dead noticed. */
export const HEARTBEAT = ': \n\n';

/** How long a browser waits before it connects again, in milliseconds. */
export const GREETING = 'retry: 2000\n\n';
