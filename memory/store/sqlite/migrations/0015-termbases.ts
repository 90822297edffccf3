import type { Migration } from '../../sql/migration.ts';

/**
 * Termbases. An entry is kept as one JSON text, for it is read and written as a whole; its terms in French and English
 * stand beside it, as they are found in texts, and follow from it. The states before the present one move to
 * `term_entry_revisions`, as those of units do.
 */
export const termbases: Migration = {
  version: 15,
  sql: `
CREATE TABLE termbases (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  entry_count INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL
) STRICT;

CREATE TABLE term_entries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  termbase_id INTEGER NOT NULL REFERENCES termbases ON DELETE CASCADE,
  version INTEGER NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('create', 'change', 'delete', 'undo')),
  -- The version that undoing the last action leads back to; absent when only the creation is left.
  undo_version INTEGER,
  concept TEXT NOT NULL,
  -- 128 bits of SHA-256 over the concept, names aside: what finds it again.
  concept_key BLOB NOT NULL CHECK (length(concept_key) = 16),
  -- Its name in the file it came from.
  file_name TEXT,
  headword TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX term_entries_by_termbase ON term_entries (termbase_id, headword, id) WHERE action <> 'delete';
CREATE INDEX term_entries_by_headword ON term_entries (headword, id) WHERE action <> 'delete';
CREATE UNIQUE INDEX term_entries_by_concept ON term_entries (concept_key, termbase_id) WHERE action <> 'delete';
CREATE INDEX term_entries_by_file_name ON term_entries (file_name, termbase_id) WHERE file_name IS NOT NULL;

CREATE TABLE term_entry_revisions (
  entry_id INTEGER NOT NULL REFERENCES term_entries ON DELETE CASCADE,
  version INTEGER NOT NULL,
  action TEXT NOT NULL,
  undo_version INTEGER,
  concept TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  PRIMARY KEY (entry_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE terms (
  entry_id INTEGER NOT NULL REFERENCES term_entries ON DELETE CASCADE,
  place INTEGER NOT NULL,
  termbase_id INTEGER NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
  status TEXT NOT NULL CHECK (status IN ('preferred', 'admitted', 'forbidden')),
  text TEXT NOT NULL,
  part_of_speech TEXT,
  -- The stems of its words, and the first two of them, by which it is looked up.
  stems TEXT NOT NULL,
  start TEXT NOT NULL,
  PRIMARY KEY (entry_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX terms_by_start ON terms (start, language);
CREATE INDEX terms_by_text ON terms (text, termbase_id);

-- The termbases of a project that does not use all of them.
CREATE TABLE project_termbases (
  project_id INTEGER NOT NULL REFERENCES projects ON DELETE CASCADE,
  termbase_id INTEGER NOT NULL REFERENCES termbases ON DELETE CASCADE,
  PRIMARY KEY (project_id, termbase_id)
) STRICT, WITHOUT ROWID;
ALTER TABLE projects ADD COLUMN all_termbases INTEGER NOT NULL DEFAULT 1 CHECK (all_termbases IN (0, 1));
`,
};
