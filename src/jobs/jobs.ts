import type { Job, JobId } from '../../memory/model/job.ts';
import type { Actor, Page, PageRequest } from '../../memory/store/store.ts';
import { filesOf } from './files.ts';
import type { KindInput, KindName } from './kinds/kinds.ts';
import { KINDS } from './kinds/kinds.ts';
import { checkedInput } from './run.ts';
import type { RunnerParts, RunnerTimes } from './runner.ts';
import { createRunner } from './runner.ts';
import type { Spool } from './spool.ts';

/** Background work: asked for, watched, cancelled. */
export interface Jobs {
  /** Where files wait for their jobs. */
  readonly spool: Spool;
  /**
   * Asks for work, to be begun when what was asked for before is done.
   * @throws CalqueError `bad-request` for an input that the kind does not take
   */
  add<K extends KindName>(kind: K, input: KindInput<K>, actor: Actor): Promise<Job>;
  get(id: JobId): Promise<Job>;
  /** Newest first. */
  list(page: PageRequest): Promise<Page<Job>>;
  /** Asks it to end; it has when its state says so. One that has ended stays as it is. */
  cancel(id: JobId): Promise<Job>;
  /** Begins to do the work, that which an earlier process left over too. */
  start(): Promise<void>;
  /** Ends; what runs is taken up again after the next start. */
  stop(): Promise<void>;
  /** Calls `listener` with every job that changes here. @returns what ends that */
  watch(listener: (job: Job) => void): () => void;
}

/** Days that jobs which have ended can be looked at. */
const KEPT_DAYS = 30;
const DAY = 24 * 3600 * 1000;

export function createJobs(parts: RunnerParts, times?: RunnerTimes): Jobs {
  const { store, spool, clock } = parts;
  const listeners = new Set<(job: Job) => void>();
  const tell = (job: Job): void => {
    for (const listener of listeners) listener(job);
  };
  const runner = createRunner(parts, tell, times);
  const current = (job: Job): Job => ({ ...job, ...(job.state === 'running' && runner.progressOf(job.id)) });
  const now = () => new Date(clock()).toISOString();

  return {
    spool,
    async add(kind, input, actor) {
      checkedInput(KINDS[kind], input);
      const job = await store.createJob(kind, input, actor);
      tell(job);
      runner.wake();
      return job;
    },
    get: async (id) => current(await store.getJob(id)),
    async list(page) {
      const jobs = await store.listJobs(page);
      return { ...jobs, items: jobs.items.map(current) };
    },
    async cancel(id) {
      // First, for while it runs it may hold the database that its record is written to.
      runner.cancel(id);
      const job = current(await store.cancelJob(id, now()));
      // It may have been begun meanwhile.
      runner.cancel(id);
      if (job.state === 'cancelled') await spool.remove(filesOf(job));
      tell(job);
      return job;
    },
    async start() {
      await store.forgetJobs(new Date(clock() - KEPT_DAYS * DAY).toISOString());
      await spool.sweep(clock());
      runner.start();
    },
    stop: () => runner.stop(),
    watch(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
