import type { z } from 'zod';
import type { JobKind } from '../../memory/model/job.ts';
import type { Retrieval } from '../../memory/retrieval/retrieval.ts';
import type { Store } from '../../memory/store/store.ts';
import type { ArticleReader } from '../services/article-reader.ts';
import type { Articles } from '../services/articles.ts';
import type { Backups } from '../services/backups.ts';
import type { Imports } from '../services/imports/imports.ts';
import type { TermImports } from '../services/imports/term-imports.ts';
import type { Lookup } from '../services/lookup.ts';
import type { Pretranslation } from '../services/pretranslation.ts';
import type { Projects } from '../services/projects.ts';
import type { Transfers } from '../services/transfers.ts';
import type { Units } from '../services/units.ts';
import type { XliffFiles } from '../services/xliff-files.ts';
import type { Spool } from './spool.ts';

/** The parts of an installation that jobs work with; in a thread, opened there. */
export interface JobParts {
  readonly store: Store;
  readonly spool: Spool;
  readonly retrieval: Retrieval;
  readonly lookup: Lookup;
  readonly reader: ArticleReader;
  readonly articles: Articles;
  /** Absent where no folder for them is set. */
  readonly backups?: Backups | undefined;
  readonly imports: Imports;
  readonly pretranslation: Pretranslation;
  readonly projects: Projects;
  readonly termImports: TermImports;
  readonly transfers: Transfers;
  readonly units: Units;
  readonly xliffFiles: XliffFiles;
}

/** What a running job is told, and tells. */
export interface JobRun {
  /** Who wanted it: the `by` of what it writes. */
  readonly by: string;
  /**
   * Says how far the work is, in units of work. To be called often, and only where it is safe to stop.
   * @throws JobStopped where the job is to end; it passes through the handler and takes an open transaction back
   */
  report(done: number, total?: number): void;
  /** The result so far, that is kept where the job does not come to its end. */
  keep(result: unknown): void;
  /** What an earlier start of the job kept. */
  readonly kept?: unknown;
  /** Aborted where the job is to end, for what it waits for. */
  readonly signal: AbortSignal;
}

/**
 * One kind of job. A job may be begun again after a crash, or after the server was stopped: `run` is either such that
 * doing it twice is the same as doing it once, or goes on from what is in the store.
 */
export interface Kind<Input extends z.ZodType = z.ZodType, Result = unknown> {
  readonly kind: JobKind;
  /** Checked when the job is made, and again when it is run. JSON: a file is the name of a spooled one. */
  readonly input: Input;
  /** The spooled files that an input names, which go when the job has ended. */
  readonly files?: (input: z.output<Input>) => readonly string[];
  /** Does the work. Its result is kept as JSON; a CalqueError fails the job with that code and sentence. */
  run(input: z.output<Input>, parts: JobParts, run: JobRun): Promise<Result>;
}

/** Why work is stopped: somebody cancelled it, or the server ends and takes it up again when it starts. */
export type StopReason = 'cancelled' | 'stopping';

/** Thrown through a handler that is to end. */
export class JobStopped extends Error {
  readonly reason: StopReason;

  constructor(reason: StopReason) {
    super(reason === 'cancelled' ? 'The job was cancelled.' : 'The server stops.');
    this.name = 'JobStopped';
    this.reason = reason;
  }
}

/** States a kind, with its types. */
export function kindOf<Input extends z.ZodType, Result>(kind: Kind<Input, Result>): Kind<Input, Result> {
  return kind;
}
