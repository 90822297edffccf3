import type { Migration } from '../../sql/migration.ts';

/**
 * Accounts. The first five tables are those that better-auth asks for, under names of ours; times are ISO 8601 there, as
 * it writes them, and in the rest.
 */
export const accounts: Migration = {
  version: 16,
  sql: `
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
`,
};
