import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Change } from './change.ts';
import { putAtOnce } from './put-at-once.ts';

/** Keeps changes on this device until the server has taken them. */
export interface Outbox {
  /** Whether what is kept survives a reload. */
  readonly durable: boolean;
  /** Every change kept, of all tabs and documents, in the order of their keys. */
  all(): Promise<readonly Change[]>;
  /** Keeps a change in the place of one with the same key. */
  put(change: Change): Promise<void>;
  remove(key: string): Promise<void>;
}

interface Schema extends DBSchema {
  changes: { key: string; value: Change };
}

const DATABASE = 'calque-outbox';

/** The outbox in IndexedDB; where the browser has none to give, one that lasts as long as the page. */
export async function openOutbox(): Promise<Outbox> {
  try {
    const database = await openDB<Schema>(DATABASE, 1, {
      upgrade: (fresh) => void fresh.createObjectStore('changes', { keyPath: 'key' }),
    });
    return outboxIn(database);
  } catch {
    return passingOutbox();
  }
}

function outboxIn(database: IDBPDatabase<Schema>): Outbox {
  return {
    durable: true,
    all: () => database.getAll('changes'),
    put: (change) => putAtOnce(database, 'changes', change),
    remove: (key) => database.delete('changes', key),
  };
}

/** An outbox in memory. */
export function passingOutbox(): Outbox {
  const changes = new Map<string, Change>();
  return {
    durable: false,
    all: async () => [...changes.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
    put: async (change) => void changes.set(change.key, change),
    remove: async (key) => void changes.delete(key),
  };
}
