-- A database of schema 1 as it was released. Never change it; a new schema gets a file of its own.
PRAGMA application_id = 1130458225;
PRAGMA user_version = 1;
PRAGMA foreign_keys = OFF;

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
  bitext_key BLOB,
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
  pair_key BLOB NOT NULL CHECK (length(pair_key) = 16),
  version INTEGER NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('create', 'change', 'delete', 'undo')),
  undo_version INTEGER,
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

INSERT INTO memories (id, name, priority, penalty, read_only, unit_count, created_at, created_by) VALUES (1, 'Presse', 1, 2, 0, 2, 1767322800000, 'translator');
INSERT INTO projects (id, name, source_language, target_language, created_at, created_by) VALUES (1, 'Affaire', 'fr', 'en', 1767322800000, 'translator');
INSERT INTO project_memories (project_id, place, memory_id, writable) VALUES (1, 0, 1, 1);
INSERT INTO project_documents (id, project_id, name, provenance, created_at, created_by) VALUES (1, 1, 'article.txt', '{"publication":"Le Journal"}', 1767322800000, 'translator');
INSERT INTO documents (id, memory_id, bitext_key, project_document_id, title, publication, url, published_on, author, translator, credit, original_language, rights, created_at, created_by) VALUES (1, 1, NULL, 1, 'article.txt', 'Le Journal', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1767322860000, 'translator');
INSERT INTO documents (id, memory_id, bitext_key, project_document_id, title, publication, url, published_on, author, translator, credit, original_language, rights, created_at, created_by) VALUES (2, 1, X'B7AFE486FD65F6EDAB392298F6005B9F', NULL, 'Procès', NULL, 'https://journal.example/proces', '2021-11', NULL, NULL, NULL, 'en', NULL, 1767322980000, 'translator');
INSERT INTO units (id, memory_id, pair_key, version, action, undo_version, from_segments, status, original_language, origin, created_at, created_by, changed_at, changed_by, use_count, last_used_at, fr_language, en_language, fr_text, en_text, fr_content, en_content, note, properties) VALUES (1, 1, X'7272268668D828E060E461B29E63BDA4', 2, 'change', 1, 1, 'confirmed', 'fr', '{"kind":"human"}', 1767322860000, 'translator', 1767322920000, 'translator', 0, NULL, 'fr', 'en', 'Le procès s’ouvre lundi.', 'The trial begins on Monday.', NULL, NULL, NULL, NULL);
INSERT INTO units (id, memory_id, pair_key, version, action, undo_version, from_segments, status, original_language, origin, created_at, created_by, changed_at, changed_by, use_count, last_used_at, fr_language, en_language, fr_text, en_text, fr_content, en_content, note, properties) VALUES (2, 1, X'0CAD008238ACC0693D6D49DFC002EA5C', 1, 'create', NULL, 0, 'draft', NULL, '{"kind":"alignment","confidence":0.75}', 1767322980000, 'translator', 1767322980000, 'translator', 0, NULL, 'fr', 'en', 'Oui', 'Yes', '[{"form":"open","id":"1","type":"bold"},"Oui",{"form":"close","id":"1"}]', NULL, 'à revoir', '[{"type":"x-domain","value":"justice"}]');
INSERT INTO unit_revisions (unit_id, version, action, undo_version, status, origin, changed_at, changed_by, fr_language, en_language, fr_text, en_text, fr_content, en_content, note) VALUES (1, 1, 'create', NULL, 'confirmed', '{"kind":"human"}', 1767322860000, 'translator', 'fr', 'en', 'Le procès s’ouvre lundi.', 'The trial opens on Monday.', NULL, NULL, NULL);
INSERT INTO occurrences (document_id, position, unit_id) VALUES (1, 0, 1);
INSERT INTO occurrences (document_id, position, unit_id) VALUES (2, 0, 2);
INSERT INTO segments (id, document_id, position, version, status, locked, words, paragraph, unit_id, changed_at, changed_by, before, after, source_text, source_content, target_text, target_content, origin) VALUES (1, 1, 0, 3, 'confirmed', 0, 4, 0, 1, 1767322920000, 'translator', '', '' || char(10) || '', 'Le procès s’ouvre lundi.', NULL, 'The trial begins on Monday.', NULL, '{"kind":"human"}');
INSERT INTO segment_revisions (segment_id, version, status, changed_at, changed_by, target_text, target_content, origin) VALUES (1, 1, 'untranslated', 1767322800000, 'translator', '', NULL, NULL);
INSERT INTO segment_revisions (segment_id, version, status, changed_at, changed_by, target_text, target_content, origin) VALUES (1, 2, 'confirmed', 1767322860000, 'translator', 'The trial opens on Monday.', NULL, '{"kind":"human"}');
INSERT INTO jobs (id, kind, state, done, total, input, result, error, created_at, changed_at) VALUES (1, 'import', 'done', 1, 1, '{"file":"a.tmx"}', '{"added":1}', NULL, 1767323040000, 1767323100000);
INSERT INTO settings (name, value) VALUES ('keys', '{"preset":"memoq"}');
