import { CalqueError } from '../../memory/model/errors.ts';
import type { Memory } from '../../memory/model/unit.ts';
import type { Actor, Store } from '../../memory/store/store.ts';

/** The memory that work goes to where none is named. */
export const HOUSE_MEMORY = 'News';

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
