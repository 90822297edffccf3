import { requireStorable } from '../sql/incoming.ts';
import { pairText } from '../sql/pair-key.ts';
import type { Store } from '../store.ts';
import type { RequireMemory } from './memories.ts';
import { mergePages } from './pages.ts';
import type { Shards } from './shards.ts';

type UnitMethods = Pick<
  Store,
  | 'addUnits'
  | 'getUnit'
  | 'listUnits'
  | 'changeUnit'
  | 'deleteUnit'
  | 'unitHistory'
  | 'undoUnit'
  | 'markUsed'
  | 'scanUnits'
  | 'unitsMeeting'
>;

/** A unit that belongs to no document lies on the shard that its pair draws, so that the same pair is found there again. */
export function unitMethods(shards: Shards, requireMemory: RequireMemory): UnitMethods {
  return {
    async addUnits(memoryId, units, actor) {
      const into = await requireMemory(memoryId);
      // Shards store by themselves: what none may store must be known before any does.
      units.forEach(requireStorable);
      let [added, merged] = [0, 0];
      const unitIds = await shards.part(units, pairText, async (store, own) => {
        const stored = await (await into(store)).addUnits(memoryId, own, actor);
        added += stored.added;
        merged += stored.merged;
        return stored.unitIds;
      });
      return { added, merged, unitIds };
    },

    getUnit: async (id) => shards.of(id).ask((store) => store.getUnit(id)),

    listUnits: unitListing(shards),

    changeUnit: async (id, version, change, actor) =>
      shards.of(id).ask((store) => store.changeUnit(id, version, change, actor)),
    deleteUnit: async (id, version, actor) => shards.of(id).ask((store) => store.deleteUnit(id, version, actor)),
    unitHistory: async (id) => shards.of(id).ask((store) => store.unitHistory(id)),
    undoUnit: async (id, actor) => shards.of(id).ask((store) => store.undoUnit(id, actor)),
    markUsed: async (id, at) => shards.of(id).ask((store) => store.markUsed(id, at)),

    async scanUnits(memories, afterId, limit) {
      const found = await shards.each((store) => store.scanUnits(memories, afterId, limit));
      return found
        .flat()
        .sort((a, b) => a.unit.id - b.unit.id)
        .slice(0, limit);
    },

    async unitsMeeting(conditions, most, among) {
      const found =
        among === undefined
          ? (await shards.each((store) => store.unitsMeeting(conditions, most))).flat()
          : await shards.ofAll(among, (store, own) => store.unitsMeeting(conditions, most, own));
      return found.slice(0, most);
    },
  };
}

/** Lists the units of all shards. */
export function unitListing(shards: Shards): Store['listUnits'] {
  return async (filter, page) => {
    const { documentId } = filter;
    if (documentId !== undefined) {
      return shards.of(documentId, 'document').ask((store) => store.listUnits(filter, page));
    }
    return mergePages(await shards.each((store) => store.listUnits(filter, page)), page.limit);
  };
}
