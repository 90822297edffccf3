import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { CalqueError } from '../../memory/model/errors.ts';
import type { Databases } from '../../memory/model/shards.ts';
import type { Tiers, Took } from '../../memory/retrieval/retrieval.ts';
import type { Answer, Call, LongReads, ReadingTask } from './calls.ts';
import { answered } from './calls.ts';
import { startThread } from './program.ts';
import { keepParts } from './shared-parts.ts';

/** Threads that read the databases, so that no reading, however long, holds up the event loop. */
export interface ReadingPool extends LongReads {
  /** Ends the threads; what they are at fails. */
  close(): Promise<void>;
}

export interface PoolOptions {
  /** How many threads there are at most; as many as processors, and no more than four, by default. */
  readonly threads?: number;
  /** Milliseconds that one call may take; then its thread is ended and another is started. */
  readonly patience?: number;
}

interface Waiting {
  readonly call: Call;
  /** Threads that ended at it. */
  attempts: number;
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

/** A call whose thread broke off is tried once more: it may have been another's doing. */
const MOST_ATTEMPTS = 2;
const MOST_THREADS = 4;
const PATIENCE = 30_000;
/** Calls that wait at most; whoever comes then is told to come again. */
const LONGEST_QUEUE = 1_000;

/**
 * The threads share what they have read of the index; each has its own connections to the databases. A thread that breaks
 * off is replaced. The first is started at once, the others when there is work for them.
 */
export function openReadingPool(databases: Databases, options: PoolOptions = {}): ReadingPool {
  const { threads: most = Math.min(MOST_THREADS, availableParallelism()), patience = PATIENCE } = options;
  const sharing = (databases.shards?.urls ?? [undefined]).map(() => {
    const lock = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
    return keepParts({ channel: `blocks-${randomUUID()}`, lock });
  });
  const threads = new Set<Worker>();
  const idle: Worker[] = [];
  const queue: Waiting[] = [];
  /** The thread that each method was last called in: it has most of what the next call needs at hand. */
  const lastOf = new Map<Call['method'], Worker>();
  const busy = new Map<Worker, { readonly waiting: Waiting; readonly timer: NodeJS.Timeout }>();
  let closed = false;

  function start(): void {
    const task: ReadingTask = {
      databases,
      sharing: sharing.map(({ channel, parts, lock }) => ({ channel, parts, lock })),
    };
    const thread = startThread('long-reads', { workerData: task });
    threads.add(thread);
    thread.on('message', (answer: Answer) => {
      release(thread)?.resolve(answer);
      idle.push(thread);
      proceed();
    });
    let cause: Error | undefined;
    thread.on('error', (error) => {
      cause = error;
    });
    thread.on('exit', () => {
      threads.delete(thread);
      for (const [method, last] of lastOf) if (last === thread) lastOf.delete(method);
      if (idle.includes(thread)) idle.splice(idle.indexOf(thread), 1);
      const waiting = release(thread);
      if (waiting !== undefined) again(waiting, cause);
      proceed();
    });
    idle.push(thread);
  }

  function release(thread: Worker): Waiting | undefined {
    const held = busy.get(thread);
    if (held === undefined) return undefined;
    busy.delete(thread);
    clearTimeout(held.timer);
    thread.unref();
    return held.waiting;
  }

  function again(waiting: Waiting, cause: Error | undefined): void {
    waiting.attempts++;
    if (waiting.attempts < MOST_ATTEMPTS && !closed) queue.unshift(waiting);
    else waiting.reject(new CalqueError('internal', 'The search broke off.', {}, { cause }));
  }

  /** Gives what waits to threads that have nothing to do. */
  function proceed(): void {
    while (queue.length > 0 && !closed) {
      if (idle.length === 0 && threads.size < most) start();
      const thread = takeIdle(queue[0]?.call.method);
      const waiting = thread && queue.shift();
      if (thread === undefined || waiting === undefined) return;
      lastOf.set(waiting.call.method, thread);
      const timer = setTimeout(() => giveUp(thread), patience);
      busy.set(thread, { waiting, timer });
      thread.ref();
      thread.postMessage(waiting.call);
    }
  }

  /** The thread that did the like last, else the one that has been idle for the shortest time. */
  function takeIdle(method: Call['method'] | undefined): Worker | undefined {
    const last = method && lastOf.get(method);
    return last !== undefined && idle.includes(last) ? idle.splice(idle.indexOf(last), 1)[0] : idle.pop();
  }

  function giveUp(thread: Worker): void {
    const seconds = Math.round(patience / 1000);
    const message = `The search was not done within ${seconds} seconds and was ended.`;
    release(thread)?.reject(new CalqueError('took-too-long', message));
    void thread.terminate();
  }

  async function call(method: Call['method'], args: readonly unknown[], took?: Took): Promise<unknown> {
    if (queue.length >= LONGEST_QUEUE) {
      throw new CalqueError('database-busy', 'Too many searches are waiting; try again in a moment.');
    }
    const answer = await new Promise<Answer>((resolve, reject) => {
      queue.push({ call: { method, args }, attempts: 0, resolve, reject });
      proceed();
    });
    if (took && 'took' in answer) {
      for (const [tier, seconds] of Object.entries(answer.took)) took(tier as keyof Tiers, seconds);
    }
    return answered(answer);
  }

  start();
  return {
    find: (query, tiers, took) => call('find', [query, tiers], took) as ReturnType<LongReads['find']>,
    relatedUnits: (query, took) => call('relatedUnits', [query], took) as ReturnType<LongReads['relatedUnits']>,
    shownRelated: (query, found, matches, took) =>
      call('shownRelated', [query, found, matches], took) as ReturnType<LongReads['shownRelated']>,
    listUnits: (...args) => call('listUnits', args) as ReturnType<LongReads['listUnits']>,
    concordance: (...args) => call('concordance', args) as ReturnType<LongReads['concordance']>,
    async close() {
      closed = true;
      for (const { reject } of queue.splice(0)) reject(new CalqueError('internal', 'The installation is closed.'));
      await Promise.all([...threads].map((thread) => thread.terminate()));
      for (const one of sharing) one.close();
    },
  };
}
