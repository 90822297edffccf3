import { parentPort } from 'node:worker_threads';
import { CalqueError } from '../../memory/model/errors.ts';
import type { Config } from '../config.ts';
import type { JobParts, JobRun } from './kind.ts';
import { JobStopped } from './kind.ts';
import { kindNamed } from './kinds/kinds.ts';
import type { ThreadMessage, ThreadTask } from './messages.ts';
import { STOP, stopReason } from './messages.ts';
import { runKind } from './run.ts';

/** Milliseconds between two words about progress. */
const PROGRESS_PAUSE = 100;

/** The inside of a worker thread: does each piece of work that it is sent in an installation opened for it, and says how it went. */
export function runThread(openParts: (config: Config) => Promise<JobParts>): void {
  let stop = (): void => {};
  parentPort?.on('message', (message: ThreadTask | typeof STOP) => {
    if (message === STOP) return stop();
    const run = threadRun(message);
    stop = run.stop;
    void serve(message, run, openParts);
  });
}

interface ThreadRun extends JobRun {
  /** Ends it, where that is wanted of this work and not of what was done before. */
  stop(): void;
}

async function serve(task: ThreadTask, run: ThreadRun, openParts: (config: Config) => Promise<JobParts>) {
  const parts = await openParts(task.config).catch((error: unknown) => {
    say(failure(error));
  });
  if (parts !== undefined) {
    say(await work(task, parts, run).catch(failure));
    await parts.store.close();
  }
  say({ says: 'free' });
}

async function work({ kind, input }: ThreadTask, parts: JobParts, run: JobRun): Promise<ThreadMessage> {
  return { says: 'done', result: await runKind(kindNamed(kind), input, parts, run) };
}

function threadRun({ by, stop, kept }: ThreadTask): ThreadRun {
  const flag = new Int32Array(stop);
  const controller = new AbortController();
  const wanted = () => stopReason(Atomics.load(flag, 0));
  let lastWord = Number.NEGATIVE_INFINITY;
  return {
    by,
    ...(kept !== undefined && { kept }),
    keep: (result) => say({ says: 'kept', result }),
    signal: controller.signal,
    stop() {
      const reason = wanted();
      if (reason !== undefined) controller.abort(new JobStopped(reason));
    },
    report(done, total) {
      const reason = wanted();
      if (reason !== undefined) throw new JobStopped(reason);
      const now = performance.now();
      if (done !== total && now - lastWord < PROGRESS_PAUSE) return;
      lastWord = now;
      say({ says: 'progress', done, ...(total !== undefined && { total }) });
    },
  };
}

function failure(error: unknown): ThreadMessage {
  if (error instanceof JobStopped) return { says: 'stopped', reason: error.reason };
  if (error instanceof CalqueError && error.code !== 'internal') {
    return { says: 'failed', code: error.code, message: error.message, details: error.details };
  }
  return { says: 'broken', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

function say(message: ThreadMessage): void {
  parentPort?.postMessage(message);
}
