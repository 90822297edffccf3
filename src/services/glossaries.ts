import { viewOf } from '../../memory/model/edit-entry.ts';
import { CalqueError } from '../../memory/model/errors.ts';
import type { TermbaseId } from '../../memory/model/termbase.ts';
import type { Store } from '../../memory/store/store.ts';
import { type Glossary, glossaryOf } from '../../memory/terms/glossary.ts';
import type { GlossaryKeeper } from '../machine/machine.ts';
import { createRest } from '../machine/rest.ts';
import type { Clock } from './clock.ts';
import { pages } from './pages.ts';

/** The glossaries that a service keeps of termbases, one for each set of termbases that projects use. */
export interface Glossaries {
  /**
   * The glossary of some termbases as they are now, made where there is none or they have changed.
   * @param termbases all of them when absent
   * @returns `undefined` where they have no term in both languages
   * @throws CalqueError `machine-unavailable`, saying why it cannot be made
   */
  idFor(termbases: readonly TermbaseId[] | undefined): Promise<string | undefined>;
  /** Forgets a glossary that the service has no more. */
  forget(id: string): Promise<void>;
  /** Has the service delete all of them. */
  removeAll(): Promise<void>;
}

interface Kept {
  readonly id: string;
  /** Of the termbases, when it was made. */
  readonly revision: string;
  /** When it was last asked for, in milliseconds since 1970. */
  readonly usedAt: number;
}

const SETTING = 'machine-glossaries';
/** A glossary that nobody asked for so long is deleted, in milliseconds. */
const UNUSED = 30 * 24 * 3600_000;
/** When its last use is written down again, in milliseconds. */
const USE_NOTED = 24 * 3600_000;
/** How long it is not tried again to make one where that failed, in milliseconds. */
const FIRST_REST = 60_000;

export function createGlossaries(store: Store, keeper: GlossaryKeeper, clock: Clock): Glossaries {
  const rest = createRest(clock, FIRST_REST);
  /** One after the other, so that two requests at once do not make two of them. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };

  const kept = async () => new Map(Object.entries(((await store.getSetting(SETTING)) ?? {}) as Record<string, Kept>));
  const keep = (glossaries: ReadonlyMap<string, Kept>) => store.setSetting(SETTING, Object.fromEntries(glossaries));

  /** Deletes a glossary at the service; one that cannot be deleted is left to be tried again. */
  async function remove(glossaries: Map<string, Kept>, key: string): Promise<void> {
    const glossary = glossaries.get(key);
    if (glossary === undefined) return;
    await keeper.remove(glossary.id);
    glossaries.delete(key);
  }

  async function removeUnused(glossaries: Map<string, Kept>): Promise<void> {
    for (const [key, { usedAt }] of [...glossaries]) {
      if (clock() - usedAt > UNUSED) await remove(glossaries, key).catch(() => undefined);
    }
  }

  async function make(key: string, termbases: readonly TermbaseId[] | undefined, revision: string) {
    const glossaries = await kept();
    const terms = await glossaryFrom(store, termbases);
    const isEmpty = terms.fr.size + terms.en.size === 0;
    const id = isEmpty ? undefined : await keeper.make('Calque', terms);
    // The old one goes only once there is a new one.
    await remove(glossaries, key).catch(() => glossaries.delete(key));
    if (id !== undefined) glossaries.set(key, { id, revision, usedAt: clock() });
    await removeUnused(glossaries);
    await keep(glossaries);
    return id;
  }

  return {
    idFor: (termbases) =>
      inTurn(async () => {
        const key = termbases === undefined ? 'all' : [...termbases].sort((a, b) => a - b).join(' ');
        const revision = await store.termsRevision(termbases);
        const glossaries = await kept();
        const present = glossaries.get(key);
        if (present?.revision === revision) {
          if (clock() - present.usedAt > USE_NOTED) {
            await keep(glossaries.set(key, { ...present, usedAt: clock() }));
          }
          return present.id;
        }
        rest.check();
        try {
          const id = await make(key, termbases, revision);
          rest.end();
          return id;
        } catch (error) {
          if (error instanceof CalqueError) rest.begin(error);
          throw error;
        }
      }),

    forget: (id) =>
      inTurn(async () => {
        await keep(new Map([...(await kept())].filter(([, glossary]) => glossary.id !== id)));
      }),

    removeAll: () =>
      inTurn(async () => {
        const glossaries = await kept();
        for (const key of [...glossaries.keys()]) await remove(glossaries, key);
        await keep(glossaries);
      }),
  };
}

async function glossaryFrom(store: Store, termbases: readonly TermbaseId[] | undefined): Promise<Glossary> {
  const entries = [];
  for (const filter of termbases?.map((termbaseId) => ({ termbaseId })) ?? [{}]) {
    const all = pages((cursor) => store.listEntries(filter, { limit: 1_000, ...(cursor !== undefined && { cursor }) }));
    for await (const { concept } of all) entries.push(viewOf(concept));
  }
  return glossaryOf(entries);
}
