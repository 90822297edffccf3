import type { Migration } from '../../sql/migration.ts';

/** Requests that were sent under a key, so that sending them again does nothing twice. */
export const requestKeys: Migration = {
  version: 7,
  sql: `
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
`,
};
