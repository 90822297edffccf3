import type { BatchId, BatchStep, RefusedStep } from '../../model/batch.ts';
import { CalqueError, type ErrorCode } from '../../model/errors.ts';
import type { UnitId } from '../../model/unit.ts';
import type { Actor } from '../store.ts';
import type { Batches } from '../unit-management.ts';
import { readPage, requireInteger } from './arguments.ts';
import type { BatchStepTaker } from './batch-steps.ts';
import { type BatchTable, type BatchUnitRow, batchOf, batchTable } from './batch-table.ts';
import type { Connection } from './connection.ts';
import type { MemoryTable } from './memories.ts';
import type { RevertUnit } from './unit-reverting.ts';
import type { UnitTable } from './unit-table.ts';

interface Tables {
  readonly memories: MemoryTable;
  readonly units: UnitTable;
  readonly revert: RevertUnit;
  readonly takeStep: BatchStepTaker;
}

const MOST_AT_ONCE = 1000;

/** What may keep a step from being taken without anything being wrong with the rest. */
const PASSED: readonly ErrorCode[] = ['not-found', 'version-conflict', 'already-exists', 'empty-text'];

export function batchMethods(connection: Connection, tables: Tables): Batches {
  const { memories, units, revert, takeStep } = tables;
  const batches: BatchTable = batchTable(connection);

  /** Whether the unit was taken back. */
  async function takeBack({ unit_id, version }: BatchUnitRow, actor: Actor): Promise<boolean> {
    const row = await units.find(unit_id);
    if (row === undefined || row.version !== version) return false;
    try {
      if (await revert(row, actor)) return true;
    } catch (error) {
      if (error instanceof CalqueError && error.code === 'already-exists') return false;
      throw error;
    }
    // The batch made it.
    await units.revise(row, row, 'delete', row.version, actor);
    await memories.countUnits(row.memory_id, -1);
    return true;
  }

  return {
    openBatch: (batch, actor) =>
      connection.write(async () => {
        await memories.requireWritable(batch.memoryId);
        return batchOf(await batches.require(await batches.open(batch, actor)));
      }),

    changeUnits: (id, steps, onConflict, actor) =>
      connection.write(async () => {
        requireInteger(steps.length, 0, MOST_AT_ONCE, 'steps.length');
        const { memory_id: memoryId } = await batches.require(id);
        await memories.requireWritable(memoryId);
        const refused: RefusedStep[] = [];
        let changed = 0;
        for (const step of steps) {
          try {
            changed += Number(await take(id, step, memoryId, actor));
          } catch (error) {
            const isPassed = error instanceof CalqueError && PASSED.includes(error.code);
            if (onConflict === 'refuse' || !isPassed) throw error;
            refused.push({ id: subjectOf(step), code: error.code, message: error.message });
          }
        }
        return { changed, refused };
      }),

    getBatch: (id) => connection.ask(async () => batchOf(await batches.require(id))),

    listBatches: (memoryId, request) =>
      connection.read(async () => {
        const { afterId, limit } = readPage(request);
        await memories.require(memoryId);
        const rows = await batches.before(memoryId, afterId === 0 ? Number.MAX_SAFE_INTEGER : afterId, limit + 1);
        const shown = rows.slice(0, limit);
        const last = shown.at(-1);
        const items = shown.map(batchOf);
        return rows.length > limit && last !== undefined ? { items, next: String(last.id) } : { items };
      }),

    undoBatch: (id, limit, actor) =>
      connection.write(async () => {
        requireInteger(limit, 1, MOST_AT_ONCE, 'limit');
        await memories.requireWritable((await batches.require(id)).memory_id);
        await batches.beginUndo(id, actor);
        for (const one of await batches.standing(id, limit)) {
          await batches.settle(id, one.unit_id, (await takeBack(one, actor)) ? 'undone' : 'kept');
        }
        return batchOf(await batches.require(id));
      }),
  };

  async function take(id: BatchId, step: BatchStep, memoryId: number, actor: Actor): Promise<boolean> {
    if (step.does !== 'add' && (await batches.has(id, step.id))) return false;
    const taken = await takeStep(step, memoryId, actor);
    if (taken === undefined) return false;
    await batches.note(id, taken.id, taken.version);
    return true;
  }
}

function subjectOf(step: BatchStep): UnitId {
  return step.does === 'add' ? step.from : step.id;
}
