import type { Store } from '../../../memory/store/store.ts';

/** What a test may have otherwise than a user has, to be quick. */
export interface OpenOptions {
  /** Events that are kept. */
  readonly mostEvents?: number;
}

/** Opens one more store on the database of the running test; it is closed when the test ends. */
export type OpenStore = (options?: OpenOptions) => Promise<Store>;
