import type { Instant } from '../model/unit.ts';

/** Who does it and when: written with every change. */
export interface Actor {
  readonly by: string;
  readonly at: Instant;
}

/** A page of a listing; `next` is absent on the last. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

export interface PageRequest {
  /** From a page's `next`; the first page when absent. */
  readonly cursor?: string;
  /** 1–1000. */
  readonly limit: number;
}
