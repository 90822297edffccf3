/** Work of which the thread that asks hears only how far it is, and what it has done so far where it says. */
export interface ThreadWork {
  /** Who wanted it. */
  readonly by?: string;
  readonly report?: (done: number, total: number | undefined) => void;
  readonly keep?: (result: unknown) => void;
  /** What an earlier start of the work kept. */
  readonly kept?: unknown;
  /** Stops it at its next safe point; the work then fails with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Does long computations away from the thread that answers requests. */
export interface Threads {
  /**
   * @param kind one of the kinds in `src/jobs/kinds`
   * @param input copied into the thread, where the kind checks it
   * @returns what the kind's handler returned, as a copy
   * @throws CalqueError what the handler failed with; `job-crashed` where its thread ended without a word
   */
  run(kind: string, input: unknown, work?: ThreadWork): Promise<unknown>;
}
