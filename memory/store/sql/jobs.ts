import type { Job, JobId, JobKind, JobState } from '../../model/job.ts';
import type { Instant } from '../../model/unit.ts';
import type { Page, Store } from '../store.ts';
import { notFound, pageOf, readPage } from './arguments.ts';
import { toInstant, toMilliseconds } from './columns.ts';
import type { Connection } from './connection.ts';
import type { EventTable } from './events.ts';

type JobMethods = Pick<
  Store,
  | 'createJob'
  | 'getJob'
  | 'listJobs'
  | 'claimJob'
  | 'renewJob'
  | 'releaseJob'
  | 'finishJob'
  | 'cancelJob'
  | 'forgetJobs'
>;

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
  readonly created_by: string;
  readonly attempts: number;
  readonly cancel_requested: 0 | 1;
}

/** No lease is given for longer, in milliseconds: one that ends later was given before the clock was set back. */
const LONGEST_LEASE = 600_000;

/** @param events told of every change of a job's state */
export function jobMethods(connection: Connection, events: EventTable): JobMethods {
  const insert = connection.prepare<[string, string, number, number, string], JobRow>(
    `INSERT INTO jobs (kind, state, input, created_at, changed_at, created_by)
     VALUES (?, 'queued', ?, ?, ?, ?) RETURNING *`,
  );
  const byId = connection.prepare<[number], JobRow>('SELECT * FROM jobs WHERE id = ?');
  const newest = connection.prepare<[number, number], JobRow>(
    'SELECT * FROM jobs WHERE id < ? ORDER BY id DESC LIMIT ?',
  );
  const open = `SELECT id FROM jobs WHERE state IN ('queued', 'running')
    AND (state = 'queued' OR coalesce(lease_until, 0) <= ? OR lease_until > ?)
    AND kind IN (SELECT wanted.value FROM ${connection.dialect.wantedTexts}) ORDER BY id LIMIT 1`;
  const anyOpen = connection.prepare<[number, number, string], number>(open).pluck();
  const toClaim = connection.prepare<[number, number, string], number>(`${open} ${connection.dialect.notHeld}`).pluck();
  const claim = connection.prepare<[string, number, number, number], JobRow>(
    `UPDATE jobs SET state = 'running', attempts = attempts + 1, lease_owner = ?, lease_until = ?, changed_at = ?
     WHERE id = ? RETURNING *`,
  );
  const renew = connection.prepare<[number, number, number | null, string | null, number, number, string], JobRow>(
    `UPDATE jobs SET lease_until = ?, done = ?, total = ?, result = coalesce(?, result), changed_at = ?
     WHERE id = ? AND state = 'running' AND lease_owner = ? RETURNING *`,
  );
  const release = connection.prepare<[number, number, string], JobRow>(
    `UPDATE jobs SET state = 'queued', attempts = attempts - 1, lease_owner = NULL, lease_until = NULL, changed_at = ?
     WHERE id = ? AND state = 'running' AND lease_owner = ? RETURNING *`,
  );
  const finish = connection.prepare<[JobState, string | null, string | null, number, number, string], JobRow>(
    `UPDATE jobs SET state = ?, result = coalesce(?, result), error = ?, lease_owner = NULL, lease_until = NULL, changed_at = ?
     WHERE id = ? AND state = 'running' AND lease_owner = ? RETURNING *`,
  );
  const askToEnd = connection.prepare<[number, number], JobRow>(
    `UPDATE jobs SET cancel_requested = 1, state = CASE state WHEN 'queued' THEN 'cancelled' ELSE state END,
       changed_at = ? WHERE id = ? AND state IN ('queued', 'running') RETURNING *`,
  );
  const forget = connection.prepare<[number]>(
    `DELETE FROM jobs WHERE state NOT IN ('queued', 'running') AND changed_at < ?`,
  );

  async function require(id: JobId): Promise<Job> {
    const row = await byId.get(id);
    if (row === undefined) throw notFound('job', id);
    return jobOf(row);
  }

  /** The job of a row that was just changed, told to those who watch. */
  async function told(row: JobRow | undefined, at: Instant): Promise<Job | undefined> {
    if (row === undefined) return undefined;
    await events.add({ kind: 'job', jobId: row.id, state: row.state }, { by: row.created_by, at });
    return jobOf(row);
  }

  return {
    createJob: (kind, input, { by, at }) =>
      connection.write(async () => {
        const created = toMilliseconds(at);
        return (await told(await insert.get(kind, toJson(input) ?? 'null', created, created, by), at)) as Job;
      }),

    getJob: (id) => connection.ask(() => require(id)),

    listJobs: (page) =>
      connection.read(async (): Promise<Page<Job>> => {
        const { afterId, limit } = readPage(page);
        const before = page.cursor === undefined ? Number.MAX_SAFE_INTEGER : afterId;
        return pageOf(await newest.all(before, limit + 1), limit, (rows) => rows.map(jobOf));
      }),

    async claimJob(kinds, lease, at) {
      const now = toMilliseconds(at);
      const absurd = now + LONGEST_LEASE;
      const wanted = connection.dialect.list(kinds);
      // Asked every few seconds, mostly in vain: only where there is something does it take the write lock.
      if ((await connection.ask(() => anyOpen.get(now, absurd, wanted))) === undefined) return undefined;
      return connection.write(async () => {
        const id = await toClaim.get(now, absurd, wanted);
        if (id === undefined) return undefined;
        return told(await claim.get(lease.owner, toMilliseconds(lease.until), now, id), at);
      });
    },

    renewJob: (id, lease, { done, total, result }, at) =>
      connection.write(async () => {
        const until = toMilliseconds(lease.until);
        return given(await renew.get(until, done, total ?? null, toJson(result), toMilliseconds(at), id, lease.owner));
      }),

    releaseJob: (id, owner, at) =>
      connection.write(async () => {
        await told(await release.get(toMilliseconds(at), id, owner), at);
      }),

    finishJob: (id, owner, outcome, at) =>
      connection.write(async () => {
        const result = outcome.state === 'done' ? toJson(outcome.result) : null;
        const error = outcome.state === 'failed' ? toJson(outcome.error) : null;
        return told(await finish.get(outcome.state, result, error, toMilliseconds(at), id, owner), at);
      }),

    cancelJob: (id, at) =>
      connection.write(async () => {
        return (await told(await askToEnd.get(toMilliseconds(at), id), at)) ?? (await require(id));
      }),

    forgetJobs: (before) => connection.write(() => forget.run(toMilliseconds(before))),
  };
}

function toJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

function given(row: JobRow | undefined): Job | undefined {
  return row && jobOf(row);
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
    attempts: row.attempts,
    cancelRequested: row.cancel_requested === 1,
    createdAt: toInstant(row.created_at),
    createdBy: row.created_by,
    changedAt: toInstant(row.changed_at),
  };
}
