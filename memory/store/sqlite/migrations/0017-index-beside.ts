import type { Migration } from '../../sql/migration.ts';

/**
 * An index that is built anew stands beside the one in use until it takes its place: its words, blocks and tail are told
 * from the others by their number. `built_to` is the last unit it holds.
 */
export const indexBeside: Migration = {
  version: 17,
  sql: `
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
`,
};
