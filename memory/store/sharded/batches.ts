import type { BatchId, BatchStep, RefusedStep, UnitBatch } from '../../model/batch.ts';
import { CalqueError } from '../../model/errors.ts';
import { placeOf } from '../../model/shards.ts';
import type { ShardStore } from '../sql/shard-methods.ts';
import type { Store } from '../store.ts';
import type { Batches } from '../unit-management.ts';
import type { RequireMemory } from './memories.ts';
import { mergeDescending } from './pages.ts';
import type { Shards } from './shards.ts';

/**
 * A batch has its number from the coordinator, and on each shard the units of that shard. Steps are taken shard by shard:
 * where one is refused, what others have taken before stays, as a part of the batch that can be taken back.
 */
export function batchMethods(coordinator: Store, shards: Shards, requireMemory: RequireMemory): Batches {
  async function begin(store: ShardStore, batch: UnitBatch): Promise<void> {
    const { id, memoryId, kind, about, createdAt, createdBy } = batch;
    await store.takeBatch(id, { memoryId, kind, about }, { by: createdBy, at: createdAt });
  }

  async function getBatch(id: BatchId): Promise<UnitBatch> {
    const own = await coordinator.getBatch(id);
    const parts = await shards.each((store) => store.getBatch(id).then((part) => [part], noneThere));
    return joined([own, ...parts.flat()]);
  }

  return {
    async openBatch(batch, actor) {
      await requireMemory(batch.memoryId);
      return coordinator.openBatch(batch, actor);
    },

    async changeUnits(id, steps, onConflict, actor) {
      const batch = await coordinator.getBatch(id);
      const into = await requireMemory(batch.memoryId);
      const refused: RefusedStep[] = [];
      let changed = 0;
      for (const step of steps.filter(isApart)) {
        if (onConflict === 'refuse') throw apart();
        refused.push({ id: subjectOf(step), code: 'impossible-step', message: apart().message });
      }
      for (const shard of shards.all) {
        const own = steps.filter((step) => !isApart(step) && shards.of(subjectOf(step)) === shard);
        if (own.length === 0) continue;
        const outcome = await shard.ask(async (store) => {
          await begin(await into(store), batch);
          return store.changeUnits(id, own, onConflict, actor);
        });
        changed += outcome.changed;
        refused.push(...outcome.refused);
      }
      return { changed, refused };
    },

    getBatch,

    async listBatches(memoryId, page) {
      await coordinator.getMemory(memoryId);
      const pages = await shards.each((store) => store.listBatches(memoryId, page).catch(emptyPage));
      return mergeDescending(pages, page.limit, joined);
    },

    async undoBatch(id, limit, actor) {
      let left = limit;
      for (const shard of shards.all) {
        if (left === 0) break;
        left -= await shard.ask(async (store) => {
          const [before] = await store.getBatch(id).then((part) => [part], noneThere);
          if (before === undefined) return 0;
          const after = await store.undoBatch(id, left, actor);
          return after.undone + after.kept - before.undone - before.kept;
        });
      }
      return getBatch(id);
    },
  };
}

function subjectOf(step: BatchStep): number {
  return step.does === 'add' ? step.from : step.id;
}

/** A unit takes the places of another where both lie in one database alone. */
function isApart(step: BatchStep): boolean {
  return step.does === 'merge' && placeOf(step.id) !== placeOf(step.into);
}

function apart(): CalqueError {
  const message = 'The two units lie in different databases and cannot be merged; delete the one that is not wanted.';
  return new CalqueError('impossible-step', message);
}

/** One batch of its parts. */
function joined(parts: readonly [UnitBatch, ...UnitBatch[]]): UnitBatch {
  const [first] = parts;
  const sum = (count: 'units' | 'undone' | 'kept') => parts.reduce((all, part) => all + part[count], 0);
  const undone = parts.find(({ undoneAt }) => undoneAt !== undefined);
  return { ...first, ...undone, units: sum('units'), undone: sum('undone'), kept: sum('kept') };
}

/** A shard that keeps no unit of a batch does not know it. */
function noneThere(error: unknown): [] {
  if (error instanceof CalqueError && error.code === 'not-found') return [];
  throw error;
}

function emptyPage(error: unknown) {
  return { items: noneThere(error) };
}
