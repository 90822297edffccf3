import type { Memory } from '../../memory/model/unit.ts';
import type { Actor, Store } from '../../memory/store/store.ts';

/** The memory that work goes to where none is named. */
export const HOUSE_MEMORY = 'News';

/** The memory of that name, made when there is none. */
export async function memoryNamed(store: Store, name: string, actor: Actor): Promise<Memory> {
  return (await store.findMemory(name)) ?? store.createMemory({ name }, actor);
}
