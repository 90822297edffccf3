import type { Migration } from '../../sql/migration.ts';

/** What is said about segments. */
export const comments: Migration = {
  version: 8,
  sql: `
CREATE TABLE segment_comments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  segment_id INTEGER NOT NULL REFERENCES segments ON DELETE CASCADE,
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL
) STRICT;
CREATE INDEX segment_comments_by_segment ON segment_comments (segment_id);
`,
};
