import { parentPort, workerData } from 'node:worker_threads';
import type { Took } from '../../memory/retrieval/retrieval.ts';
import { type Answer, type Call, failure, type LongReads, type ReadingTask, type TierSeconds } from './calls.ts';
import { openLongReads } from './open-long-reads.ts';

/** A thread that reads the databases for the thread that started it, one call after the other: see `reading-pool.ts`. */
const { find, relatedUnits, shownRelated, ...rest } = await openLongReads(workerData as ReadingTask);
/** Of the call that is being done. */
let seconds: TierSeconds = {};
const took: Took = (tier, more) => {
  seconds[tier] = (seconds[tier] ?? 0) + more;
};
const reads: LongReads = {
  ...rest,
  find: (query, tiers) => find(query, tiers, took),
  relatedUnits: (query) => relatedUnits(query, took),
  shownRelated: (query, found, matches) => shownRelated(query, found, matches, took),
};

async function answer({ method, args }: Call): Promise<Answer> {
  seconds = {};
  try {
    const value = await (reads[method] as (...given: readonly unknown[]) => Promise<unknown>)(...args);
    return { value, took: seconds };
  } catch (error) {
    return failure(error);
  }
}

parentPort?.on('message', async (call: Call) => parentPort?.postMessage(await answer(call)));
