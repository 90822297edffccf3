import type { ErrorCode, ErrorDetails } from '../../memory/model/errors.ts';
import type { Config } from '../config.ts';
import type { StopReason } from './kind.ts';

/** A piece of work, as a thread is sent it. */
export interface ThreadTask {
  readonly kind: string;
  readonly input: unknown;
  readonly by: string;
  readonly config: Config;
  /** What an earlier start of the work kept. */
  readonly kept?: unknown;
  /** {@link STOP_FLAGS}, one 32-bit integer: seen by a handler that never leaves its loop to hear a message. */
  readonly stop: SharedArrayBuffer;
}

/** Sent to a thread in the middle of its work, which is to end at the next safe point. */
export const STOP = 'stop';

/**
 * What a thread says of its work; each but progress and what it keeps is the last word of it. It is `free` for other work once
 * it has closed what it had open.
 */
export type ThreadMessage =
  | { readonly says: 'progress'; readonly done: number; readonly total?: number }
  | { readonly says: 'kept'; readonly result: unknown }
  | { readonly says: 'done'; readonly result: unknown }
  | { readonly says: 'stopped'; readonly reason: StopReason }
  | { readonly says: 'failed'; readonly code: ErrorCode; readonly message: string; readonly details: ErrorDetails }
  | { readonly says: 'broken'; readonly stack: string }
  | { readonly says: 'free' };

/** How a piece of work ended. */
export type LastWord = Exclude<ThreadMessage, { readonly says: 'progress' | 'kept' | 'free' }>;

/** Values of the stop flag. */
export const STOP_FLAGS = { cancelled: 1, stopping: 2 } as const satisfies Record<StopReason, number>;

export function stopReason(flag: number): StopReason | undefined {
  if (flag === STOP_FLAGS.cancelled) return 'cancelled';
  return flag === STOP_FLAGS.stopping ? 'stopping' : undefined;
}
