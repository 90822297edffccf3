import type { Concept } from '../../model/concept.ts';
import type { EntryId, EntryRevision, NewEntry, TermbaseId, TermEntry } from '../../model/termbase.ts';
import { headword, termsToIndex } from '../../terms/index-terms.ts';
import { conceptKey } from '../concept-key.ts';
import type { Actor } from '../store.ts';
import { notFound } from './arguments.ts';
import { toInstant, toMilliseconds } from './columns.ts';
import type { Connection } from './connection.ts';
import { insertion } from './insertion.ts';

/** A state of an entry, as it is kept in its own table and in that of the states before it. */
export interface EntryStateRow {
  readonly version: number;
  readonly action: EntryRevision['action'];
  readonly undo_version: number | null;
  readonly concept: string;
  readonly changed_at: number;
  readonly changed_by: string;
}

export interface EntryRow extends EntryStateRow {
  readonly id: number;
  readonly termbase_id: number;
  readonly created_at: number;
  readonly created_by: string;
}

/**
 * The rows of entries, inside a transaction of whoever calls. Their terms, by which they are found in texts, are written
 * along with every change.
 */
export interface TermEntryTable {
  find(id: EntryId): Promise<EntryRow | undefined>;
  /** @throws CalqueError `not-found`, also for a deleted entry */
  requireLive(id: EntryId): Promise<EntryRow>;
  /** The live entry that says the same. */
  findConcept(termbaseId: TermbaseId, concept: Concept): Promise<EntryRow | undefined>;
  insert(termbaseId: TermbaseId, entry: NewEntry, actor: Actor): Promise<EntryId>;
  /**
   * Moves the present state to the history and puts `concept` in its place.
   * @param undoVersion the version that undoing this would lead back to
   */
  revise(
    row: EntryRow,
    concept: Concept,
    action: EntryRevision['action'],
    undoVersion: number | null,
    actor: Actor,
  ): Promise<void>;
  /** Oldest first. */
  pastStates(id: EntryId): Promise<EntryStateRow[]>;
  pastState(id: EntryId, version: number): Promise<EntryStateRow | undefined>;
}

export function termEntryTable(connection: Connection): TermEntryTable {
  const byId = connection.prepare<[number], EntryRow>('SELECT * FROM term_entries WHERE id = ?');
  const byConcept = connection.prepare<[Buffer, number], EntryRow>(
    `SELECT * FROM term_entries WHERE concept_key = ? AND termbase_id = ? AND action <> 'delete'`,
  );
  const insert = insertion<(string | number | Buffer | null)[]>(
    connection,
    `INSERT INTO term_entries (
       termbase_id, version, action, concept, concept_key, file_name, headword, created_at, created_by, changed_at, changed_by
     ) VALUES (?, 1, 'create', ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const keepState = connection.prepare<[number]>(
    `INSERT INTO term_entry_revisions (entry_id, version, action, undo_version, concept, changed_at, changed_by)
     SELECT id, version, action, undo_version, concept, changed_at, changed_by FROM term_entries WHERE id = ?`,
  );
  const replaceState = connection.prepare<(string | number | Buffer | null)[]>(
    `UPDATE term_entries SET version = version + 1, action = ?, undo_version = ?, concept = ?, concept_key = ?,
       headword = ?, changed_at = ?, changed_by = ? WHERE id = ?`,
  );
  const pastStates = connection.prepare<[number], EntryStateRow>(
    'SELECT * FROM term_entry_revisions WHERE entry_id = ? ORDER BY version',
  );
  const pastState = connection.prepare<[number, number], EntryStateRow>(
    'SELECT * FROM term_entry_revisions WHERE entry_id = ? AND version = ?',
  );
  const forgetTerms = connection.prepare<[number]>('DELETE FROM terms WHERE entry_id = ?');
  const addTerm = connection.prepare<(string | number | null)[]>(
    `INSERT INTO terms (entry_id, place, termbase_id, language, status, text, part_of_speech, stems, start)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );

  async function indexTerms(id: EntryId, termbaseId: TermbaseId, concept: Concept): Promise<void> {
    const rows = termsToIndex(concept).map(
      ({ place, language, status, text, partOfSpeech = null, stems, start }) =>
        [id, place, termbaseId, language, status, text, partOfSpeech, stems, start] as const,
    );
    await addTerm.each(rows.map((row) => [...row]));
  }

  return {
    find: (id) => byId.get(id),

    async requireLive(id) {
      const row = await byId.get(id);
      if (row === undefined || row.action === 'delete') throw notFound('term entry', id);
      return row;
    },

    findConcept: (termbaseId, concept) => byConcept.get(conceptKey(concept), termbaseId),

    async insert(termbaseId, { concept, ...stated }, actor) {
      const createdAt = stated.createdAt ?? stated.changedAt ?? actor.at;
      const changedAt = stated.changedAt ?? stated.createdAt ?? actor.at;
      const id = await insert(
        termbaseId,
        JSON.stringify(concept),
        conceptKey(concept),
        concept.id ?? null,
        headword(concept),
        toMilliseconds(createdAt, 'createdAt'),
        stated.createdBy ?? stated.changedBy ?? actor.by,
        toMilliseconds(changedAt, 'changedAt'),
        stated.changedBy ?? stated.createdBy ?? actor.by,
      );
      await indexTerms(id, termbaseId, concept);
      return id;
    },

    async revise(row, concept, action, undoVersion, actor) {
      await keepState.run(row.id);
      const at = toMilliseconds(actor.at);
      const key = conceptKey(concept);
      const text = JSON.stringify(concept);
      await replaceState.run(action, undoVersion, text, key, headword(concept), at, actor.by, row.id);
      await forgetTerms.run(row.id);
      if (action !== 'delete') await indexTerms(row.id, row.termbase_id, concept);
    },

    pastStates: (id) => pastStates.all(id),
    pastState: (id, version) => pastState.get(id, version),
  };
}

export function conceptOf({ concept }: EntryStateRow): Concept {
  return JSON.parse(concept) as Concept;
}

export function entryOf(row: EntryRow): TermEntry {
  return {
    id: row.id,
    termbaseId: row.termbase_id,
    version: row.version,
    concept: conceptOf(row),
    createdAt: toInstant(row.created_at),
    createdBy: row.created_by,
    changedAt: toInstant(row.changed_at),
    changedBy: row.changed_by,
  };
}

export function entryRevisionOf(row: EntryStateRow): EntryRevision {
  const { version, action, changed_at, changed_by: by } = row;
  return { version, action, at: toInstant(changed_at), by, concept: conceptOf(row) };
}
