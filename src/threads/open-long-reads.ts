import { createConcordance } from '../../memory/retrieval/concordance/concordance.ts';
import { indexedRetrieval } from '../../memory/retrieval/indexed.ts';
import type { LongReads, ReadingTask } from './calls.ts';
import { openReader } from './database.ts';
import { sharedParts } from './shared-parts.ts';

/** Opens the databases of an installation, which another thread has open already, to read from them in this one. */
export async function openLongReads({ databases, sharing }: ReadingTask): Promise<LongReads> {
  const { databaseFile, databaseUrl, shards } = databases;
  const parts = sharing.map((one) => sharedParts(one));
  const now = () => performance.now();
  if (databaseUrl !== undefined && shards !== undefined) {
    return (await import('./sharded.ts')).openShardedReads(databaseUrl, shards, parts, now);
  }
  const store = await openReader(databaseUrl ?? databaseFile, parts[0]);
  const concordance = createConcordance(store, async () => {});
  return {
    ...indexedRetrieval(store, now),
    listUnits: store.listUnits,
    concordance: (query) => concordance.find(query),
  };
}
