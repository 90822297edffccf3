import type { Worker as NodeWorker } from 'node:worker_threads';
import { Worker } from 'node:worker_threads';
import { CalqueError } from '../../memory/model/errors.ts';
import type { Config } from '../config.ts';
import type { Threads, ThreadWork } from '../services/threads.ts';
import { JobStopped } from './kind.ts';
import type { ThreadMessage, ThreadTask } from './messages.ts';
import { STOP_FLAGS, stopReason } from './messages.ts';
import { workerFile } from './worker-file.ts';

export interface ThreadOptions {
  /** The program of a thread. */
  readonly file?: URL;
  /** Milliseconds that work may take to reach a safe point once it is to stop; then its thread is ended as it is. */
  readonly grace?: number;
}

/**
 * Runs work of the kinds in `kinds/`, each piece in a worker thread of its own that opens the installation for itself.
 * A thread that is ended takes its open transaction back with it.
 */
export function createThreads(config: Config, { file = workerFile(), grace = 5_000 }: ThreadOptions = {}): Threads {
  return {
    run: (kind, input, work = {}) =>
      new Promise((resolve, reject) => {
        const stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
        const task: ThreadTask = { kind, input, by: work.by ?? 'local', config, stop, kept: work.kept };
        const thread = new Worker(file, { workerData: task, name: kind });
        let settled = false;
        const settle = (act: () => void): void => {
          if (settled) return;
          settled = true;
          release();
          act();
        };
        const release = stopOn(work.signal, thread, stop, grace);
        thread.on('message', (message: ThreadMessage) => {
          if (message.says === 'progress') work.report?.(message.done, message.total);
          else if (message.says === 'kept') work.keep?.(message.result);
          else settle(() => (message.says === 'done' ? resolve(message.result) : reject(errorOf(message))));
        });
        thread.on('error', (error) => settle(() => reject(crash(kind, error))));
        thread.on('exit', () => {
          const reason = stopReason(new Int32Array(stop)[0] ?? 0);
          settle(() => reject(reason ? new JobStopped(reason) : crash(kind, undefined)));
        });
      }),
  };
}

/** Passes the wish to stop on. @returns what takes the listening back */
function stopOn(signal: ThreadWork['signal'], thread: NodeWorker, stop: SharedArrayBuffer, grace: number): () => void {
  if (signal === undefined) return () => {};
  let impatient: NodeJS.Timeout | undefined;
  const onAbort = (): void => {
    const reason = signal.reason instanceof JobStopped ? signal.reason.reason : 'cancelled';
    Atomics.store(new Int32Array(stop), 0, STOP_FLAGS[reason]);
    thread.postMessage('stop');
    impatient = setTimeout(() => void thread.terminate(), grace);
  };
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  return () => {
    signal.removeEventListener('abort', onAbort);
    clearTimeout(impatient);
  };
}

function errorOf(message: Exclude<ThreadMessage, { readonly says: 'progress' | 'kept' | 'done' }>): Error {
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
