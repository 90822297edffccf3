import type { Worker as NodeWorker } from 'node:worker_threads';
import { Worker } from 'node:worker_threads';
import { CalqueError } from '../../memory/model/errors.ts';
import type { Config } from '../config.ts';
import type { Threads, ThreadWork } from '../services/threads.ts';
import { JobStopped } from './kind.ts';
import type { LastWord, ThreadMessage, ThreadTask } from './messages.ts';
import { STOP, STOP_FLAGS, stopReason } from './messages.ts';
import { workerFile } from './worker-file.ts';

export interface ThreadOptions {
  /** The program of a thread. */
  readonly file?: URL;
  /** Milliseconds that work may take to reach a safe point once it is to stop; then its thread is ended as it is. */
  readonly grace?: number;
}

/** Milliseconds that a thread waits for other work, for to start one takes longer than most of what is asked for. */
const WAITS = 3_000;
/** A thread that worked for longer, in milliseconds, is not kept: what it has grown to goes with it. */
const LONG = 10_000;

/**
 * Runs work of the kinds in `kinds/`, each piece in a worker thread that has nothing else to do meanwhile and opens the
 * installation for it. A thread that is ended takes its open transaction back with it.
 */
export function createThreads(config: Config, { file = workerFile(), grace = 5_000 }: ThreadOptions = {}): Threads {
  const idle = new Map<NodeWorker, NodeJS.Timeout>();

  function take(): NodeWorker {
    for (const [thread, waiting] of idle) {
      idle.delete(thread);
      clearTimeout(waiting);
      forget(thread);
      thread.ref();
      return thread;
    }
    return new Worker(file, { name: 'work' });
  }

  /** Keeps a thread for what comes next, without keeping the process. */
  function rest(thread: NodeWorker, worked: number): void {
    if (worked > LONG) return void thread.terminate();
    thread.unref();
    const end = (): void => {
      idle.delete(thread);
      void thread.terminate();
    };
    thread.on('error', end);
    idle.set(thread, setTimeout(end, WAITS).unref());
  }

  return {
    run: (kind, input, work = {}) =>
      new Promise((resolve, reject) => {
        const stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
        const task: ThreadTask = { kind, input, by: work.by ?? 'local', config, stop, kept: work.kept };
        const thread = take();
        const begun = performance.now();
        let settled = false;
        const settle = (act: () => void): void => {
          if (settled) return;
          settled = true;
          release();
          act();
        };
        thread.postMessage(task);
        const release = stopOn(work.signal, thread, stop, grace);
        thread.on('message', (message: ThreadMessage) => {
          if (message.says === 'progress') work.report?.(message.done, message.total);
          else if (message.says === 'kept') work.keep?.(message.result);
          else if (message.says !== 'free') {
            settle(() => (message.says === 'done' ? resolve(message.result) : reject(errorOf(message))));
          } else {
            forget(thread);
            rest(thread, performance.now() - begun);
          }
        });
        thread.on('error', (error) => settle(() => reject(crash(kind, error))));
        thread.on('exit', () => {
          const reason = stopReason(new Int32Array(stop)[0] ?? 0);
          settle(() => reject(reason ? new JobStopped(reason) : crash(kind, undefined)));
        });
      }),
  };
}

/** Hears no more of a thread's work. The listeners that Node itself has on it stay: without them nothing is heard again. */
function forget(thread: NodeWorker): void {
  for (const event of ['message', 'error', 'exit']) thread.removeAllListeners(event);
}

/** Passes the wish to stop on. @returns what takes the listening back */
function stopOn(signal: ThreadWork['signal'], thread: NodeWorker, stop: SharedArrayBuffer, grace: number): () => void {
  if (signal === undefined) return () => {};
  let impatient: NodeJS.Timeout | undefined;
  const onAbort = (): void => {
    const reason = signal.reason instanceof JobStopped ? signal.reason.reason : 'cancelled';
    Atomics.store(new Int32Array(stop), 0, STOP_FLAGS[reason]);
    thread.postMessage(STOP);
    impatient = setTimeout(() => void thread.terminate(), grace);
  };
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  return () => {
    signal.removeEventListener('abort', onAbort);
    clearTimeout(impatient);
  };
}

function errorOf(message: Exclude<LastWord, { readonly says: 'done' }>): Error {
  switch (message.says) {
    case 'stopped':
      return new JobStopped(message.reason);
    case 'failed':
      return new CalqueError(message.code, message.message, message.details);
    case 'broken':
      return new Error(message.stack);
  }
}

function crash(kind: string, cause: Error | undefined): CalqueError {
  const memory = (cause as NodeJS.ErrnoException | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
  const why = memory ? 'it needed more memory than there is' : (cause?.message ?? 'it said nothing');
  return new CalqueError('job-crashed', `The work “${kind}” broke off: ${why}.`, {}, { cause });
}
