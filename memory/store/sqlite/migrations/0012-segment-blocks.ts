import type { Migration } from '../../sql/migration.ts';

/** What the block of a document is there for in which a segment stands: a heading, a caption. */
export const segmentBlocks: Migration = {
  version: 12,
  sql: `
ALTER TABLE segments ADD COLUMN block TEXT;
`,
};
