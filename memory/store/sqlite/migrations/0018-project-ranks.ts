import type { Migration } from '../../sql/migration.ts';

/** How much a memory is worth in one project, where that is other than elsewhere. */
export const projectRanks: Migration = {
  version: 18,
  sql: `
ALTER TABLE project_memories ADD COLUMN priority INTEGER;
ALTER TABLE project_memories ADD COLUMN penalty INTEGER CHECK (penalty BETWEEN 0 AND 30);
`,
};
