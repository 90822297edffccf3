import type { ChangeEvent, EventId, StoredEvent } from '../../model/event.ts';
import type { Actor, Store } from '../store.ts';
import { requireInteger } from './arguments.ts';
import { toInstant, toMilliseconds } from './columns.ts';
import type { Connection } from './connection.ts';
import { insertion } from './insertion.ts';

/** The events of what changes, written in the transactions that change it. */
export interface EventTable {
  add(event: ChangeEvent, actor: Actor): Promise<void>;
}

interface EventRow {
  readonly id: EventId;
  readonly at: number;
  readonly by: string;
  readonly event: string;
}

/** @param kept events that can be asked for again; older ones are forgotten as new ones come */
export function eventTable(connection: Connection, kept: number): EventTable {
  const insert = insertion<[number, string, string]>(connection, 'INSERT INTO events (at, by, event) VALUES (?, ?, ?)');
  const forget = connection.prepare<[number]>('DELETE FROM events WHERE id <= ?');
  return {
    async add(event, { by, at }) {
      const id = await insert(toMilliseconds(at), by, JSON.stringify(event));
      await forget.run(id - kept);
    },
  };
}

export function eventMethods(connection: Connection): Pick<Store, 'eventsSince'> {
  const after = connection.prepare<[number, number], EventRow>('SELECT * FROM events WHERE id > ? ORDER BY id LIMIT ?');
  const ends = connection.prepare<[], { readonly first: number | null; readonly last: number | null }>(
    'SELECT (SELECT min(id) FROM events) AS first, (SELECT max(id) FROM events) AS last',
  );
  return {
    eventsSince: (event, limit) =>
      connection.read(async () => {
        requireInteger(limit, 1, 1000, 'limit');
        const { first, last } = (await ends.get()) ?? { first: null, last: null };
        const from = event ?? last ?? 0;
        return {
          events: (await after.all(from, limit)).map(eventOf),
          last: last ?? 0,
          // A later event than the last is one of another state of the database, before it was restored.
          complete: from <= (last ?? 0) && from >= (first ?? 1) - 1,
        };
      }),
  };
}

function eventOf({ id, at, by, event }: EventRow): StoredEvent {
  return { id, at: toInstant(at), by, ...(JSON.parse(event) as ChangeEvent) };
}
