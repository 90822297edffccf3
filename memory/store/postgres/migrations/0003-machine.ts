import type { Migration } from '../../sql/migration.ts';

/** What machine translation has cost, by the month, and what it has answered. */
export const machine: Migration = {
  version: 3,
  sql: `
CREATE TABLE machine_months (
  month text PRIMARY KEY,
  characters bigint NOT NULL
);

CREATE TABLE machine_answers (
  request text PRIMARY KEY,
  content text NOT NULL,
  kept_at bigint NOT NULL
);
CREATE INDEX machine_answers_by_age ON machine_answers (kept_at);
`,
};
