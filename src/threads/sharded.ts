import { setImmediate } from 'node:timers/promises';
import type { ShardSettings } from '../../memory/model/shards.ts';
import { createConcordance } from '../../memory/retrieval/concordance/concordance.ts';
import type { StagedRetrieval } from '../../memory/retrieval/retrieval.ts';
import { shardedConcordance } from '../../memory/retrieval/sharded/concordance.ts';
import { shardedRetrieval } from '../../memory/retrieval/sharded/retrieval.ts';
import { type SearchedShard, SearchedShards, type ShardReads } from '../../memory/retrieval/sharded/searched-shards.ts';
import { openCommonWords, openPostgresPart, openPostgresReader } from '../../memory/store/postgres/open.ts';
import { databaseName } from '../../memory/store/postgres/pool.ts';
import { isAway, Shard } from '../../memory/store/sharded/shard.ts';
import { openShardedStore } from '../../memory/store/sharded/sharded-store.ts';
import { Shards } from '../../memory/store/sharded/shards.ts';
import { unitListing } from '../../memory/store/sharded/units.ts';
import type { StoreLimits } from '../../memory/store/sql/assemble.ts';
import { type BlockParts, NOT_SHARED } from '../../memory/store/sql/block-parts.ts';
import type { ShardStore } from '../../memory/store/sql/shard-methods.ts';
import type { Store } from '../../memory/store/store.ts';
import type { LongReads } from './calls.ts';
import type { Opened } from './opened.ts';
import { threadedPairReader } from './pair-reader.ts';

/**
 * Opens an installation whose units lie in several databases. One of these that is away is opened when it is there again.
 * @param database the address of the one that keeps everything else
 * @throws CalqueError as the databases do that are there
 */
export async function openSharded(
  database: string,
  { urls, required }: ShardSettings,
  limits: StoreLimits = {},
): Promise<Opened> {
  const options = { ...limits, readPairs: threadedPairReader() };
  const { words, close: closeWords } = openCommonWords(database);
  let installation = '';
  const shards = shardsAt(urls, async (url, place) => {
    return (await openPostgresPart(url, { of: 'shard', place, installation }, { ...options, words })).store;
  });
  const store = await openShardedStore(async (keeping) => {
    const role = { of: 'coordinator', shards: urls.length } as const;
    const part = await openPostgresPart(database, role, { ...options, keeping });
    ({ installation } = part);
    return part.store;
  }, shards);
  const close = async () => {
    await store.close();
    await closeWords();
  };
  try {
    await Promise.all(shards.all.map((shard) => shard.ask(async () => {}).catch(allowed(required))));
  } catch (error) {
    await close();
    throw error;
  }
  const { concordance, ...retrieval } = searching(store, shards, required);
  return { store: { ...store, close }, retrieval, concordance: { find: concordance } };
}

/**
 * Opens its databases, which another thread has open already, to read from them in this one.
 * @param parts where blocks are kept of each of the databases that keep units
 */
export async function openShardedReads(
  database: string,
  { urls, required }: ShardSettings,
  parts: readonly BlockParts[],
  now: () => number,
): Promise<LongReads> {
  const coordinator = await openPostgresReader(database, {});
  const { words } = openCommonWords(database);
  const shards = shardsAt(urls, (url, place) => openPostgresReader(url, { parts: parts[place] ?? NOT_SHARED, words }));
  return { ...searching(coordinator, shards, required, now), listUnits: unitListing(shards) };
}

function shardsAt(urls: readonly string[], open: (url: string, place: number) => Promise<ShardStore>): Shards {
  return new Shards(urls.map((url, place) => new Shard(databaseName(url, 'CALQUE_SHARDS'), () => open(url, place))));
}

/** Searches all shards from this thread. @param words the database that numbers words for all of them */
function searching(
  words: Store,
  shards: Shards,
  required: boolean,
  now?: () => number,
): StagedRetrieval & Pick<LongReads, 'concordance'> {
  const searched = new SearchedShards(
    shards.all.map((shard, place): SearchedShard => {
      const reads = new WeakMap<Store, ShardReads>();
      const readsOf = (store: Store): ShardReads => {
        const known = reads.get(store) ?? {
          ...store,
          concordance: createConcordance(store, () => setImmediate()).find,
        };
        reads.set(store, known);
        return known;
      };
      return {
        name: shard.name,
        keeps: (id) => shards.of(id) === shards.all[place],
        search: (work) => shard.ask((store) => work(readsOf(store))).catch(allowed(required)),
      };
    }),
  );
  return { ...shardedRetrieval(words, searched, now), concordance: shardedConcordance(searched).find };
}

/** What is allowed to be away gives nothing. */
function allowed(required: boolean) {
  return (error: unknown): undefined => {
    if (required || !isAway(error)) throw error;
  };
}
