import type { ErrorCode } from './errors.ts';
import type { Instant, MemoryId, NewUnit, UnitChange, UnitId } from './unit.ts';

export type BatchId = number;

/** What many units are changed for at once. */
export const BATCH_KINDS = ['replace', 'repair', 'promote'] as const;
export type BatchKind = (typeof BATCH_KINDS)[number];

/** Changes of many units that were asked for as one, and can be taken back as one. */
export interface UnitBatch {
  readonly id: BatchId;
  readonly memoryId: MemoryId;
  readonly kind: BatchKind;
  /** What was asked for, to be told: the text looked for, the repair, the memory promoted from. */
  readonly about: Readonly<Record<string, string>>;
  readonly createdAt: Instant;
  readonly createdBy: string;
  /** Units that it changed, added or deleted. */
  readonly units: number;
  /** Of these, units that are again as they were before. */
  readonly undone: number;
  /** Units that were not taken back, for they were changed since. */
  readonly kept: number;
  /** When it was first taken back, and by whom. */
  readonly undoneAt?: Instant;
  readonly undoneBy?: string;
}

/** A change of one unit within a batch. A unit is taken once by each batch, however often it is given. */
export type BatchStep =
  | { readonly does: 'change'; readonly id: UnitId; readonly version: number; readonly change: UnitChange }
  | { readonly does: 'delete'; readonly id: UnitId; readonly version: number }
  /** Deletes the unit; it stands as `into` in its documents from then on. */
  | { readonly does: 'merge'; readonly id: UnitId; readonly version: number; readonly into: UnitId }
  /** Stores a unit of another memory, in the documents that it stands in there. */
  | { readonly does: 'add'; readonly unit: NewUnit; readonly from: UnitId };

/** A step that was not taken, and why. */
export interface RefusedStep {
  readonly id: UnitId;
  readonly code: ErrorCode;
  readonly message: string;
}

/** What the steps of a batch did. */
export interface BatchOutcome {
  readonly changed: number;
  readonly refused: readonly RefusedStep[];
}
