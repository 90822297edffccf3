import type { ErrorCode } from './errors.ts';
import type { Instant } from './unit.ts';

export type JobId = number;
/** What kind of work it is, by name; the server's `jobs/kinds` say which there are. */
export type JobKind = string;
export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** Why a job failed. */
export interface JobError {
  readonly code: ErrorCode;
  readonly message: string;
}

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
  /** Of a job that did not come to its end, what it had done until then, where it says. */
  readonly result?: unknown;
  readonly error?: JobError;
  /** How often it was begun. More than once where a process ended before the job did. */
  readonly attempts: number;
  /** Somebody asked for it to end; it does at the next point where it can. */
  readonly cancelRequested: boolean;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly changedAt: Instant;
}

/** How a job ended. */
export type JobOutcome =
  | { readonly state: 'done'; readonly result?: unknown }
  | { readonly state: 'failed'; readonly error: JobError }
  | { readonly state: 'cancelled' };

/**
 * The hold that a process has on a job it runs. It renews the lease while it lives; once the lease has run out, whoever
 * comes first may take the job up.
 */
export interface JobLease {
  /** The process, under a name that no other has or had. */
  readonly owner: string;
  readonly until: Instant;
}
