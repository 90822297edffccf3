import type { PlacedComment } from '../../memory/model/comment.ts';
import { isCalled, mentionsIn } from '../../memory/model/comment.ts';
import type { Project } from '../../memory/model/project.ts';
import type { Store } from '../../memory/store/store.ts';
import type { Caller } from './caller.ts';

/** As many comments that speak to somebody are looked through, the newest. */
const LOOKED_THROUGH = 1000;

/** The comments that speak to whoever asks, newest first. @param projects those that they may look into */
export async function mentionsOf(
  caller: Caller,
  projects: readonly Project[],
  store: Pick<Store, 'listSpeakingComments'>,
): Promise<readonly PlacedComment[]> {
  const all = await store.listSpeakingComments(LOOKED_THROUGH);
  const permitted = new Set(projects.map(({ id }) => id));
  // Where nobody has an account, whoever is there is meant.
  const isMeant = (name: string) => caller.via === 'alone' || isCalled(name, caller.name);
  return all.filter(({ projectId, text }) => permitted.has(projectId) && mentionsIn(text).some(isMeant));
}
