import type { Migration } from '../../sql/migration.ts';

/** What machine translation has cost, by the month, and what it has answered. */
export const machine: Migration = {
  version: 14,
  sql: `
CREATE TABLE machine_months (
  month TEXT PRIMARY KEY,
  characters INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE machine_answers (
  request TEXT PRIMARY KEY,
  content TEXT NOT NULL,
  kept_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX machine_answers_by_age ON machine_answers (kept_at);
`,
};
