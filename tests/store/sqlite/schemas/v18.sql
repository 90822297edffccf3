-- A database of schema 18 as it was released. Never change it; a new schema gets a file of its own.
PRAGMA application_id = 1130458225;
PRAGMA user_version = 18;
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
CREATE TABLE index_stems (
  language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
  stem TEXT NOT NULL,
  id INTEGER NOT NULL,
  -- How many forms of the stem have a number.
  forms INTEGER NOT NULL,
  PRIMARY KEY (language, stem)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX index_stems_by_id ON index_stems (language, id);
CREATE TABLE index_words (
  language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
  form TEXT NOT NULL,
  id INTEGER NOT NULL,
  PRIMARY KEY (language, form)
) STRICT, WITHOUT ROWID;
CREATE TABLE index_blocks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  size INTEGER NOT NULL,
  least_unit INTEGER NOT NULL,
  greatest_unit INTEGER NOT NULL,
  units BLOB NOT NULL
) STRICT;
CREATE TABLE index_sides (
  id INTEGER PRIMARY KEY,
  block_id INTEGER NOT NULL REFERENCES index_blocks ON DELETE CASCADE,
  language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
  side BLOB NOT NULL,
  UNIQUE (block_id, language)
) STRICT;
CREATE TABLE index_dead (
  block_id INTEGER NOT NULL REFERENCES index_blocks ON DELETE CASCADE,
  unit_id INTEGER NOT NULL,
  PRIMARY KEY (block_id, unit_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE index_tail (
  unit_id INTEGER PRIMARY KEY,
  memory_id INTEGER NOT NULL,
  fr BLOB NOT NULL,
  en BLOB NOT NULL
) STRICT;
CREATE TABLE index_state (complete INTEGER NOT NULL CHECK (complete IN (0, 1))) STRICT;
CREATE INDEX project_documents_by_project ON project_documents (project_id);
CREATE INDEX documents_by_memory ON documents (memory_id);
CREATE UNIQUE INDEX documents_by_bitext ON documents (bitext_key, memory_id) WHERE bitext_key IS NOT NULL;
CREATE UNIQUE INDEX documents_by_project_document ON documents (project_document_id, memory_id)
  WHERE project_document_id IS NOT NULL;
CREATE INDEX units_by_memory ON units (memory_id);
CREATE UNIQUE INDEX units_by_pair ON units (pair_key, memory_id) WHERE action <> 'delete';
CREATE INDEX units_deleted ON units (action) WHERE action = 'delete';
CREATE VIEW live_units AS SELECT * FROM units WHERE action <> 'delete';
CREATE INDEX occurrences_by_unit ON occurrences (unit_id);
CREATE INDEX segments_by_unit ON segments (unit_id) WHERE unit_id IS NOT NULL;
CREATE INDEX segments_by_status ON segments (document_id, status, words);
CREATE TABLE reviews (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'finished')),
  memory TEXT NOT NULL,
  provenance TEXT NOT NULL,
  bitext TEXT NOT NULL,
  document_id INTEGER REFERENCES documents ON DELETE SET NULL,
  beads INTEGER NOT NULL,
  accepted INTEGER NOT NULL,
  passed INTEGER NOT NULL,
  deleted INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX reviews_by_document ON reviews (document_id) WHERE document_id IS NOT NULL;
CREATE TABLE review_steps (
  review_id INTEGER NOT NULL REFERENCES reviews ON DELETE CASCADE,
  number INTEGER NOT NULL,
  step TEXT NOT NULL,
  taken_at INTEGER NOT NULL,
  taken_by TEXT NOT NULL,
  PRIMARY KEY (review_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE segmentation_choices (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id INTEGER NOT NULL REFERENCES projects ON DELETE CASCADE,
  first TEXT NOT NULL,
  gap TEXT NOT NULL,
  second TEXT NOT NULL,
  breaks INTEGER NOT NULL CHECK (breaks IN (0, 1)),
  UNIQUE (project_id, first, second)
) STRICT;

INSERT INTO memories VALUES (1, 'Presse', 1, 2, 0, 2, 1767322800000, 'translator');
INSERT INTO projects VALUES (1, 'Affaire', 'fr', 'en', 1767322800000, 'translator');
INSERT INTO project_memories VALUES (1, 0, 1, 1);
INSERT INTO project_documents VALUES (1, 1, 'article.txt', '{"publication":"Le Journal"}', 1767322800000, 'translator');
INSERT INTO documents VALUES (1, 1, NULL, 1, 'article.txt', 'Le Journal', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1767322860000, 'translator');
INSERT INTO documents VALUES (2, 1, x'b7afe486fd65f6edab392298f6005b9f', NULL, 'Procès', NULL, 'https://journal.example/proces', '2021-11', NULL, NULL, NULL, 'en', NULL, 1767322980000, 'translator');
INSERT INTO units VALUES (1, 1, x'7272268668d828e060e461b29e63bda4', 2, 'change', 1, 1, 'confirmed', 'fr', '{"kind":"human"}', 1767322860000, 'translator', 1767322920000, 'translator', 0, NULL, 'fr', 'en', 'Le procès s’ouvre lundi.', 'The trial begins on Monday.', NULL, NULL, NULL, NULL);
INSERT INTO units VALUES (2, 1, x'0cad008238acc0693d6d49dfc002ea5c', 3, 'undo', NULL, 0, 'draft', NULL, '{"kind":"alignment","confidence":0.75}', 1767322980000, 'translator', 1767323045000, 'translator', 0, NULL, 'fr', 'en', 'Oui', 'Yes', '[{"form":"open","id":"1","type":"bold"},"Oui",{"form":"close","id":"1"}]', NULL, 'à revoir', '[{"type":"x-domain","value":"justice"}]');
INSERT INTO unit_revisions VALUES (1, 1, 'create', NULL, 'confirmed', '{"kind":"human"}', 1767322860000, 'translator', 'fr', 'en', 'Le procès s’ouvre lundi.', 'The trial opens on Monday.', NULL, NULL, NULL);
INSERT INTO unit_revisions VALUES (2, 1, 'create', NULL, 'draft', '{"kind":"alignment","confidence":0.75}', 1767322980000, 'translator', 'fr', 'en', 'Oui', 'Yes', '[{"form":"open","id":"1","type":"bold"},"Oui",{"form":"close","id":"1"}]', NULL, 'à revoir');
INSERT INTO unit_revisions VALUES (2, 2, 'delete', 1, 'draft', '{"kind":"alignment","confidence":0.75}', 1767323045000, 'translator', 'fr', 'en', 'Oui', 'Yes', '[{"form":"open","id":"1","type":"bold"},"Oui",{"form":"close","id":"1"}]', NULL, 'à revoir');
INSERT INTO occurrences VALUES (1, 0, 1);
INSERT INTO occurrences VALUES (2, 0, 2);
INSERT INTO segments VALUES (1, 1, 0, 3, 'confirmed', 0, 4, 0, 1, 1767322920000, 'translator', '', '
', 'Le procès s’ouvre lundi.', NULL, 'The trial begins on Monday.', NULL, '{"kind":"human"}');
INSERT INTO segment_revisions VALUES (1, 1, 'untranslated', 1767322800000, 'translator', '', NULL, NULL);
INSERT INTO segment_revisions VALUES (1, 2, 'confirmed', 1767322860000, 'translator', 'The trial opens on Monday.', NULL, '{"kind":"human"}');
INSERT INTO jobs VALUES (1, 'import', 'done', 1, 1, '{"file":"a.tmx"}', '{"added":1}', NULL, 1767323040000, 1767323100000);
INSERT INTO settings VALUES ('keys', '{"preset":"memoq"}');
INSERT INTO index_stems VALUES ('en', 'begin', 3, 1);
INSERT INTO index_stems VALUES ('en', 'monday', 5, 1);
INSERT INTO index_stems VALUES ('en', 'on', 4, 1);
INSERT INTO index_stems VALUES ('en', 'the', 1, 1);
INSERT INTO index_stems VALUES ('en', 'trial', 2, 1);
INSERT INTO index_stems VALUES ('en', 'yes', 6, 1);
INSERT INTO index_stems VALUES ('fr', 'le', 1, 1);
INSERT INTO index_stems VALUES ('fr', 'lund', 5, 1);
INSERT INTO index_stems VALUES ('fr', 'oui', 6, 1);
INSERT INTO index_stems VALUES ('fr', 'ouvr', 4, 1);
INSERT INTO index_stems VALUES ('fr', 'proces', 2, 1);
INSERT INTO index_stems VALUES ('fr', 's''', 3, 1);
INSERT INTO index_words VALUES ('en', 'begins', 769);
INSERT INTO index_words VALUES ('en', 'monday', 1281);
INSERT INTO index_words VALUES ('en', 'on', 1025);
INSERT INTO index_words VALUES ('en', 'the', 257);
INSERT INTO index_words VALUES ('en', 'trial', 513);
INSERT INTO index_words VALUES ('en', 'yes', 1537);
INSERT INTO index_words VALUES ('fr', 'le', 257);
INSERT INTO index_words VALUES ('fr', 'lundi', 1281);
INSERT INTO index_words VALUES ('fr', 'oui', 1537);
INSERT INTO index_words VALUES ('fr', 'ouvre', 1025);
INSERT INTO index_words VALUES ('fr', 'procès', 513);
INSERT INTO index_words VALUES ('fr', 's''', 769);
INSERT INTO index_blocks VALUES (1, 2, 1, 2, x'020000000200000001000000020000000100000001000000');
INSERT INTO index_sides VALUES (1, 1, 'fr', x'020000000300000006000000030000000000000008000000070000000600000007000000060000000600000001000000000000000100000006000000010600000101000001020000010300000104000001050000000000000000000000000000000000000000000000000004000000000008004000000010008000000020000000000000000000000100000001000000010000000100000002000000010000000200000003000000040000000500000006000000000000000100000002000000030000000400000005000000060000000100010001000100010000000102030405010000');
INSERT INTO index_sides VALUES (2, 1, 'en', x'020000000300000006000000030000000000000008000000070000000600000007000000060000000600000001000000000000000100000006000000010600000101000001020000010300000104000001050000000000000000000000000000000000000000000000000004000000000008004000000010008000000020000000000000000000000100000001000000010000000100000002000000010000000200000003000000040000000500000006000000000000000100000002000000030000000400000005000000060000000100010001000100010000000102030405010000');
INSERT INTO index_dead VALUES (1, 2);
INSERT INTO index_tail VALUES (2, 1, x'010000000000000001060000', x'010000000000000001060000');
INSERT INTO index_state VALUES (1);
INSERT INTO reviews VALUES (1, 2, 'open', 'Presse', '{"title":"Procès"}', '{"fr":[{"text":"Oui","before":"","paragraph":0}],"en":[{"text":"Yes","before":"","paragraph":0}],"beads":[{"fr":[0],"en":[0],"confidence":0.75}]}', 2, 1, 1, 0, 0, 1767323100000, 'translator', 1767323160000, 'translator');
INSERT INTO review_steps VALUES (1, 1, '{"kind":"accept","bead":0}', 1767323160000, 'translator');
INSERT INTO segmentation_choices VALUES (1, 1, 'Le procès', ' ', 's’ouvre lundi.', 1);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES ('memories', 1);
INSERT INTO sqlite_sequence VALUES ('projects', 1);
INSERT INTO sqlite_sequence VALUES ('project_documents', 1);
INSERT INTO sqlite_sequence VALUES ('documents', 2);
INSERT INTO sqlite_sequence VALUES ('units', 2);
INSERT INTO sqlite_sequence VALUES ('segments', 1);
INSERT INTO sqlite_sequence VALUES ('jobs', 1);
INSERT INTO sqlite_sequence VALUES ('index_blocks', 1);

CREATE TABLE project_document_files (
  document_id INTEGER PRIMARY KEY REFERENCES project_documents ON DELETE CASCADE,
  format TEXT NOT NULL,
  -- Bytes of the file.
  size INTEGER NOT NULL,
  deflated BLOB NOT NULL
) STRICT;

-- How the file names the segment.
ALTER TABLE segments ADD COLUMN file_segment TEXT;
UPDATE segments SET file_segment = '1/u1';
INSERT INTO project_document_files VALUES (1, 'xliff', 3, x'4b4c4a0600');

ALTER TABLE jobs ADD COLUMN created_by TEXT NOT NULL DEFAULT 'local';
ALTER TABLE jobs ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN cancel_requested INTEGER NOT NULL DEFAULT 0 CHECK (cancel_requested IN (0, 1));
-- The process that runs it, and until when it is believed to live.
ALTER TABLE jobs ADD COLUMN lease_owner TEXT;
ALTER TABLE jobs ADD COLUMN lease_until INTEGER;
CREATE INDEX jobs_open ON jobs (id) WHERE state IN ('queued', 'running');
UPDATE jobs SET created_by = 'translator', attempts = 1;
INSERT INTO sqlite_sequence VALUES ('reviews', 1);

CREATE TABLE events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  -- As JSON, for it is read as a whole and searched by nothing.
  event TEXT NOT NULL
) STRICT;
INSERT INTO events VALUES (1, 1767322920000, 'translator', '{"kind":"segment","documentId":1,"segmentId":1,"version":3,"status":"confirmed"}');

CREATE TABLE request_keys (
  by TEXT NOT NULL,
  key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- As JSON; absent while the request is being done.
  answer TEXT,
  PRIMARY KEY (by, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX request_keys_by_age ON request_keys (at);
INSERT INTO request_keys VALUES ('translator', 'f3a1', 'c0ffee', 1767322920000, '{"id":1}');

CREATE TABLE segment_comments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  segment_id INTEGER NOT NULL REFERENCES segments ON DELETE CASCADE,
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL
) STRICT;
CREATE INDEX segment_comments_by_segment ON segment_comments (segment_id);
INSERT INTO segment_comments VALUES (1, 1, 'Which pier?', 1767322920000, 'translator');
INSERT INTO sqlite_sequence VALUES ('segmentation_choices', 1);

ALTER TABLE memories ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
CREATE TRIGGER units_added AFTER INSERT ON units BEGIN
  UPDATE memories SET revision = revision + 1 WHERE id = NEW.memory_id;
END;
CREATE TRIGGER units_changed AFTER UPDATE OF version ON units BEGIN
  UPDATE memories SET revision = revision + 1 WHERE id = NEW.memory_id;
END;
CREATE TRIGGER documents_added AFTER INSERT ON documents BEGIN
  UPDATE memories SET revision = revision + 1 WHERE id = NEW.memory_id;
END;
CREATE TRIGGER documents_changed AFTER UPDATE ON documents BEGIN
  UPDATE memories SET revision = revision + 1 WHERE id = NEW.memory_id;
END;
UPDATE memories SET revision = 4;

ALTER TABLE index_state ADD COLUMN numbering INTEGER NOT NULL DEFAULT 1;

CREATE TABLE lexicons (
  version INTEGER PRIMARY KEY AUTOINCREMENT,
  numbering INTEGER NOT NULL,
  learnt_at TEXT NOT NULL,
  -- How many units it was learnt from, and how many there were in all.
  units INTEGER NOT NULL,
  units_then INTEGER NOT NULL,
  pairs BLOB NOT NULL
) STRICT;
INSERT INTO lexicons VALUES (1, 1, '2026-01-02T03:02:00.000Z', 2, 2, X'0100000000000000000000000000000000000000');
INSERT INTO sqlite_sequence VALUES ('lexicons', 1);
ALTER TABLE segments ADD COLUMN block TEXT;
UPDATE segments SET block = 'heading';
ALTER TABLE units ADD COLUMN flagged INTEGER NOT NULL DEFAULT 0 CHECK (flagged IN (0, 1));
ALTER TABLE unit_revisions ADD COLUMN flagged INTEGER NOT NULL DEFAULT 0 CHECK (flagged IN (0, 1));
CREATE INDEX units_flagged ON units (memory_id) WHERE flagged = 1;

CREATE TABLE unit_batches (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  memory_id INTEGER NOT NULL REFERENCES memories ON DELETE CASCADE,
  kind TEXT NOT NULL,
  about TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  undone_at INTEGER,
  undone_by TEXT
) STRICT;
CREATE INDEX unit_batches_by_memory ON unit_batches (memory_id);

CREATE TABLE batch_units (
  batch_id INTEGER NOT NULL REFERENCES unit_batches ON DELETE CASCADE,
  unit_id INTEGER NOT NULL REFERENCES units ON DELETE CASCADE,
  version INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'kept')),
  PRIMARY KEY (batch_id, unit_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX batch_units_by_unit ON batch_units (unit_id);

CREATE TABLE merged_occurrences (
  unit_id INTEGER NOT NULL REFERENCES units ON DELETE CASCADE,
  document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  position INTEGER NOT NULL,
  into_unit_id INTEGER NOT NULL REFERENCES units ON DELETE CASCADE,
  PRIMARY KEY (unit_id, document_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX merged_occurrences_by_document ON merged_occurrences (document_id);
CREATE INDEX merged_occurrences_by_target ON merged_occurrences (into_unit_id);
UPDATE units SET flagged = 1 WHERE id = 2;
INSERT INTO unit_batches VALUES (1, 1, 'repair', '{"repair":"flag"}', 1767323050000, 'translator', NULL, NULL);
INSERT INTO sqlite_sequence VALUES ('unit_batches', 1);
INSERT INTO batch_units VALUES (1, 2, 3, 'done');
INSERT INTO merged_occurrences VALUES (1, 1, 0, 2);
CREATE TABLE machine_months (
  month TEXT PRIMARY KEY,
  characters INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE machine_answers (
  request TEXT PRIMARY KEY,
  content TEXT NOT NULL,
  kept_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX machine_answers_by_age ON machine_answers (kept_at);
INSERT INTO machine_months VALUES ('2026-01', 1200);
INSERT INTO machine_answers VALUES ('a-request', '["Hello."]', 1767323050000);

CREATE TABLE termbases (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  entry_count INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL
) STRICT;
INSERT INTO termbases VALUES (1, 'Presse', 1, 1767322920000, 'translator');
INSERT INTO sqlite_sequence VALUES ('termbases', 1);

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
INSERT INTO term_entries VALUES (1, 1, 2, 'change', 1, '{"facts":[],"languages":[{"language":"fr","facts":[],"terms":[{"text":"chapeau","facts":[]}]}]}', X'00112233445566778899aabbccddeeff', 'c1', 'chapeau', 1767322920000, 'translator', 1767322920000, 'translator');
INSERT INTO sqlite_sequence VALUES ('term_entries', 1);

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
INSERT INTO term_entry_revisions VALUES (1, 1, 'create', NULL, '{"facts":[],"languages":[{"language":"fr","facts":[],"terms":[{"text":"chapô","facts":[]}]}]}', 1767322920000, 'translator');

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
INSERT INTO terms VALUES (1, 0, 1, 'fr', 'admitted', 'chapeau', NULL, 'chapeau', 'chapeau');

-- The termbases of a project that does not use all of them.
CREATE TABLE project_termbases (
  project_id INTEGER NOT NULL REFERENCES projects ON DELETE CASCADE,
  termbase_id INTEGER NOT NULL REFERENCES termbases ON DELETE CASCADE,
  PRIMARY KEY (project_id, termbase_id)
) STRICT, WITHOUT ROWID;
INSERT INTO project_termbases VALUES (1, 1);
ALTER TABLE projects ADD COLUMN all_termbases INTEGER NOT NULL DEFAULT 1 CHECK (all_termbases IN (0, 1));
UPDATE projects SET all_termbases = 0;
CREATE TABLE people (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL UNIQUE,
  email_verified INTEGER NOT NULL,
  image TEXT,
  role TEXT NOT NULL CHECK (role IN ('none', 'reader', 'translator', 'reviewer', 'administrator')),
  disabled INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
-- A name stands for one person in every history.
CREATE UNIQUE INDEX people_by_name ON people (name COLLATE NOCASE);

CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people ON DELETE CASCADE,
  token TEXT NOT NULL UNIQUE,
  expires_at TEXT NOT NULL,
  address TEXT,
  user_agent TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX sessions_by_person ON sessions (person_id);

CREATE TABLE sign_in_ways (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people ON DELETE CASCADE,
  provider_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  password TEXT,
  access_token TEXT,
  refresh_token TEXT,
  id_token TEXT,
  access_token_expires_at TEXT,
  refresh_token_expires_at TEXT,
  scope TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX sign_in_ways_by_person ON sign_in_ways (person_id);

CREATE TABLE verifications (
  id TEXT PRIMARY KEY,
  identifier TEXT NOT NULL,
  value TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX verifications_by_identifier ON verifications (identifier);

CREATE TABLE sign_in_attempts (
  id TEXT PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  count INTEGER NOT NULL,
  last_request INTEGER NOT NULL
) STRICT;

-- Without a person: of everybody who has no right of their own there.
CREATE TABLE rights (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id TEXT REFERENCES people ON DELETE CASCADE,
  memory_id INTEGER REFERENCES memories ON DELETE CASCADE,
  project_id INTEGER REFERENCES projects ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('none', 'reader', 'translator', 'reviewer')),
  CHECK ((memory_id IS NULL) <> (project_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX rights_by_place ON rights (coalesce(person_id, ''), coalesce(memory_id, 0), coalesce(project_id, 0));
CREATE INDEX rights_by_memory ON rights (memory_id);
CREATE INDEX rights_by_project ON rights (project_id);

CREATE TABLE api_keys (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id TEXT NOT NULL REFERENCES people ON DELETE CASCADE,
  name TEXT NOT NULL,
  -- SHA-256 of the key, which itself is kept nowhere.
  hash TEXT NOT NULL UNIQUE,
  -- Its first signs, by which its owner knows it again.
  start TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('reader', 'translator', 'reviewer', 'administrator')),
  -- The memories and projects it is limited to, as JSON; every one when null.
  places TEXT,
  created_at TEXT NOT NULL,
  expires_at TEXT,
  revoked_at TEXT,
  last_used_at TEXT
) STRICT;
CREATE INDEX api_keys_by_person ON api_keys (person_id);

CREATE TABLE audit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  via TEXT NOT NULL CHECK (via IN ('session', 'key', 'terminal', 'nobody')),
  action TEXT NOT NULL,
  target TEXT NOT NULL,
  outcome TEXT NOT NULL,
  address TEXT,
  request_id TEXT
) STRICT;
CREATE INDEX audit_by_person ON audit (by, id);
CREATE INDEX audit_by_action ON audit (action, id);
CREATE TRIGGER audit_stays_as_written BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
CREATE TRIGGER audit_stays_whole BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
INSERT INTO people VALUES ('p1', 'Ada', 'ada@example.org', 1, NULL, 'administrator', 0, '2026-01-02T03:02:00.000Z', '2026-01-02T03:02:00.000Z');
INSERT INTO sessions VALUES ('s1', 'p1', 'token', '2026-01-02T03:02:00.000Z', '127.0.0.1', '', '2026-01-02T03:02:00.000Z', '2026-01-02T03:02:00.000Z');
INSERT INTO sign_in_ways VALUES ('w1', 'p1', 'credential', 'p1', 'salt:hash', NULL, NULL, NULL, NULL, NULL, NULL, '2026-01-02T03:02:00.000Z', '2026-01-02T03:02:00.000Z');
INSERT INTO verifications VALUES ('v1', 'state', 'value', '2026-01-02T03:02:00.000Z', '2026-01-02T03:02:00.000Z', '2026-01-02T03:02:00.000Z');
INSERT INTO sign_in_attempts VALUES ('a1', '127.0.0.1|/sign-in/email', 1, 1767322920000);
INSERT INTO rights VALUES (1, 'p1', 1, NULL, 'reader');
INSERT INTO api_keys VALUES (1, 'p1', 'Weblate', 'hash', 'calque_abcdef', 'reader', NULL, '2026-01-02T03:02:00.000Z', NULL, NULL, NULL);
INSERT INTO audit VALUES (1, '2026-01-02T03:02:00.000Z', 'local', 'terminal', 'createPerson', 'Ada', 'done', NULL, NULL);

ALTER TABLE index_state ADD COLUMN building INTEGER;
ALTER TABLE index_state ADD COLUMN built_to INTEGER NOT NULL DEFAULT 0;

ALTER TABLE index_blocks ADD COLUMN numbering INTEGER NOT NULL DEFAULT 0;
UPDATE index_blocks SET numbering = (SELECT numbering FROM index_state);
-- A row is long, and what is read of it for each list stands at its end.
CREATE INDEX index_blocks_by_numbering ON index_blocks (numbering, id, size);

DROP INDEX index_stems_by_id;
ALTER TABLE index_stems RENAME TO earlier_stems;
CREATE TABLE index_stems (
  numbering INTEGER NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
  stem TEXT NOT NULL,
  id INTEGER NOT NULL,
  -- How many forms of the stem have a number.
  forms INTEGER NOT NULL,
  PRIMARY KEY (numbering, language, stem)
) STRICT, WITHOUT ROWID;
INSERT INTO index_stems SELECT numbering, language, stem, id, forms FROM earlier_stems, index_state
  ORDER BY language, stem;
DROP TABLE earlier_stems;
CREATE UNIQUE INDEX index_stems_by_id ON index_stems (numbering, language, id);

ALTER TABLE index_words RENAME TO earlier_words;
CREATE TABLE index_words (
  numbering INTEGER NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
  form TEXT NOT NULL,
  id INTEGER NOT NULL,
  PRIMARY KEY (numbering, language, form)
) STRICT, WITHOUT ROWID;
INSERT INTO index_words SELECT numbering, language, form, id FROM earlier_words, index_state
  ORDER BY language, form;
DROP TABLE earlier_words;

ALTER TABLE index_tail RENAME TO earlier_tail;
CREATE TABLE index_tail (
  numbering INTEGER NOT NULL,
  unit_id INTEGER NOT NULL,
  memory_id INTEGER NOT NULL,
  fr BLOB NOT NULL,
  en BLOB NOT NULL,
  PRIMARY KEY (numbering, unit_id)
) STRICT, WITHOUT ROWID;
INSERT INTO index_tail SELECT numbering, unit_id, memory_id, fr, en FROM earlier_tail, index_state;
DROP TABLE earlier_tail;

ALTER TABLE project_memories ADD COLUMN priority INTEGER;
ALTER TABLE project_memories ADD COLUMN penalty INTEGER CHECK (penalty BETWEEN 0 AND 30);
UPDATE project_memories SET penalty = 5;
