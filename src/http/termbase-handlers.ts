import { parseTermColumns } from '../../memory/formats/tables/term-columns.ts';
import type { Store } from '../../memory/store/store.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { termFormatOf } from '../services/imports/read-terms.ts';
import type { TermEntries } from '../services/term-entries.ts';
import { readable } from '../services/term-entries.ts';
import { deleteTermbase } from '../services/termbases.ts';
import type { Handlers } from './operations.ts';

interface Parts {
  readonly store: Store;
  readonly termEntries: TermEntries;
  readonly jobs: Jobs;
}

/** Termbases and their entries, and files of terms as jobs. */
export function termbaseHandlers({ store, termEntries, jobs }: Parts) {
  return {
    listTermbases: async () => ({ items: await store.listTermbases() }),
    createTermbase: ({ body, actor }) => store.createTermbase(body.name, actor),
    getTermbase: ({ params }) => store.getTermbase(params.id),
    changeTermbase: ({ params, body }) => store.renameTermbase(params.id, body.name),
    deleteTermbase: async ({ params }) => {
      await deleteTermbase(store, params.id);
    },
    listTerms: async ({ query: { termbase, cursor, limit, ...filter } }) => {
      if (termbase) await store.getTermbase(termbase);
      const found = await store.listEntries(
        { ...filter, ...(termbase && { termbaseId: termbase }) },
        { limit, ...(cursor && { cursor }) },
      );
      return { ...found, items: found.items.map(readable) };
    },
    createTerm: ({ body: { termbaseId, ...entry }, actor }) => termEntries.add(termbaseId, entry, actor),
    getTerm: async ({ params }) => readable(await store.getEntry(params.id)),
    changeTerm: ({ params, body: { version, ...change }, actor }) =>
      termEntries.change(params.id, version, change, actor),
    deleteTerm: async ({ params, query, actor }) => {
      await termEntries.remove(params.id, query.version, actor);
    },
    termHistory: async ({ params }) => ({ items: await termEntries.history(params.id) }),
    undoTerm: ({ params, actor }) => termEntries.undo(params.id, actor),
    importTerms: async ({ query: { dryRun, ...query }, spooled: file, actor }) => {
      if (query.columns !== undefined) parseTermColumns(query.columns, 'query.columns');
      const format = query.format ?? termFormatOf(query.name);
      return jobs.add('import-terms', { ...query, format, file, dryRun: dryRun === 'yes' }, actor);
    },
  } satisfies Partial<Handlers>;
}
