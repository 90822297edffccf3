import { parentPort, workerData } from 'node:worker_threads';
import { CalqueError } from '../../memory/model/errors.ts';
import type { Config } from '../config.ts';
import type { JobParts, JobRun } from './kind.ts';
import { JobStopped } from './kind.ts';
import { kindNamed } from './kinds/kinds.ts';
import type { ThreadMessage, ThreadTask } from './messages.ts';
import { stopReason } from './messages.ts';
import { runKind } from './run.ts';

/** Milliseconds between two words about progress. */
const PROGRESS_PAUSE = 100;

/** The inside of a worker thread: opens the installation, does the work it was started with, says how it went. */
export async function runThread(openParts: (config: Config) => Promise<JobParts>): Promise<void> {
  const task = workerData as ThreadTask;
  const parts = await openParts(task.config).catch((error: unknown) => {
    say(failure(error));
  });
  if (parts === undefined) return;
  say(await work(task, parts).catch(failure));
  await parts.store.close();
}

async function work(task: ThreadTask, parts: JobParts): Promise<ThreadMessage> {
  return { says: 'done', result: await runKind(kindNamed(task.kind), task.input, parts, threadRun(task)) };
}

function threadRun({ by, stop, kept }: ThreadTask): JobRun {
  const flag = new Int32Array(stop);
  const controller = new AbortController();
  const wanted = () => stopReason(Atomics.load(flag, 0));
  parentPort?.on('message', () => controller.abort(new JobStopped(wanted() ?? 'stopping')));
  // Listening alone must not keep the thread alive once its work is done.
  parentPort?.unref();
  let lastWord = Number.NEGATIVE_INFINITY;
  return {
    by,
    ...(kept !== undefined && { kept }),
    keep: (result) => say({ says: 'kept', result }),
    signal: controller.signal,
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
