import type { Migration } from '../../sql/migration.ts';

/**
 * What a person decided on pairs of an article, so that it stands when the article comes again; and what there was to
 * say while the texts of a review were read.
 */
export const earlierDecisions: Migration = {
  version: 20,
  sql: `
-- Pairs as the document prints them; of a sentence without partner, one side is empty.
CREATE TABLE decided_pairs (
  document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  number INTEGER NOT NULL,
  fr TEXT NOT NULL,
  en TEXT NOT NULL,
  -- The unit that says it in other words; NULL where it is kept out of the memory.
  unit_id INTEGER REFERENCES units ON DELETE CASCADE,
  PRIMARY KEY (document_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX decided_pairs_by_unit ON decided_pairs (unit_id) WHERE unit_id IS NOT NULL;

-- When it came last; NULL while that was when it was made.
ALTER TABLE documents ADD COLUMN brought_at INTEGER;

ALTER TABLE reviews ADD COLUMN warnings TEXT NOT NULL DEFAULT '[]';
`,
};
