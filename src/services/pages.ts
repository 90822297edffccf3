import { setImmediate } from 'node:timers/promises';

/** All items of a listing, page after page, with turns for other requests between them. */
export async function* pages<T>(
  read: (cursor: string | undefined) => Promise<{ readonly items: readonly T[]; readonly next?: string }>,
): AsyncGenerator<T> {
  let cursor: string | undefined;
  do {
    await setImmediate();
    const { items, next } = await read(cursor);
    yield* items;
    cursor = next;
  } while (cursor !== undefined);
}
