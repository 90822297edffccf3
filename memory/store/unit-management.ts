import type { BatchId, BatchKind, BatchOutcome, BatchStep, UnitBatch } from '../model/batch.ts';
import type { MemoryId } from '../model/unit.ts';
import type { Actor, Page, PageRequest } from './calls.ts';

/** A batch that is to be begun. */
export interface NewBatch {
  readonly memoryId: MemoryId;
  readonly kind: BatchKind;
  readonly about: UnitBatch['about'];
}

/** Changing many units of a memory at once, so that it can be taken back at once. */
export interface UnitManagement {
  /**
   * Deletes up to so many units of a memory that is to go, for good, with their history: all at once, a million of them
   * would keep everybody else from writing for a minute. `read-only-memory` while the memory is that.
   * @param limit 1–10,000 @returns how many there were
   */
  emptyMemory(id: MemoryId, limit: number): Promise<number>;
  /** Begins a batch, which has no units yet. `read-only-memory` while the memory is that. */
  openBatch(batch: NewBatch, actor: Actor): Promise<UnitBatch>;
  /**
   * Takes steps of a batch, each a version in the history of its unit. A unit that would say what another says already is
   * merged into that. A unit that the batch has taken before is passed over, so doing it again does nothing.
   * @param onConflict what a step that cannot be taken does: `refuse` has none of them taken and throws its error,
   *   `pass` leaves out that one
   */
  changeUnits(
    id: BatchId,
    steps: readonly BatchStep[],
    onConflict: 'refuse' | 'pass',
    actor: Actor,
  ): Promise<BatchOutcome>;
  getBatch(id: BatchId): Promise<UnitBatch>;
  /** The batches of a memory that took a unit, newest first. */
  listBatches(memoryId: MemoryId, page: PageRequest): Promise<Page<UnitBatch>>;
  /**
   * Takes up to `limit` units of a batch back, each as a version of its own. What was changed since is kept as it is.
   * It is done when `undone` and `kept` are all its units.
   * @param limit 1–1000
   */
  undoBatch(id: BatchId, limit: number, actor: Actor): Promise<UnitBatch>;
}

/** The part of it that are batches. */
export type Batches = Omit<UnitManagement, 'emptyMemory'>;
