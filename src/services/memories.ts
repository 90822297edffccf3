import { setTimeout as pause } from 'node:timers/promises';
import { CalqueError } from '../../memory/model/errors.ts';
import type { Memory, MemoryId } from '../../memory/model/unit.ts';
import type { Actor, Store } from '../../memory/store/store.ts';

/** The memory that work goes to where none is named. */
export const HOUSE_MEMORY = 'News';

/** Units deleted in one transaction. */
export const EMPTIED_AT_ONCE = 1_000;
/** Milliseconds in which others get to write between two of them. */
const BREATH = 15;

/**
 * Deletes a memory with all that is in it, many units at a time. Cut off, it leaves what is not deleted yet.
 * @param report called with units deleted, of all; throws where the work is to stop
 */
export async function deleteMemory(
  store: Store,
  id: MemoryId,
  report: (done: number, total: number) => void,
): Promise<{ readonly units: number }> {
  const { unitCount } = await store.getMemory(id);
  let units = 0;
  for (;;) {
    report(units, Math.max(unitCount, units));
    const emptied = await store.emptyMemory(id, EMPTIED_AT_ONCE);
    if (emptied === 0) break;
    units += emptied;
    await pause(BREATH);
  }
  await store.deleteMemory(id);
  return { units };
}

/**
 * The memory of that name, made when there is none.
 * @throws CalqueError `bad-request` at `memory` for a name that no memory can have
 */
export async function memoryNamed(store: Store, name: string, actor: Actor): Promise<Memory> {
  try {
    return (await store.findMemory(name)) ?? (await store.createMemory({ name }, actor));
  } catch (error) {
    // Another process may have made it between the two.
    const meanwhile =
      error instanceof CalqueError && error.code === 'already-exists' ? await store.findMemory(name) : undefined;
    if (meanwhile) return meanwhile;
    if (!(error instanceof CalqueError) || error.details.where !== 'name') throw error;
    const message = `The memory “${name.slice(0, 40)}” cannot be made: ${error.message}`;
    throw new CalqueError(error.code, message, { where: 'memory' });
  }
}
