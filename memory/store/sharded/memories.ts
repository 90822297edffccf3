import { CalqueError } from '../../model/errors.ts';
import type { Memory, MemoryId } from '../../model/unit.ts';
import type { MemoryMethods } from '../sql/memories.ts';
import type { ShardStore } from '../sql/shard-methods.ts';
import type { Store } from '../store.ts';
import type { Shards } from './shards.ts';

/**
 * Asks for a memory that is to be written to. @returns what has a shard know of it before its units are written there
 * @throws CalqueError `not-found`, `read-only-memory`
 */
export type RequireMemory = (id: MemoryId) => Promise<(store: ShardStore) => Promise<ShardStore>>;

/**
 * The coordinator knows the memories; of each, a shard knows what it is called, whether it may be written to and how many
 * of its units it keeps. Those of a shard that is away are not counted.
 */
export function memoryMethods(coordinator: ShardStore, shards: Shards): MemoryMethods & { require: RequireMemory } {
  const taken = new WeakMap<ShardStore, Set<MemoryId>>();

  async function counts(): Promise<ReadonlyMap<MemoryId, number>> {
    const all = new Map<MemoryId, number>();
    for (const { id, unitCount } of (await shards.present((store) => store.listMemories())).flat()) {
      all.set(id, (all.get(id) ?? 0) + unitCount);
    }
    return all;
  }

  const counted = (memory: Memory, units: ReadonlyMap<MemoryId, number>): Memory => ({
    ...memory,
    unitCount: units.get(memory.id) ?? 0,
  });

  async function withCount(memory: Promise<Memory>): Promise<Memory> {
    const [found, units] = await Promise.all([memory, counts()]);
    return counted(found, units);
  }

  return {
    createMemory: (memory, actor) => coordinator.createMemory(memory, actor),

    async listMemories() {
      const [memories, units] = await Promise.all([coordinator.listMemories(), counts()]);
      return memories.map((memory) => counted(memory, units));
    },

    getMemory: (id) => withCount(coordinator.getMemory(id)),

    async findMemory(name) {
      const memory = await coordinator.findMemory(name);
      return memory && counted(memory, await counts());
    },

    async memoryRevision(id) {
      const own = await coordinator.memoryRevision(id);
      const others = await shards.each((store) => store.memoryRevision(id).catch(noneThere));
      return others.reduce((sum, revision) => sum + revision, own);
    },

    async changeMemory(id, change) {
      await shards.each(isThere);
      const memory = await coordinator.changeMemory(id, change);
      await shards.each((store) => store.takeMemory(memory));
      return withCount(Promise.resolve(memory));
    },

    async emptyMemory(id, limit) {
      await coordinator.emptyMemory(id, limit);
      const emptied = await shards.each((store) => store.emptyMemory(id, limit).catch(noneThere));
      return emptied.reduce((sum, units) => sum + units, 0);
    },

    async deleteMemory(id) {
      await shards.each(isThere);
      await coordinator.deleteMemory(id);
      await shards.each((store) => store.deleteMemory(id).catch(noneThere));
      // As a reference between tables would have it.
      const { units, documents } = await coordinator.namedElsewhere();
      const gone = await shards.each((store, shard) => {
        const own = (one: number) => shards.of(one) === shard;
        return store.notThere({ units: units.filter(own), documents: documents.filter(own) });
      });
      await coordinator.forgetNamed({
        units: gone.flatMap((some) => some.units),
        documents: gone.flatMap((some) => some.documents),
      });
    },

    async require(id) {
      const memory = await coordinator.getMemory(id);
      if (memory.readOnly) throw new CalqueError('read-only-memory', `The memory “${memory.name}” is read-only.`);
      return async (store) => {
        const known = taken.get(store) ?? new Set();
        taken.set(store, known);
        if (!known.has(id)) await store.takeMemory(memory);
        known.add(id);
        return store;
      };
    },
  };
}

/** Fails where the database is away, before anything is changed in any. */
function isThere(store: Pick<Store, 'getSetting'>): Promise<unknown> {
  return store.getSetting('sharding');
}

/** A shard that never kept a unit of a memory does not know it. */
function noneThere(error: unknown): 0 {
  if (error instanceof CalqueError && error.code === 'not-found') return 0;
  throw error;
}
