import { CalqueError } from '../../model/errors.ts';
import type { ProjectDocumentId } from '../../model/project.ts';
import type { ShardStore } from '../sql/shard-methods.ts';
import type { UnitKeeping } from '../sql/unit-keeping.ts';
import type { Store } from '../store.ts';
import type { IndexSize } from '../store-size.ts';
import { batchMethods } from './batches.ts';
import { documentMethods } from './documents.ts';
import { indexMethods } from './indexes.ts';
import { memoryMethods } from './memories.ts';
import { isAway } from './shard.ts';
import type { Shards } from './shards.ts';
import { unitMethods } from './units.ts';

/**
 * A store whose units lie in several databases, the shards, with all that belongs to them; everything else is kept by one
 * more, the coordinator. What a method does in one database is one transaction. Where it takes several, those of the shards
 * are on disk first; doing it again does what was left undone, and what was done is found there.
 *
 * A method that needs a shard that is away throws `database-unreachable`; nothing is left out silently. Who looks up asks
 * the shards by himself, and says which did not answer.
 * @param openCoordinator opens the coordinator's store, which has units written as it is told
 */
export async function openShardedStore(
  openCoordinator: (keeping: UnitKeeping) => Promise<ShardStore>,
  shards: Shards,
): Promise<Store> {
  const coordinator = await openCoordinator({
    storeConfirmed: (pair, actor) => keeping.storeConfirmed(pair, actor),
    storeReviewed: (document, actor) => keeping.storeReviewed(document, actor),
    moveAlong: (resegmented) => keeping.moveAlong(resegmented),
    countUse: (id, at) => keeping.countUse(id, at),
  });
  const { require, ...memories } = memoryMethods(coordinator, shards);
  const { storeReviewed, ...documents } = documentMethods(shards, require);
  const units = unitMethods(shards, require);
  /** The shard that the units of a document's segments lie on. */
  const ofSegments = (document: ProjectDocumentId) => shards.for(`project document ${document}`);
  const keeping: UnitKeeping = {
    async storeConfirmed(pair, actor) {
      const into = await require(pair.memoryId);
      return ofSegments(pair.projectDocument).ask(async (store) => (await into(store)).storeConfirmed(pair, actor));
    },
    storeReviewed,
    moveAlong: (resegmented) => ofSegments(resegmented.projectDocument).ask((store) => store.moveAlong(resegmented)),
    async countUse(id, at) {
      await units.markUsed(id, at).catch(noneToCount);
    },
  };
  return {
    ...coordinator,
    ...memories,
    ...documents,
    ...units,
    ...batchMethods(coordinator, shards, require),
    ...indexMethods(coordinator, shards),
    async size() {
      const files = [await coordinator.size(), ...(await shards.present((store) => store.size()))].flat();
      return [{ file: 'database', bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) }];
    },
    async indexSize() {
      const sizes = await shards.each((store) => store.indexSize());
      const sum = (what: keyof IndexSize) => sizes.reduce((all, size) => all + size[what], 0);
      const units = { inBlocks: sum('inBlocks'), dead: sum('dead'), waiting: sum('waiting') };
      return { blocks: sum('blocks'), ...units, bytes: sum('bytes') };
    },
    async databases() {
      return [...(await coordinator.databases()), ...(await shards.each((store) => store.databases())).flat()];
    },
    away: () => shards.away(),
    async close() {
      await Promise.all(shards.all.map((shard) => shard.close()));
      await coordinator.close();
    },
  };
}

/** A suggestion that is deleted or away has been used all the same; the segment is confirmed without its being counted. */
function noneToCount(error: unknown): void {
  if (!isAway(error) && !(error instanceof CalqueError && error.code === 'not-found')) throw error;
}
