import type { ErrorCode, ErrorDetails } from '../../memory/model/errors.ts';
import { CalqueError } from '../../memory/model/errors.ts';
import type { Databases } from '../../memory/model/shards.ts';
import type { Concordance } from '../../memory/retrieval/concordance/concordance.ts';
import type { StagedRetrieval, Tiers } from '../../memory/retrieval/retrieval.ts';
import type { Store } from '../../memory/store/store.ts';
import type { Sharing } from './shared-parts.ts';

/** What may take long, and is done in a thread: it reads and changes nothing. */
export interface LongReads extends StagedRetrieval, Pick<Store, 'listUnits'> {
  readonly concordance: Concordance['find'];
}

/** What a reading thread is started with. */
export interface ReadingTask {
  readonly databases: Databases;
  /** For each database that keeps units. */
  readonly sharing: readonly Sharing[];
}

/** One call, as it is sent to a thread; a thread is sent the next when it has answered. */
export interface Call {
  readonly method: keyof LongReads;
  readonly args: readonly unknown[];
}

/** How long each tier of a call took in its thread, in seconds. */
export type TierSeconds = Partial<Record<keyof Tiers, number>>;

/** What a thread answers. */
export type Answer =
  | { readonly value: unknown; readonly took: Readonly<TierSeconds> }
  | { readonly code: ErrorCode; readonly message: string; readonly details: ErrorDetails }
  | { readonly stack: string };

/** An error as it is sent from one thread to another. */
export function failure(error: unknown): Answer {
  if (error instanceof CalqueError) return { code: error.code, message: error.message, details: error.details };
  return { stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

/** What was answered. @throws the error that was */
export function answered(answer: Answer): unknown {
  if ('value' in answer) return answer.value;
  throw 'code' in answer ? new CalqueError(answer.code, answer.message, answer.details) : new Error(answer.stack);
}
