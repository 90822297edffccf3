import { parentPort, workerData } from 'node:worker_threads';
import { createConcordance } from '../../memory/retrieval/concordance/concordance.ts';
import { indexedRetrieval } from '../../memory/retrieval/indexed.ts';
import type { Took } from '../../memory/retrieval/retrieval.ts';
import { type Answer, type Call, failure, type LongReads, type ReadingTask, type TierSeconds } from './calls.ts';
import { openReader } from './database.ts';
import { sharedParts } from './shared-parts.ts';

/** A thread that reads the database for the thread that started it, one call after the other: see `reading-pool.ts`. */
const { database, sharing } = workerData as ReadingTask;
const store = await openReader(database, { parts: sharedParts(sharing) });
const concordance = createConcordance(store, async () => {});
const retrieval = indexedRetrieval(store, () => performance.now());
/** Of the call that is being done. */
let seconds: TierSeconds = {};
const took: Took = (tier, more) => {
  seconds[tier] = (seconds[tier] ?? 0) + more;
};
const reads: LongReads = {
  find: (query, tiers) => retrieval.find(query, tiers, took),
  relatedUnits: (query) => retrieval.relatedUnits(query, took),
  shownRelated: (query, found, matches) => retrieval.shownRelated(query, found, matches, took),
  listUnits: store.listUnits,
  concordance: (query) => concordance.find(query),
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
