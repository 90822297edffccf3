import type { BatchId, BatchStep, RefusedStep, UnitBatch } from '../../model/batch.ts';
import { CalqueError } from '../../model/errors.ts';
import { placeOf } from '../../model/shards.ts';
import { notFound } from '../sql/arguments.ts';
import type { ShardStore } from '../sql/shard-methods.ts';
import type { Store } from '../store.ts';
import type { Batches } from '../unit-management.ts';
import type { RequireMemory } from './memories.ts';
import { mergeDescending } from './pages.ts';
import type { Shard } from './shard.ts';
import type { Shards } from './shards.ts';

/**
 * A batch has its number from the coordinator, and on each shard the units of that shard. Steps are taken shard by shard:
 * whatever will be refused is, where all or nothing is wanted, before any is taken; where one changes in between, what others have
 * taken before stays, as a part of the batch that can be taken back.
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

  /** What keeps a step from being taken on any shard. */
  function impossible(step: BatchStep): CalqueError | undefined {
    if (isApart(step)) return apart();
    return shards.all[placeOf(subjectOf(step))] === undefined ? notFound('unit', subjectOf(step)) : undefined;
  }

  /** Refuses what one of the shards will, as it does, before another has taken its part: but for what changes meanwhile. */
  async function requireTakable(
    steps: readonly BatchStep[],
    take: (shard: Shard, own: readonly BatchStep[]) => Promise<unknown>,
  ): Promise<void> {
    const ids = steps.filter((step) => impossible(step) === undefined).map(subjectOf);
    const present = await shards.ofAll(ids, (store, own) => store.unitsInContext(own));
    const versions = new Map(present.map(({ unit }) => [unit.id, unit.version]));
    for (const step of steps) {
      const error = impossible(step);
      if (error !== undefined) throw error;
      const id = subjectOf(step);
      if (step.does !== 'add' && versions.get(id) !== step.version) await take(shards.of(id), [step]);
    }
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
      const take = (shard: Shard, own: readonly BatchStep[]) =>
        shard.ask(async (store) => {
          await begin(await into(store), batch);
          return store.changeUnits(id, own, onConflict, actor);
        });
      const parts = shards.all.map((shard) => ({
        shard,
        own: steps.filter((step) => !impossible(step) && shards.of(subjectOf(step)) === shard),
      }));
      if (onConflict === 'refuse') await requireTakable(steps, take);
      for (const step of steps) {
        const error = impossible(step);
        if (error !== undefined) refused.push({ id: subjectOf(step), code: error.code, message: error.message });
      }
      for (const { shard, own } of parts.filter(({ own }) => own.length > 0)) {
        const outcome = await take(shard, own);
        changed += outcome.changed;
        refused.push(...outcome.refused);
      }
      return { changed, refused: inOrderOf(steps, refused) };
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

/** What was refused, in the order in which it was asked for. */
function inOrderOf(steps: readonly BatchStep[], refused: readonly RefusedStep[]): RefusedStep[] {
  const places = new Map(steps.map((step, place) => [subjectOf(step), place]));
  return refused.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
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
