import { parentPort, workerData } from 'node:worker_threads';
import { createConcordance } from '../../memory/retrieval/concordance/concordance.ts';
import { indexedRetrieval } from '../../memory/retrieval/indexed.ts';
import { type Answer, type Call, failure, type LongReads, type ReadingTask } from './calls.ts';
import { openReader } from './database.ts';
import { sharedParts } from './shared-parts.ts';

/** A thread that reads the database for the thread that started it, one call after the other: see `reading-pool.ts`. */
const { database, sharing } = workerData as ReadingTask;
const store = await openReader(database, { parts: sharedParts(sharing) });
const concordance = createConcordance(store, async () => {});
const reads: LongReads = {
  ...indexedRetrieval(store),
  listUnits: store.listUnits,
  concordance: (query) => concordance.find(query),
};

async function answer({ method, args }: Call): Promise<Answer> {
  try {
    return { value: await (reads[method] as (...given: readonly unknown[]) => Promise<unknown>)(...args) };
  } catch (error) {
    return failure(error);
  }
}

parentPort?.on('message', async (call: Call) => parentPort?.postMessage(await answer(call)));
