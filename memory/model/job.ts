import type { ErrorCode } from './errors.ts';
import type { Instant } from './unit.ts';

export type JobId = number;
export type JobKind = 'import' | 'export' | 'train' | 'reindex' | 'pretranslate' | 'backup';
export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** Background work with progress. */
export interface Job {
  readonly id: JobId;
  readonly kind: JobKind;
  readonly state: JobState;
  /** What it works on, as the one who asked for it put it. */
  readonly input: unknown;
  /** Units of work done, and in all where known. */
  readonly done: number;
  readonly total?: number;
  readonly result?: unknown;
  readonly error?: { readonly code: ErrorCode; readonly message: string };
  readonly createdAt: Instant;
  readonly changedAt: Instant;
}
