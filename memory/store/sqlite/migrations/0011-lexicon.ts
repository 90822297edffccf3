import type { Migration } from '../../sql/migration.ts';

/**
 * The bilingual lexicons learnt from the units. The newest whose words have the numbers that the index gives them is in
 * use; building the index anew numbers words anew.
 */
export const lexicon: Migration = {
  version: 11,
  sql: `
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
`,
};
