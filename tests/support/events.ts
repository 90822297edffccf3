/** One event as it came. */
export interface HeardEvent {
  readonly name: string;
  readonly id?: number;
  readonly data: Record<string, unknown>;
}

export interface EventReader {
  /** The next event, `job` progress included; waits for it. */
  next(): Promise<HeardEvent>;
  /** The next event of that name that `is` what is waited for. */
  until(name: string, is?: (data: HeardEvent['data']) => boolean): Promise<HeardEvent>;
  /** Whether the server has ended the stream, once all it sent was read. */
  ended(): Promise<boolean>;
  leave(): void;
}

/** Listens to the events of a server. @param after as `Last-Event-ID` @param who headers that say who listens */
export async function listen(
  url: string,
  after?: number,
  who: Readonly<Record<string, string>> = {},
): Promise<EventReader> {
  const controller = new AbortController();
  const headers = { ...who, ...(after !== undefined && { 'last-event-id': String(after) }) };
  const response = await fetch(`${url}/api/v1/events`, { headers, signal: controller.signal });
  if (!response.ok || response.body === null) throw new Error(`Events are answered with ${response.status}.`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let waiting = '';

  async function block(): Promise<string | undefined> {
    for (;;) {
      const end = waiting.indexOf('\n\n');
      if (end >= 0) {
        const found = waiting.slice(0, end);
        waiting = waiting.slice(end + 2);
        return found;
      }
      const { done, value } = await reader.read();
      if (done) return undefined;
      waiting += value;
    }
  }

  async function next(): Promise<HeardEvent> {
    for (;;) {
      const found = await block();
      if (found === undefined) throw new Error('The events ended.');
      const event = eventOf(found);
      if (event !== undefined) return event;
    }
  }

  return {
    next,
    async until(name, is = () => true) {
      for (;;) {
        const event = await next();
        if (event.name === name && is(event.data)) return event;
      }
    },
    async ended() {
      for (;;) if ((await block()) === undefined) return true;
    },
    leave: () => controller.abort(),
  };
}

/** The event of a block of lines; none for a comment or a `retry`. */
function eventOf(block: string): HeardEvent | undefined {
  const fields = new Map(
    block.split('\n').map((line): [string, string] => {
      const colon = line.indexOf(': ');
      return [line.slice(0, colon), line.slice(colon + 2)];
    }),
  );
  const name = fields.get('event');
  const id = fields.get('id');
  if (name === undefined) return undefined;
  return { name, ...(id !== undefined && { id: Number(id) }), data: JSON.parse(fields.get('data') ?? '') };
}
