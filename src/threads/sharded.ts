import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { ShardSettings } from '../../memory/model/shards.ts';
import { createConcordance } from '../../memory/retrieval/concordance/concordance.ts';
import { indexedRetrieval } from '../../memory/retrieval/indexed.ts';
import { shardedConcordance } from '../../memory/retrieval/sharded/concordance.ts';
import { shardedRetrieval } from '../../memory/retrieval/sharded/retrieval.ts';
import type { SearchedShard, ShardReads } from '../../memory/retrieval/sharded/searched-shard.ts';
import { isAway, Shard } from '../../memory/store/sharded/shard.ts';
import { openShardedStore } from '../../memory/store/sharded/sharded-store.ts';
import { Shards } from '../../memory/store/sharded/shards.ts';
import type { StoreLimits } from '../../memory/store/sql/assemble.ts';
import type { ShardStore } from '../../memory/store/sql/shard-methods.ts';
import type { Opened } from './opened.ts';
import { threadedPairReader } from './pair-reader.ts';
import { readInThreads } from './read-in-threads.ts';
import { openReadingPool } from './reading-pool.ts';

/** A shard that was opened, with what searches it. */
interface OpenedShard {
  readonly store: ShardStore;
  readonly reads: ShardReads;
}

/** Opens the store of a shard for some use. */
type OpenShard = (url: string, store: ShardStore) => OpenedShard;

/** Searches in this thread. */
const alone: OpenShard = (_, store) => {
  const concordance = createConcordance(store, () => setImmediate());
  return {
    store,
    reads: { ...indexedRetrieval(store), concordance: (query) => concordance.find(query), units: store.unitsInContext },
  };
};

/** Searches in threads that have the index of this shard alone. @param shards how many there are beside each other */
function serving(shards: number): OpenShard {
  return (url, store) => {
    const pool = openReadingPool(url, { threads: Math.max(1, Math.ceil(availableParallelism() / shards)) });
    return { store: { ...store, ...readInThreads(store, pool) }, reads: { ...pool, units: store.unitsInContext } };
  };
}

/**
 * Opens an installation whose units lie in several databases. One of these that is away is opened when it is there again.
 * @param database the address of the one that keeps everything else
 * @throws CalqueError as the databases do that are there
 */
export async function openSharded(
  database: string,
  { urls, required }: ShardSettings,
  use: 'alone' | 'serving',
  limits: StoreLimits = {},
): Promise<Opened> {
  const { openPostgresPart } = await import('../../memory/store/postgres/open.ts');
  const { databaseName } = await import('../../memory/store/postgres/pool.ts');
  const readPairs = threadedPairReader();
  const openShard = use === 'alone' ? alone : serving(urls.length);
  const reads = new WeakMap<ShardStore, ShardReads>();
  let installation = '';
  const shards = new Shards(
    urls.map((url, place) => {
      const open = async () => {
        const part = await openPostgresPart(url, { of: 'shard', place, installation }, { ...limits, readPairs });
        const opened = openShard(url, part.store);
        reads.set(opened.store, opened.reads);
        return opened.store;
      };
      return new Shard(databaseName(url, 'CALQUE_SHARDS'), open);
    }),
  );
  const store = await openShardedStore(async (keeping) => {
    const role = { of: 'coordinator', shards: urls.length } as const;
    const part = await openPostgresPart(database, role, { ...limits, readPairs, keeping });
    ({ installation } = part);
    return part.store;
  }, shards);

  /** What is allowed to be away gives nothing. */
  const allowed = (error: unknown): undefined => {
    if (required || !isAway(error)) throw error;
  };
  try {
    await Promise.all(shards.all.map((shard) => shard.ask(async () => {}).catch(allowed)));
  } catch (error) {
    await store.close();
    throw error;
  }
  const searched = shards.all.map(
    (shard, place): SearchedShard => ({
      name: shard.name,
      keeps: (id) => shards.of(id) === shards.all[place],
      search: (work) => shard.ask((opened) => work(reads.get(opened) as ShardReads)).catch(allowed),
    }),
  );
  return { store, retrieval: shardedRetrieval(searched), concordance: shardedConcordance(searched) };
}
