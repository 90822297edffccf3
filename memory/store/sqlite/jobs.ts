import type { Job, JobId, JobKind, JobState } from '../../model/job.ts';
import type { Store } from '../store.ts';
import { notFound, requireInteger } from './arguments.ts';
import { toInstant, toMilliseconds } from './columns.ts';
import type { Connection } from './connection.ts';

type JobMethods = Pick<Store, 'createJob' | 'getJob' | 'listJobs' | 'updateJob'>;

interface JobRow {
  readonly id: number;
  readonly kind: JobKind;
  readonly state: JobState;
  readonly done: number;
  readonly total: number | null;
  readonly input: string;
  readonly result: string | null;
  readonly error: string | null;
  readonly created_at: number;
  readonly changed_at: number;
}

const LONGEST_LIST = 1000;

export function jobMethods(connection: Connection): JobMethods {
  const insert = connection.prepare<[string, string, number, number]>(
    `INSERT INTO jobs (kind, state, input, created_at, changed_at) VALUES (?, 'queued', ?, ?, ?)`,
  );
  const byId = connection.prepare<[number], JobRow>('SELECT * FROM jobs WHERE id = ?');
  const newest = connection.prepare<[number], JobRow>('SELECT * FROM jobs ORDER BY id DESC LIMIT ?');
  const update = connection.prepare<[string, number, number | null, string | null, string | null, number, number]>(
    'UPDATE jobs SET state = ?, done = ?, total = ?, result = ?, error = ?, changed_at = ? WHERE id = ?',
  );

  function require(id: JobId): Job {
    const row = byId.get(id);
    if (row === undefined) throw notFound('job', id);
    return jobOf(row);
  }

  return {
    createJob: (kind, input, at) =>
      connection.write(() => {
        const created = toMilliseconds(at);
        return require(Number(insert.run(kind, toJson(input) ?? 'null', created, created).lastInsertRowid));
      }),

    getJob: (id) => connection.read(() => require(id)),

    listJobs: (limit) => connection.read(() => newest.all(requireInteger(limit, 1, LONGEST_LIST, 'limit')).map(jobOf)),

    updateJob: (id, change, at) =>
      connection.write(() => {
        const { state, done, total, result, error } = { ...require(id), ...change };
        update.run(state, done, total ?? null, toJson(result), toJson(error), toMilliseconds(at), id);
        return require(id);
      }),
  };
}

function toJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

function jobOf(row: JobRow): Job {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    input: JSON.parse(row.input),
    done: row.done,
    ...(row.total !== null && { total: row.total }),
    ...(row.result !== null && { result: JSON.parse(row.result) }),
    ...(row.error !== null && { error: JSON.parse(row.error) }),
    createdAt: toInstant(row.created_at),
    changedAt: toInstant(row.changed_at),
  };
}
