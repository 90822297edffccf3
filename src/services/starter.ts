import type { Store } from '../../memory/store/store.ts';
import type { Clock } from './clock.ts';
import { actorAt } from './clock.ts';
import type { Imports } from './imports/imports.ts';
import { fileSource } from './imports/source.ts';
import { HOUSE_MEMORY, memoryNamed } from './memories.ts';

/** The memory that a new installation starts with. */
const STARTER_MEMORY = 'Starter';

/** Set once the first start has set the memories up; a starter memory that was deleted later stays deleted. */
const SETTING = 'starter-loaded';

/**
 * Sets up the memories of a new installation: an empty one for the house, and the starter memory, ranked behind it.
 * Does nothing on an installation that was started before.
 * @param file the starter memory as TMX
 */
export async function loadStarter(store: Store, imports: Imports, file: string, clock: Clock): Promise<void> {
  if ((await store.getSetting(SETTING)) !== undefined) return;
  const actor = actorAt(clock, 'calque');
  await memoryNamed(store, HOUSE_MEMORY, actor);
  const source = fileSource(file, file);
  await imports.run({ source, memory: STARTER_MEMORY, mode: 'add', dryRun: false }, actor);
  const starter = await memoryNamed(store, STARTER_MEMORY, actor);
  await store.changeMemory(starter.id, { priority: -10 });
  await store.setSetting(SETTING, actor.at);
}
