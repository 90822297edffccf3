import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { CalqueError, type ErrorCode } from '../../memory/model/errors.ts';
import type { Job, JobId, JobOutcome } from '../../memory/model/job.ts';
import type { Store } from '../../memory/store/store.ts';
import type { Clock } from '../services/clock.ts';
import type { Threads } from '../services/threads.ts';
import { filesOf } from './files.ts';
import { JobStopped } from './kind.ts';
import { KINDS } from './kinds/kinds.ts';
import type { Spool } from './spool.ts';

/** What the runner is made of. */
export interface RunnerParts {
  readonly store: Store;
  readonly spool: Spool;
  readonly threads: Threads;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'error'>;
}

/** All in milliseconds. */
export interface RunnerTimes {
  /** How long a process that says nothing is believed to live. */
  readonly lease: number;
  /** Between two looks for jobs that were left over, and two signs of life. */
  readonly pause: number;
}

const TIMES: RunnerTimes = { lease: 15_000, pause: 3_000 };

/** A job whose process ended this often while it ran is given up. */
const MOST_ATTEMPTS = 3;

/** What may be otherwise in a moment: a job that ends so is tried again, as often as one whose process ended. */
const PASSING: readonly string[] = ['database-busy', 'database-unreachable', 'database-full'] satisfies ErrorCode[];

/** Takes jobs up and has them done, one at a time. */
export interface Runner {
  /** Looks for jobs, now and then every few seconds. */
  start(): void;
  /** There is a new job. */
  wake(): void;
  /** The job was asked to end: it is told so at once where it runs here. */
  cancel(id: JobId): void;
  /** How far a job is that runs here. */
  progressOf(id: JobId): JobProgress | undefined;
  /** Has the running job stop at its next safe point, from where a later start takes it up again; resolves when it has. */
  stop(): Promise<void>;
}

export interface JobProgress {
  readonly done: number;
  readonly total?: number;
}

interface Running {
  /** The result it has so far, where it says. */
  kept?: unknown;
  readonly id: JobId;
  readonly controller: AbortController;
  progress: JobProgress;
}

/** @param changed called with every job that has begun, moved on or ended here */
export function createRunner(
  { store, spool, threads, clock, logger }: RunnerParts,
  changed: (job: Job) => void = () => {},
  { lease, pause }: RunnerTimes = TIMES,
): Runner {
  const owner = `${process.pid}-${randomUUID()}`;
  let running: Running | undefined;
  let looking: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const now = () => new Date(clock()).toISOString();
  const newLease = () => ({ owner, until: new Date(clock() + lease).toISOString() });
  const report = (error: unknown, what: string) => logger.error({ err: error }, what);

  /** Does what there is to do, one job after another. */
  async function work(): Promise<void> {
    while (!stopped) {
      again = false;
      const job = await store.claimJob(Object.keys(KINDS), newLease(), now());
      if (job === undefined) {
        if (again) continue;
        return;
      }
      await runJob(job);
    }
  }

  function look(): void {
    again = true;
    if (stopped) return;
    looking ??= work()
      .catch((error: unknown) => report(error, 'looking for jobs failed'))
      .finally(() => {
        looking = undefined;
      });
  }

  async function runJob(job: Job): Promise<void> {
    const mine: Running = { id: job.id, controller: new AbortController(), progress: { done: 0 } };
    running = mine;
    changed(job);
    const beat = setInterval(() => void keepAlive(mine), pause);
    try {
      await conclude(mine, job, await outcomeOf(mine, job));
    } finally {
      clearInterval(beat);
      running = undefined;
    }
  }

  /** How the job ended; `undefined` where it is to be taken up again, and `'later'` where that is to be once its lease has run out. */
  async function outcomeOf(mine: Running, job: Job): Promise<JobOutcome | 'later' | undefined> {
    if (job.cancelRequested) return { state: 'cancelled' };
    if (job.attempts > MOST_ATTEMPTS) {
      const message = `Calque ended ${MOST_ATTEMPTS} times while this job ran; it is not tried again.`;
      return { state: 'failed', error: { code: 'job-crashed', message } };
    }
    if (stopped) return undefined;
    try {
      const result = await threads.run(job.kind, job.input, {
        by: job.createdBy,
        signal: mine.controller.signal,
        ...(job.result !== undefined && { kept: job.result }),
        keep(result) {
          mine.kept = result;
        },
        report(done, total) {
          mine.progress = { done, ...(total !== undefined && { total }) };
          changed({ ...job, ...mine.progress, changedAt: now() });
        },
      });
      return { state: 'done', result };
    } catch (error) {
      if (error instanceof JobStopped) return error.reason === 'cancelled' ? { state: 'cancelled' } : undefined;
      if (error instanceof CalqueError && PASSING.includes(error.code) && job.attempts < MOST_ATTEMPTS) return 'later';
      if (error instanceof CalqueError) return { state: 'failed', error: { code: error.code, message: error.message } };
      report(error, `job ${job.id} failed`);
      const message = 'Something went wrong inside Calque; its log says what.';
      return { state: 'failed', error: { code: 'internal', message } };
    }
  }

  async function conclude(mine: Running, job: Job, outcome: JobOutcome | 'later' | undefined): Promise<void> {
    if (outcome === 'later') return;
    const present = await insist(() => store.renewJob(job.id, newLease(), soFar(mine), now()));
    // Cancelled while it was being stopped: nobody is to take it up again.
    const meant = outcome ?? (present?.cancelRequested ? ({ state: 'cancelled' } as const) : undefined);
    if (meant === undefined) return insist(() => store.releaseJob(job.id, owner, now()));
    const ended = await insist(() => store.finishJob(job.id, owner, meant, now()));
    if (ended === undefined) return;
    await spool.remove(filesOf(job)).catch((error: unknown) => report(error, `files of job ${job.id} stay`));
    changed(ended);
  }

  /** A sign of life, which also hears whether the job is to end. A busy database hears the next one. */
  async function keepAlive(mine: Running): Promise<void> {
    const { id, controller } = mine;
    try {
      const job = await store.renewJob(id, newLease(), soFar(mine), now());
      if (running?.id !== id) return;
      if (job === undefined) controller.abort(new JobStopped('stopping'));
      else if (job.cancelRequested) controller.abort(new JobStopped('cancelled'));
    } catch (error) {
      if (!isBusy(error)) report(error, `job ${id} could not be kept`);
    }
  }

  return {
    start() {
      timer = setInterval(look, pause);
      timer.unref();
      look();
    },
    wake: look,
    cancel(id) {
      if (running?.id === id) running.controller.abort(new JobStopped('cancelled'));
    },
    progressOf: (id) => (running?.id === id ? running.progress : undefined),
    async stop() {
      stopped = true;
      clearInterval(timer);
      running?.controller.abort(new JobStopped('stopping'));
      await looking;
    },
  };
}

/** What is kept of a running job. */
function soFar({ progress, kept }: Running) {
  return { ...progress, ...(kept !== undefined && { result: kept }) };
}

/** How a job ended must not get lost because somebody else is writing. */
async function insist<T>(act: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (!isBusy(error)) throw error;
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof CalqueError && error.code === 'database-busy';
}
