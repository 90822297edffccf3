import { parseTermColumns } from '../../memory/formats/tables/term-columns.ts';
import type { Store } from '../../memory/store/store.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Clock } from '../services/clock.ts';
import { actorAt } from '../services/clock.ts';
import { termFormatOf } from '../services/imports/read-terms.ts';
import type { TermEntries } from '../services/term-entries.ts';
import { readable } from '../services/term-entries.ts';
import type { Handlers } from './operations.ts';

interface Parts {
  readonly store: Store;
  readonly termEntries: TermEntries;
  readonly jobs: Jobs;
  readonly clock: Clock;
}

/** Termbases and their entries, and files of terms as jobs. */
export function termbaseHandlers({ store, termEntries, jobs, clock }: Parts) {
  return {
    listTermbases: async () => ({ items: await store.listTermbases() }),
    createTermbase: ({ body }) => store.createTermbase(body.name, actorAt(clock)),
    getTermbase: ({ params }) => store.getTermbase(params.id),
    changeTermbase: ({ params, body }) => store.renameTermbase(params.id, body.name),
    deleteTermbase: async ({ params }) => {
      await store.deleteTermbase(params.id);
    },
    listTerms: async ({ query: { termbase, cursor, limit, ...filter } }) => {
      if (termbase) await store.getTermbase(termbase);
      const found = await store.listEntries(
        { ...filter, ...(termbase && { termbaseId: termbase }) },
        { limit, ...(cursor && { cursor }) },
      );
      return { ...found, items: found.items.map(readable) };
    },
    createTerm: ({ body: { termbaseId, ...entry } }) => termEntries.add(termbaseId, entry, actorAt(clock)),
    getTerm: async ({ params }) => readable(await store.getEntry(params.id)),
    changeTerm: ({ params, body: { version, ...change } }) =>
      termEntries.change(params.id, version, change, actorAt(clock)),
    deleteTerm: async ({ params, query }) => {
      await termEntries.remove(params.id, query.version, actorAt(clock));
    },
    termHistory: async ({ params }) => ({ items: await termEntries.history(params.id) }),
    undoTerm: ({ params }) => termEntries.undo(params.id, actorAt(clock)),
    importTerms: async ({ query: { dryRun, ...query }, stream }) => {
      if (query.columns !== undefined) parseTermColumns(query.columns, 'query.columns');
      const file = await jobs.spool.keep(stream);
      const format = query.format ?? termFormatOf(query.name);
      return jobs.add('import-terms', { ...query, format, file, dryRun: dryRun === 'yes' }, actorAt(clock));
    },
  } satisfies Partial<Handlers>;
}
