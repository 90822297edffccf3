import { tagOf } from '../../model/concept.ts';
import { CalqueError } from '../../model/errors.ts';
import type { Language } from '../../model/language.ts';
import type { EntryId, TermEntry } from '../../model/termbase.ts';
import type { EntryFilter, TermbaseStore } from '../termbase-store.ts';
import { notFound, pageOf, readPage, versionConflict } from './arguments.ts';
import type { Connection } from './connection.ts';
import type { EntryRow, TermEntryTable } from './term-entry-table.ts';
import { conceptOf, entryOf, entryRevisionOf } from './term-entry-table.ts';
import type { TermbaseTable } from './termbases.ts';
import { textFilter } from './text-filter.ts';

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

  function requireVersion(id: EntryId, version: number): EntryRow {
    const row = entries.requireLive(id);
    if (row.version !== version) throw versionConflict('term entry', version, entryOf(row));
    return row;
  }

  function requireNew(row: EntryRow, concept: TermEntry['concept']): void {
    const holder = entries.findConcept(row.termbase_id, concept);
    if (holder === undefined || holder.id === row.id) return;
    throw new CalqueError('already-exists', `Entry ${holder.id} of this termbase says the same already.`);
  }

  function listRows(filter: EntryFilter, afterId: EntryId, limit: number): EntryRow[] {
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
      const pattern = text ? textFilter(text) : undefined;
      const ofTerm = [
        ...(pattern ? [`text LIKE ? ESCAPE '\\' AND text GLOB ?`] : []),
        ...(language ? ['language = ?'] : []),
        ...(status ? ['status = ?'] : []),
      ];
      conditions.push(`EXISTS (SELECT 1 FROM terms WHERE entry_id = term_entries.id AND ${ofTerm.join(' AND ')})`);
      values.push(
        ...(pattern ? [pattern.like, pattern.glob] : []),
        ...[language, status].filter((one) => one !== undefined),
      );
    }
    return connection
      .prepare<(string | number)[], EntryRow>(
        `SELECT * FROM term_entries WHERE ${conditions.join(' AND ')} ORDER BY headword, id LIMIT ?`,
      )
      .all(...values, limit + 1);
  }

  return {
    addEntries: (termbaseId, given, actor) =>
      connection.write(() => {
        termbases.require(termbaseId);
        let added = 0;
        const entryIds = given.map((entry) => {
          const held = entries.findConcept(termbaseId, entry.concept);
          if (held) return held.id;
          added++;
          return entries.insert(termbaseId, entry, actor);
        });
        termbases.countEntries(termbaseId, added);
        return { added, merged: given.length - added, entryIds };
      }),

    getEntry: (id) => connection.read(() => entryOf(entries.requireLive(id))),

    getEntries: (ids) =>
      connection.read(() =>
        ids.flatMap((id) => {
          const row = entries.find(id);
          return row === undefined || row.action === 'delete' ? [] : [entryOf(row)];
        }),
      ),

    listEntries: (filter, request) =>
      connection.read(() => {
        const { afterId, limit } = readPage(request);
        return pageOf(listRows(filter, afterId, limit), limit, (rows) => rows.map(entryOf));
      }),

    entriesLike: (termbaseId, concept) =>
      connection.read(() => {
        const named = concept.id === undefined ? [] : byFileName.all(concept.id, termbaseId);
        const ids = (language: Language): ReadonlySet<EntryId> | undefined => {
          const terms = concept.languages.filter((one) => tagOf(one)?.startsWith(language)).flatMap((one) => one.terms);
          return terms.length === 0
            ? undefined
            : new Set(terms.flatMap(({ text }) => withTerm.all(text, termbaseId, language)));
        };
        const [french, english] = [ids('fr'), ids('en')];
        const alike = french && english ? [...french].filter((id) => english.has(id)) : [...(french ?? english ?? [])];
        const rows = new Map([...named, ...alike.map(entries.requireLive)].map((row) => [row.id, row]));
        return [...rows.values()].sort((a, b) => b.changed_at - a.changed_at || b.id - a.id).map(entryOf);
      }),

    changeEntry: (id, version, concept, actor) =>
      connection.write(() => {
        const row = requireVersion(id, version);
        if (row.concept === JSON.stringify(concept)) return entryOf(row);
        requireNew(row, concept);
        entries.revise(row, concept, 'change', row.version, actor);
        return entryOf(entries.requireLive(id));
      }),

    deleteEntry: (id, version, actor) =>
      connection.write(() => {
        const row = requireVersion(id, version);
        entries.revise(row, conceptOf(row), 'delete', row.version, actor);
        termbases.countEntries(row.termbase_id, -1);
      }),

    entryHistory: (id) =>
      connection.read(() => {
        const row = entries.find(id);
        if (row === undefined) throw notFound('term entry', id);
        return [...entries.pastStates(id), row].map(entryRevisionOf);
      }),

    undoEntry: (id, actor) =>
      connection.write(() => {
        const row = entries.find(id);
        if (row === undefined) throw notFound('term entry', id);
        const before = row.undo_version === null ? undefined : entries.pastState(id, row.undo_version);
        if (before === undefined) {
          throw new CalqueError('nothing-to-undo', `Entry ${id} stands as it was created; there is nothing to undo.`);
        }
        const concept = conceptOf(before);
        requireNew(row, concept);
        // An undone change is passed over by the next undo, which leads to what came before it.
        entries.revise(row, concept, 'undo', before.undo_version, actor);
        if (row.action === 'delete') termbases.countEntries(row.termbase_id, 1);
        return entryOf(entries.requireLive(id));
      }),
  };
}
