import { type DBSchema, openDB } from 'idb';
import type { ReviewId, ReviewStep } from '../../../memory/model/review.ts';
import { putAtOnce } from '../../editor/saving/put-at-once.ts';
import type { Correction } from './correction.ts';

/** What a page has not told the server yet, of one review. */
export interface Waiting {
  /** The page. */
  readonly tab: string;
  readonly reviewId: ReviewId;
  /** How many steps of the server's history came before these. */
  readonly base: number;
  readonly steps: readonly ReviewStep[];
  readonly correction?: Correction;
}

/** Keeps what waits on this device until the server has taken it; one entry a page. */
export interface Outbox {
  readonly durable: boolean;
  all(): Promise<readonly Waiting[]>;
  put(waiting: Waiting): Promise<void>;
  remove(tab: string): Promise<void>;
}

interface Schema extends DBSchema {
  waiting: { key: string; value: Waiting };
}

/** The outbox in IndexedDB; where the browser has none to give, one that lasts as long as the page. */
export async function openOutbox(): Promise<Outbox> {
  try {
    const database = await openDB<Schema>('calque-reviews', 1, {
      upgrade: (fresh) => void fresh.createObjectStore('waiting', { keyPath: 'tab' }),
    });
    return {
      durable: true,
      all: () => database.getAll('waiting'),
      put: (waiting) => putAtOnce(database, 'waiting', waiting),
      remove: (tab) => database.delete('waiting', tab),
    };
  } catch {
    return passingOutbox();
  }
}

/** An outbox in memory. */
export function passingOutbox(): Outbox {
  const kept = new Map<string, Waiting>();
  return {
    durable: false,
    all: async () => [...kept.values()],
    put: async (waiting) => void kept.set(waiting.tab, waiting),
    remove: async (tab) => void kept.delete(tab),
  };
}
