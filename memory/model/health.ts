import type { Instant, MemoryId, UnitId } from './unit.ts';

/** What may be the matter with units of a memory. */
export const HEALTH_KINDS = [
  'different-targets',
  'numbers',
  'swapped',
  'empty',
  'identical',
  'near-duplicates',
] as const;
export type HealthKind = (typeof HEALTH_KINDS)[number];

/** One thing found, in one unit or in several that belong together. */
export interface HealthFinding {
  readonly units: readonly { readonly id: UnitId; readonly version: number }[];
  /** The numbers that one side has and the other has not. */
  readonly about?: readonly string[];
}

/** What looking at every unit of a memory has shown. */
export interface MemoryHealth {
  readonly memoryId: MemoryId;
  readonly at: Instant;
  /** Units looked at. */
  readonly units: number;
  /** Of a large memory: the share of its units that were looked up among all others for near-duplicates, from 0; the next look takes the next. */
  readonly lookedUp?: { readonly place: number; readonly of: number };
  /** How often each was found, and the first of them. */
  readonly found: Readonly<Record<HealthKind, { readonly count: number; readonly listed: readonly HealthFinding[] }>>;
}
