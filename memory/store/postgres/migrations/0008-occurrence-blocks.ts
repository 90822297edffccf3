import type { Migration } from '../../sql/migration.ts';

/** What the block of a document is there for in which a unit stands: a heading, a caption. */
export const occurrenceBlocks: Migration = {
  version: 8,
  sql: `
ALTER TABLE occurrences ADD COLUMN block text;
`,
};
