import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CalqueError } from '../../../memory/model/errors.ts';
import type { Job } from '../../../memory/model/job.ts';
import type { Context } from '../../../src/context.ts';
import type { Jobs } from '../../../src/jobs/jobs.ts';
import { createJobs } from '../../../src/jobs/jobs.ts';
import type { Threads } from '../../../src/services/threads.ts';
import { newInstallation } from './installation.ts';

const ACTOR = { by: 'translator', at: '2026-01-02T03:04:05.000Z' };
const QUICK = { lease: 400, pause: 50 };

function startJobs(context: Context): Jobs {
  const jobs = createJobs({ ...context, clock: Date.now, logger: pino({ level: 'silent' }) }, QUICK);
  onTestFinished(() => jobs.stop());
  return jobs;
}

/** Waits for a state of the job that `is` what is waited for. */
function until(jobs: Jobs, is: (job: Job) => boolean): Promise<Job> {
  return new Promise((resolve) => {
    const end = jobs.watch((job) => {
      if (!is(job)) return;
      end();
      resolve(job);
    });
  });
}

const ended = ({ state }: Job) => state === 'done' || state === 'failed' || state === 'cancelled';

describe('jobs', () => {
  it('are done one after another, and kept with what came of them', async () => {
    const context = await newInstallation(20);
    const jobs = startJobs(context);
    const first = await jobs.add('reindex', {}, ACTOR);
    const second = await jobs.add('reindex', {}, ACTOR);
    const last = until(jobs, (job) => job.id === second.id && ended(job));
    await jobs.start();
    expect(await last).toMatchObject({ state: 'done', result: { units: 20 }, done: 20, total: 20, attempts: 1 });
    expect(await jobs.get(first.id)).toMatchObject({ state: 'done', createdBy: 'translator' });
  });

  it('wake the runner when they come', async () => {
    const jobs = startJobs(await newInstallation(5));
    await jobs.start();
    const end = until(jobs, ended);
    await jobs.add('reindex', {}, ACTOR);
    expect(await end).toMatchObject({ state: 'done' });
  });

  it('of a process that died are taken up once it was silent for long enough', async () => {
    const context = await newInstallation(5);
    const { id } = await context.store.createJob('reindex', {}, ACTOR);
    const now = Date.now();
    const lease = { owner: 'dead', until: new Date(now + 300).toISOString() };
    await context.store.claimJob(['reindex'], lease, new Date(now).toISOString());
    const jobs = startJobs(context);
    const end = until(jobs, ended);
    await jobs.start();
    expect(await end).toMatchObject({ id, state: 'done', attempts: 2 });
  });

  it('that meet a full disk or a lost database are tried again, and fail with that the third time', async () => {
    const context = await newInstallation(5);
    let failures = 0;
    const threads: Threads = {
      run: (...work) => {
        if (--failures >= 0) return Promise.reject(new CalqueError('database-full', 'The disk is full.'));
        return context.threads.run(...work);
      },
    };
    const jobs = startJobs({ ...context, threads });
    await jobs.start();
    for (const [times, came] of [
      [2, { state: 'done', attempts: 3, result: { units: 5 } }],
      [3, { state: 'failed', attempts: 3, error: { code: 'database-full', message: 'The disk is full.' } }],
    ] as const) {
      failures = times;
      const end = until(jobs, ended);
      await jobs.add('reindex', {}, ACTOR);
      expect(await end).toMatchObject(came);
    }
  });

  it('that took three processes with them are given up', async () => {
    const context = await newInstallation();
    const { id } = await context.store.createJob('reindex', {}, ACTOR);
    const long = '2026-01-02T03:04:05.000Z';
    for (let attempt = 1; attempt <= 3; attempt++) {
      await context.store.claimJob(['reindex'], { owner: 'dead', until: long }, '2026-01-02T03:05:00.000Z');
    }
    const jobs = startJobs(context);
    const end = until(jobs, ended);
    await jobs.start();
    expect(await end).toMatchObject({ id, state: 'failed', error: { code: 'job-crashed' } });
  });

  it('that run are cancelled at the next safe point, and the store is as it was', async () => {
    const context = await newInstallation(12_000);
    const jobs = startJobs(context);
    await jobs.start();
    const begun = until(jobs, ({ state, total, done }) => state === 'running' && total === 12_000 && done < total);
    const { id } = await jobs.add('reindex', {}, ACTOR);
    await begun;
    const end = until(jobs, ended);
    const asked = jobs.cancel(id);
    expect(await end).toMatchObject({ id, state: 'cancelled' });
    expect(await asked).toMatchObject({ id });
    expect(await jobs.cancel(id)).toMatchObject({ state: 'cancelled' });
  });

  it('that run when the server stops go on when it starts again', async () => {
    const context = await newInstallation(12_000);
    const before = startJobs(context);
    await before.start();
    const begun = until(before, ({ total }) => total === 12_000);
    const { id } = await before.add('reindex', {}, ACTOR);
    await begun;
    await before.stop();
    expect(await context.store.getJob(id)).toMatchObject({ state: 'queued', attempts: 0 });
    const after = startJobs(context);
    const end = until(after, ended);
    await after.start();
    expect(await end).toMatchObject({ id, state: 'done', result: { units: 12_000 } });
  });

  it('that were cancelled before their process died are not carried on', async () => {
    const context = await newInstallation(5);
    const { id } = await context.store.createJob('reindex', {}, ACTOR);
    const now = Date.now();
    const at = new Date(now).toISOString();
    await context.store.claimJob(['reindex'], { owner: 'dead', until: new Date(now + 300).toISOString() }, at);
    await context.store.cancelJob(id, at);
    const threads: Threads = { run: () => Promise.reject(new Error('It was carried on.')) };
    const jobs = startJobs({ ...context, threads });
    const end = until(jobs, ended);
    await jobs.start();
    expect(await end).toMatchObject({ id, state: 'cancelled' });
  });

  it('that are cancelled while the server stops are not taken up again', async () => {
    const context = await newInstallation();
    const threads: Threads = {
      run: (_kind, _input, { signal, report } = {}) =>
        new Promise((_, stopped) => {
          signal?.addEventListener('abort', () => stopped(signal.reason));
          report?.(1, 2);
        }),
    };
    const jobs = startJobs({ ...context, threads });
    await jobs.start();
    const begun = until(jobs, ({ total }) => total === 2);
    const { id } = await jobs.add('reindex', {}, ACTOR);
    await begun;
    const stopped = jobs.stop();
    await jobs.cancel(id);
    await stopped;
    expect(await context.store.getJob(id)).toMatchObject({ state: 'cancelled', done: 1 });
  });

  it('of a form that the kind does not take are refused before they are made', async () => {
    const context = await newInstallation();
    const jobs = startJobs(context);
    const wrong = { all: true } as object as Record<string, never>;
    await expect(jobs.add('reindex', wrong, ACTOR)).rejects.toMatchObject({ code: 'bad-request' });
    expect((await jobs.list({ limit: 9 })).items).toEqual([]);
  });
});
