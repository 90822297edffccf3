import type { Migration } from '../../sql/migration.ts';

/**
 * Reviews of bitexts. `bitext` holds the two texts in sentences and the beads as the aligner made them, as JSON, and
 * never changes; where a review stands follows from it and the steps. The counts are those after the last step.
 */
export const reviews: Migration = {
  version: 5,
  sql: `
CREATE TABLE reviews (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'finished')),
  -- A name: the memory is made when the review is finished.
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
`,
};
