import type { Store } from '../store.ts';
import { toMilliseconds } from './columns.ts';
import type { Connection } from './connection.ts';

/** How long an answer is kept, and how long a request may take before it counts as broken off, in milliseconds. */
const KEPT = 24 * 3600 * 1000;
const LONGEST_RUN = 10 * 60 * 1000;

interface KeyRow {
  readonly fingerprint: string;
  readonly answer: string | null;
}

export function requestKeyMethods(connection: Connection): Pick<Store, 'claimRequest' | 'answerRequest'> {
  // One that was begun in a time to come was begun before the clock was set back.
  const forget = connection.prepare<[number, number, number]>(
    'DELETE FROM request_keys WHERE at <= ? OR (answer IS NULL AND (at <= ? OR at > ?))',
  );
  const find = connection.prepare<[string, string], KeyRow>(
    'SELECT fingerprint, answer FROM request_keys WHERE by = ? AND key = ?',
  );
  const insert = connection.prepare<[string, string, string, number]>(
    'INSERT INTO request_keys (by, key, fingerprint, at) VALUES (?, ?, ?, ?)',
  );
  const keep = connection.prepare<[string, string, string]>(
    'UPDATE request_keys SET answer = ? WHERE by = ? AND key = ?',
  );
  const remove = connection.prepare<[string, string]>('DELETE FROM request_keys WHERE by = ? AND key = ?');

  return {
    claimRequest: ({ by, key, fingerprint }, at) =>
      connection.write(async () => {
        const now = toMilliseconds(at);
        await forget.run(now - KEPT, now - LONGEST_RUN, now + LONGEST_RUN);
        const known = await find.get(by, key);
        if (known === undefined) {
          await insert.run(by, key, fingerprint, now);
          return { state: 'new' };
        }
        if (known.fingerprint !== fingerprint) return { state: 'other' };
        return known.answer === null
          ? { state: 'running' }
          : { state: 'answered', answer: JSON.parse(known.answer) as unknown };
      }),

    answerRequest: ({ by, key }, answer) =>
      connection.write(async () => {
        if (answer === undefined) await remove.run(by, key);
        else await keep.run(JSON.stringify(answer), by, key);
      }),
  };
}
