import type { TermbaseId } from '../../memory/model/termbase.ts';
import type { TermbaseMatter } from '../../memory/model/termbase-matter.ts';
import { joinedMatter, NO_MATTER } from '../../memory/model/termbase-matter.ts';
import type { Store } from '../../memory/store/store.ts';

type Settings = Pick<Store, 'getSetting' | 'setSetting'>;

function nameOf(id: TermbaseId): string {
  return `what the files of termbase ${id} say of themselves`;
}

/** What the files say of themselves that a termbase was filled from. */
export async function matterOf(store: Settings, id: TermbaseId): Promise<TermbaseMatter> {
  return ((await store.getSetting(nameOf(id))) as TermbaseMatter | undefined) ?? NO_MATTER;
}

/** Adds what one more file says. */
export async function keepMatter(store: Settings, id: TermbaseId, matter: TermbaseMatter): Promise<void> {
  const present = await matterOf(store, id);
  const joined = joinedMatter(present, matter);
  if (JSON.stringify(joined) !== JSON.stringify(present)) await store.setSetting(nameOf(id), joined);
}

/** Forgets it, of a termbase that is no more. */
export async function forgetMatter(store: Settings, id: TermbaseId): Promise<void> {
  await store.setSetting(nameOf(id), undefined);
}
