import type { Migration } from '../../sql/migration.ts';

/**
 * Units that are flagged, and changes of many units that are taken back as one. `batch_units` has the version that the
 * batch gave each unit: one that has another by now was changed since. Where merged units stood is kept for their return.
 */
export const unitBatches: Migration = {
  version: 13,
  sql: `
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
`,
};
