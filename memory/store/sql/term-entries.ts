import { tagOf } from '../../model/concept.ts';
import { CalqueError } from '../../model/errors.ts';
import type { Language } from '../../model/language.ts';
import type { EntryId, TermEntry } from '../../model/termbase.ts';
import type { EntryFilter, TermbaseStore } from '../termbase-store.ts';
import { notFound, pageOf, readPage, versionConflict } from './arguments.ts';
import type { Connection } from './connection.ts';
import { inOrder } from './in-order.ts';
import type { EntryRow, TermEntryTable } from './term-entry-table.ts';
import { conceptOf, entryOf, entryRevisionOf } from './term-entry-table.ts';
import type { TermbaseTable } from './termbases.ts';

type TermEntryMethods = Pick<
  TermbaseStore,
  | 'addEntries'
  | 'getEntry'
  | 'getEntries'
  | 'listEntries'
  | 'entriesLike'
  | 'changeEntry'
  | 'deleteEntry'
  | 'entryHistory'
  | 'undoEntry'
>;

/** Entries of termbases and their history. A change that changes nothing makes no version. */
export function termEntryMethods(
  connection: Connection,
  termbases: TermbaseTable,
  entries: TermEntryTable,
): TermEntryMethods {
  const byFileName = connection.prepare<[string, number], EntryRow>(
    `SELECT * FROM term_entries WHERE file_name = ? AND termbase_id = ? AND action <> 'delete'`,
  );
  const withTerm = connection
    .prepare<[string, number, Language], number>(
      'SELECT entry_id FROM terms WHERE text = ? AND termbase_id = ? AND language = ?',
    )
    .pluck();

  async function requireVersion(id: EntryId, version: number): Promise<EntryRow> {
    const row = await entries.requireLive(id);
    if (row.version !== version) throw versionConflict('term entry', version, entryOf(row));
    return row;
  }

  async function requireNew(row: EntryRow, concept: TermEntry['concept']): Promise<void> {
    const holder = await entries.findConcept(row.termbase_id, concept);
    if (holder === undefined || holder.id === row.id) return;
    throw new CalqueError('already-exists', `Entry ${holder.id} of this termbase says the same already.`);
  }

  function listRows(filter: EntryFilter, afterId: EntryId, limit: number): Promise<EntryRow[]> {
    const conditions = [`action <> 'delete'`];
    const values: (string | number)[] = [];
    if (filter.termbaseId !== undefined) {
      conditions.push('termbase_id = ?');
      values.push(filter.termbaseId);
    }
    if (afterId > 0) {
      conditions.push('(headword, id) > (SELECT headword, id FROM term_entries WHERE id = ?)');
      values.push(afterId);
    }
    const { text, language, status } = filter;
    if (text || language || status) {
      const held = text ? connection.dialect.holdsText('text', text) : undefined;
      const ofTerm = [
        ...(held ? [held.sql] : []),
        ...(language ? ['language = ?'] : []),
        ...(status ? ['status = ?'] : []),
      ];
      conditions.push(`EXISTS (SELECT 1 FROM terms WHERE entry_id = term_entries.id AND ${ofTerm.join(' AND ')})`);
      values.push(...(held?.values ?? []), ...[language, status].filter((one) => one !== undefined));
    }
    return connection
      .prepare<(string | number)[], EntryRow>(
        `SELECT * FROM term_entries WHERE ${conditions.join(' AND ')} ORDER BY headword, id LIMIT ?`,
      )
      .all(...values, limit + 1);
  }

  return {
    addEntries: (termbaseId, given, actor) =>
      connection.write(async () => {
        await termbases.require(termbaseId);
        let added = 0;
        const entryIds = await inOrder(given, async (entry) => {
          const held = await entries.findConcept(termbaseId, entry.concept);
          if (held) return held.id;
          added++;
          return entries.insert(termbaseId, entry, actor);
        });
        await termbases.countEntries(termbaseId, added);
        return { added, merged: given.length - added, entryIds };
      }),

    getEntry: (id) => connection.read(async () => entryOf(await entries.requireLive(id))),

    getEntries: (ids) =>
      connection.read(async () => {
        const rows = await inOrder(ids, entries.find);
        return rows.flatMap((row) => (row === undefined || row.action === 'delete' ? [] : [entryOf(row)]));
      }),

    listEntries: (filter, request) =>
      connection.read(async () => {
        const { afterId, limit } = readPage(request);
        return pageOf(await listRows(filter, afterId, limit), limit, (rows) => rows.map(entryOf));
      }),

    entriesLike: (termbaseId, concept) =>
      connection.read(async () => {
        const named = concept.id === undefined ? [] : await byFileName.all(concept.id, termbaseId);
        const ids = async (language: Language): Promise<ReadonlySet<EntryId> | undefined> => {
          const terms = concept.languages.filter((one) => tagOf(one)?.startsWith(language)).flatMap((one) => one.terms);
          if (terms.length === 0) return undefined;
          return new Set((await inOrder(terms, ({ text }) => withTerm.all(text, termbaseId, language))).flat());
        };
        const french = await ids('fr');
        const english = await ids('en');
        const alike = french && english ? [...french].filter((id) => english.has(id)) : [...(french ?? english ?? [])];
        const found = [...named, ...(await inOrder(alike, entries.requireLive))];
        const rows = new Map(found.map((row) => [row.id, row]));
        return [...rows.values()].sort((a, b) => b.changed_at - a.changed_at || b.id - a.id).map(entryOf);
      }),

    changeEntry: (id, version, concept, actor) =>
      connection.write(async () => {
        const row = await requireVersion(id, version);
        if (row.concept === JSON.stringify(concept)) return entryOf(row);
        await requireNew(row, concept);
        await entries.revise(row, concept, 'change', row.version, actor);
        return entryOf(await entries.requireLive(id));
      }),

    deleteEntry: (id, version, actor) =>
      connection.write(async () => {
        const row = await requireVersion(id, version);
        await entries.revise(row, conceptOf(row), 'delete', row.version, actor);
        await termbases.countEntries(row.termbase_id, -1);
      }),

    entryHistory: (id) =>
      connection.read(async () => {
        const row = await entries.find(id);
        if (row === undefined) throw notFound('term entry', id);
        return [...(await entries.pastStates(id)), row].map(entryRevisionOf);
      }),

    undoEntry: (id, actor) =>
      connection.write(async () => {
        const row = await entries.find(id);
        if (row === undefined) throw notFound('term entry', id);
        const before = row.undo_version === null ? undefined : await entries.pastState(id, row.undo_version);
        if (before === undefined) {
          throw new CalqueError('nothing-to-undo', `Entry ${id} stands as it was created; there is nothing to undo.`);
        }
        const concept = conceptOf(before);
        await requireNew(row, concept);
        // An undone change is passed over by the next undo, which leads to what came before it.
        await entries.revise(row, concept, 'undo', before.undo_version, actor);
        if (row.action === 'delete') await termbases.countEntries(row.termbase_id, 1);
        return entryOf(await entries.requireLive(id));
      }),
  };
}
