import { CalqueError } from '../../memory/model/errors.ts';
import type { Termbase, TermbaseId } from '../../memory/model/termbase.ts';
import type { Actor, Store } from '../../memory/store/store.ts';
import { forgetMatter } from './termbase-matter.ts';

/** The termbase that terms go to where none is named. */
export const HOUSE_TERMBASE = 'News';

/**
 * The termbase of that name, made when there is none.
 * @throws CalqueError `bad-request` at `termbase` for a name that no termbase can have
 */
export async function termbaseNamed(store: Store, name: string, actor: Actor): Promise<Termbase> {
  try {
    return (await store.findTermbase(name)) ?? (await store.createTermbase(name, actor));
  } catch (error) {
    // Another process may have made it between the two.
    const meanwhile =
      error instanceof CalqueError && error.code === 'already-exists' ? await store.findTermbase(name) : undefined;
    if (meanwhile) return meanwhile;
    if (!(error instanceof CalqueError) || error.details.where !== 'name') throw error;
    const message = `The termbase “${name.slice(0, 40)}” cannot be made: ${error.message}`;
    throw new CalqueError(error.code, message, { where: 'termbase' });
  }
}

/** Removes a termbase with all that is kept of it. @throws CalqueError as the store does */
export async function deleteTermbase(store: Store, id: TermbaseId): Promise<void> {
  await store.deleteTermbase(id);
  await forgetMatter(store, id);
}
