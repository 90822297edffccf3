import type { ChangeEvent, EventId, StoredEvent } from '../../model/event.ts';
import type { Actor, Store } from '../store.ts';
import { requireInteger } from './arguments.ts';
import { toInstant, toMilliseconds } from './columns.ts';
import type { Connection } from './connection.ts';

/** Events that can be asked for again, where nothing else is said; older ones are forgotten as new ones come. */
export const MOST_EVENTS = 10_000;

/** The events of what changes, written in the transactions that change it. */
export interface EventTable {
  add(event: ChangeEvent, actor: Actor): void;
}

interface EventRow {
  readonly id: EventId;
  readonly at: number;
  readonly by: string;
  readonly event: string;
}

/** @param most how many events are kept */
export function eventTable(connection: Connection, most: number): EventTable {
  const insert = connection.prepare<[number, string, string]>('INSERT INTO events (at, by, event) VALUES (?, ?, ?)');
  const forget = connection.prepare<[number]>('DELETE FROM events WHERE id <= ?');
  return {
    add(event, { by, at }) {
      const id = Number(insert.run(toMilliseconds(at), by, JSON.stringify(event)).lastInsertRowid);
      forget.run(id - most);
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
      connection.read(() => {
        requireInteger(limit, 1, 1000, 'limit');
        const { first, last } = ends.get() ?? { first: null, last: null };
        const from = event ?? last ?? 0;
        return {
          events: after.all(from, limit).map(eventOf),
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
