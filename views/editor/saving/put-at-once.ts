import type { DBSchema, IDBPDatabase, StoreNames, StoreValue } from 'idb';

/**
 * Writes a value and has it committed without being asked again. Left to itself, a browser tells the page that the value
 * is written and commits once the page has nothing more to write: a page that is closed in between would lose it.
 */
export async function putAtOnce<Schema extends DBSchema, Name extends StoreNames<Schema>>(
  database: IDBPDatabase<Schema>,
  name: Name,
  value: StoreValue<Schema, Name>,
): Promise<void> {
  const transaction = database.transaction(name, 'readwrite');
  const written = transaction.store.put(value);
  transaction.commit();
  await Promise.all([written, transaction.done]);
}
