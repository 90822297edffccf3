import type { Migration } from '../../sql/migration.ts';

/** What was changed lately, for those who look at it elsewhere. */
export const events: Migration = {
  version: 6,
  sql: `
CREATE TABLE events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  -- As JSON, for it is read as a whole and searched by nothing.
  event TEXT NOT NULL
) STRICT;
`,
};
