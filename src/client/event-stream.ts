import { piecesOf } from './text-pieces.ts';

/** An event as it came, before anybody knows what its data is. */
export interface RawEvent {
  readonly name: string;
  readonly data: unknown;
  readonly id?: number;
}

/** The events of an answer in `text/event-stream` (WHATWG HTML, “Server-sent events”), as Calque writes them: data in one line of JSON. */
export async function* eventsIn(response: Response): AsyncGenerator<RawEvent> {
  for await (const block of piecesOf(response, '\n\n')) {
    const fields = new Map(
      block.split('\n').map((line): [string, string] => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')];
      }),
    );
    const name = fields.get('event');
    const id = fields.get('id');
    // A comment, or how long to wait before connecting again.
    if (name === undefined) continue;
    yield { name, data: JSON.parse(fields.get('data') ?? 'null'), ...(id !== undefined && { id: Number(id) }) };
  }
}
