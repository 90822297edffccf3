import { changedConcept, type EntryChange, type EntryView, newConcept, viewOf } from '../../memory/model/edit-entry.ts';
import { CalqueError } from '../../memory/model/errors.ts';
import type { EntryId, EntryRevision, TermbaseId, TermEntry } from '../../memory/model/termbase.ts';
import type { Actor, Store } from '../../memory/store/store.ts';

/** An entry as people read it: what it says, without what only other tools make something of. */
export type ReadableEntry = Omit<TermEntry, 'concept'> & EntryView;

/** Adds and changes entries of termbases by hand. */
export interface TermEntries {
  /** @throws CalqueError `empty-text`; `already-exists` where the termbase has the very same */
  add(termbaseId: TermbaseId, entry: EntryChange, actor: Actor): Promise<ReadableEntry>;
  /** @throws CalqueError `version-conflict` with the present state, readable */
  change(id: EntryId, version: number, change: EntryChange, actor: Actor): Promise<ReadableEntry>;
  remove(id: EntryId, version: number, actor: Actor): Promise<void>;
  undo(id: EntryId, actor: Actor): Promise<ReadableEntry>;
  history(id: EntryId): Promise<readonly (Omit<EntryRevision, 'concept'> & EntryView)[]>;
}

export function createTermEntries(store: Store): TermEntries {
  return {
    async add(termbaseId, entry, actor) {
      const stored = await store.addEntries(termbaseId, [{ concept: newConcept(entry) }], actor);
      const id = stored.entryIds[0] ?? 0;
      if (stored.merged > 0) {
        throw new CalqueError('already-exists', `Entry ${id} of this termbase says the same already.`);
      }
      return readable(await store.getEntry(id));
    },

    change: (id, version, change, actor) =>
      readably(async () => {
        const present = await store.getEntry(id);
        // On another version the places of the terms may be others: the store says that it is one.
        const concept = present.version === version ? changedConcept(present.concept, change) : present.concept;
        return readable(await store.changeEntry(id, version, concept, actor));
      }),

    remove: (id, version, actor) => readably(() => store.deleteEntry(id, version, actor)),

    undo: async (id, actor) => readable(await store.undoEntry(id, actor)),

    async history(id) {
      return (await store.entryHistory(id)).map(({ concept, ...revision }) => ({ ...revision, ...viewOf(concept) }));
    },
  };
}

export function readable({ concept, ...entry }: TermEntry): ReadableEntry {
  return { ...entry, ...viewOf(concept) };
}

/** A conflict tells the present state as people read it. */
async function readably<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CalqueError) || error.code !== 'version-conflict') throw error;
    throw new CalqueError(error.code, error.message, { current: readable(error.details.current as TermEntry) });
  }
}
