import type { Migration } from '../../sql/migration.ts';

/**
 * Memories, projects, jobs and settings.
 *
 * Moments are milliseconds since 1970 in UTC. Content is kept as its text; `…_content` holds it as JSON only where
 * the text is not all of it (inline codes, text that UTF-8 cannot carry). `units` and `segments` hold the present
 * state; the states before it move to the `…_revisions` tables as they are replaced, so nothing is stored twice and a
 * unit that never changes costs no history. A deleted unit stays as the row whose last action is `delete`.
 */
export const foundation: Migration = {
  version: 1,
  sql: `
CREATE TABLE memories (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  priority INTEGER NOT NULL,
  penalty INTEGER NOT NULL CHECK (penalty BETWEEN 0 AND 30),
  read_only INTEGER NOT NULL DEFAULT 0 CHECK (read_only IN (0, 1)),
  unit_count INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL
) STRICT;

CREATE TABLE projects (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  source_language TEXT NOT NULL,
  target_language TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL
) STRICT;

CREATE TABLE project_memories (
  project_id INTEGER NOT NULL REFERENCES projects ON DELETE CASCADE,
  place INTEGER NOT NULL,
  memory_id INTEGER NOT NULL REFERENCES memories ON DELETE CASCADE,
  writable INTEGER NOT NULL CHECK (writable IN (0, 1)),
  PRIMARY KEY (project_id, place),
  UNIQUE (memory_id, project_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE project_documents (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id INTEGER NOT NULL REFERENCES projects ON DELETE CASCADE,
  name TEXT NOT NULL,
  provenance TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL
) STRICT;
CREATE INDEX project_documents_by_project ON project_documents (project_id);

CREATE TABLE documents (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  memory_id INTEGER NOT NULL REFERENCES memories ON DELETE CASCADE,
  -- What was stored: 128 bits of SHA-256 over URL, title and pairs. Absent for the units of a project document.
  bitext_key BLOB,
  -- The project document whose confirmed segments it holds.
  project_document_id INTEGER REFERENCES project_documents ON DELETE SET NULL,
  title TEXT,
  publication TEXT,
  url TEXT,
  published_on TEXT,
  author TEXT,
  translator TEXT,
  credit TEXT,
  original_language TEXT CHECK (original_language IN ('fr', 'en')),
  rights TEXT,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL
) STRICT;
CREATE INDEX documents_by_memory ON documents (memory_id);
CREATE UNIQUE INDEX documents_by_bitext ON documents (bitext_key, memory_id) WHERE bitext_key IS NOT NULL;
CREATE UNIQUE INDEX documents_by_project_document ON documents (project_document_id, memory_id)
  WHERE project_document_id IS NOT NULL;

CREATE TABLE units (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  memory_id INTEGER NOT NULL REFERENCES memories ON DELETE CASCADE,
  -- 128 bits of SHA-256 over both contents: what finds a pair again.
  pair_key BLOB NOT NULL CHECK (length(pair_key) = 16),
  version INTEGER NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('create', 'change', 'delete', 'undo')),
  -- The version that undoing the last action leads back to; absent when only the creation is left.
  undo_version INTEGER,
  -- 1 while confirmed segments alone made it: a segment confirmed anew may change it then.
  from_segments INTEGER NOT NULL CHECK (from_segments IN (0, 1)),
  status TEXT NOT NULL CHECK (status IN ('untranslated', 'draft', 'confirmed', 'reviewed', 'rejected')),
  original_language TEXT CHECK (original_language IN ('fr', 'en')),
  origin TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  use_count INTEGER NOT NULL,
  last_used_at INTEGER,
  fr_language TEXT NOT NULL,
  en_language TEXT NOT NULL,
  fr_text TEXT NOT NULL,
  en_text TEXT NOT NULL,
  fr_content TEXT,
  en_content TEXT,
  note TEXT,
  properties TEXT
) STRICT;
CREATE INDEX units_by_memory ON units (memory_id);
CREATE UNIQUE INDEX units_by_pair ON units (pair_key, memory_id) WHERE action <> 'delete';
CREATE INDEX units_deleted ON units (action) WHERE action = 'delete';

CREATE VIEW live_units AS SELECT * FROM units WHERE action <> 'delete';

CREATE TABLE unit_revisions (
  unit_id INTEGER NOT NULL REFERENCES units ON DELETE CASCADE,
  version INTEGER NOT NULL,
  action TEXT NOT NULL,
  undo_version INTEGER,
  status TEXT NOT NULL,
  origin TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  fr_language TEXT NOT NULL,
  en_language TEXT NOT NULL,
  fr_text TEXT NOT NULL,
  en_text TEXT NOT NULL,
  fr_content TEXT,
  en_content TEXT,
  note TEXT,
  PRIMARY KEY (unit_id, version)
) STRICT, WITHOUT ROWID;

-- A unit's neighbours are the units one position before and after it in the document.
CREATE TABLE occurrences (
  document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  position INTEGER NOT NULL,
  unit_id INTEGER NOT NULL REFERENCES units ON DELETE CASCADE,
  PRIMARY KEY (document_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX occurrences_by_unit ON occurrences (unit_id);

CREATE TABLE segments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES project_documents ON DELETE CASCADE,
  position INTEGER NOT NULL,
  version INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('untranslated', 'draft', 'confirmed', 'reviewed', 'rejected')),
  locked INTEGER NOT NULL CHECK (locked IN (0, 1)),
  words INTEGER NOT NULL,
  paragraph INTEGER NOT NULL,
  unit_id INTEGER REFERENCES units ON DELETE SET NULL,
  changed_at INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  source_text TEXT NOT NULL,
  source_content TEXT,
  target_text TEXT NOT NULL,
  target_content TEXT,
  origin TEXT,
  UNIQUE (document_id, position)
) STRICT;
CREATE INDEX segments_by_unit ON segments (unit_id) WHERE unit_id IS NOT NULL;
-- Progress is counted from this index alone.
CREATE INDEX segments_by_status ON segments (document_id, status, words);

CREATE TABLE segment_revisions (
  segment_id INTEGER NOT NULL REFERENCES segments ON DELETE CASCADE,
  version INTEGER NOT NULL,
  status TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  target_text TEXT NOT NULL,
  target_content TEXT,
  origin TEXT,
  PRIMARY KEY (segment_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE jobs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
  done INTEGER NOT NULL DEFAULT 0,
  total INTEGER,
  input TEXT NOT NULL,
  result TEXT,
  error TEXT,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
};
