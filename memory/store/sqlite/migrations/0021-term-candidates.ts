import type { Migration } from '../../sql/migration.ts';

/** Pairs of terms that were found in memories, until somebody decides on them, and what was decided. */
export const termCandidates: Migration = {
  version: 21,
  sql: `
CREATE TABLE term_candidates (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  termbase_id INTEGER NOT NULL REFERENCES termbases ON DELETE CASCADE,
  -- What was decided outlives the memory that the pair was found in.
  memory_id INTEGER REFERENCES memories ON DELETE SET NULL,
  fr TEXT NOT NULL,
  en TEXT NOT NULL,
  -- The stems of both, by which it is known again.
  pair TEXT NOT NULL,
  fr_units INTEGER NOT NULL,
  en_units INTEGER NOT NULL,
  together INTEGER NOT NULL,
  -- In thousandths.
  score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 1000),
  examples TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'rejected')),
  decided_at INTEGER,
  decided_by TEXT,
  entry_id INTEGER
) STRICT;
CREATE INDEX term_candidates_by_score ON term_candidates (termbase_id, state, score DESC, id);
CREATE INDEX term_candidates_by_pair ON term_candidates (termbase_id, pair);
CREATE INDEX term_candidates_by_memory ON term_candidates (memory_id);
`,
};
