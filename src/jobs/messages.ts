import type { ErrorCode, ErrorDetails } from '../../memory/model/errors.ts';
import type { Config } from '../config.ts';
import type { StopReason } from './kind.ts';

/** What a thread is started with. */
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

/** What a thread says; each but progress and what it keeps is its last word. */
export type ThreadMessage =
  | { readonly says: 'progress'; readonly done: number; readonly total?: number }
  | { readonly says: 'kept'; readonly result: unknown }
  | { readonly says: 'done'; readonly result: unknown }
  | { readonly says: 'stopped'; readonly reason: StopReason }
  | { readonly says: 'failed'; readonly code: ErrorCode; readonly message: string; readonly details: ErrorDetails }
  | { readonly says: 'broken'; readonly stack: string };

/** Values of the stop flag. */
export const STOP_FLAGS = { cancelled: 1, stopping: 2 } as const satisfies Record<StopReason, number>;

export function stopReason(flag: number): StopReason | undefined {
  if (flag === STOP_FLAGS.cancelled) return 'cancelled';
  return flag === STOP_FLAGS.stopping ? 'stopping' : undefined;
}
