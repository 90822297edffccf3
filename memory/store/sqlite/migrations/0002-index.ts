import type { Migration } from '../../sql/migration.ts';

/**
 * The inverted index, derived from the units and written in the transactions that change them.
 *
 * Words are numbered once and for ever. What is said of units lies in blocks that never change, each a few arrays as
 * they are used in memory; units written one by one wait in `index_tail` until there are enough for a block.
 * What a block says of a unit in `index_dead` holds no more.
 */
export const index: Migration = {
  version: 2,
  sql: `
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

-- One row: whether the index covers every unit. It does not where units were stored before there was an index.
CREATE TABLE index_state (complete INTEGER NOT NULL CHECK (complete IN (0, 1))) STRICT;
INSERT INTO index_state (complete) SELECT NOT EXISTS (SELECT 1 FROM units);
`,
};
