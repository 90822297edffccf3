import type { Migration } from '../../sql/migration.ts';

/** Where people decided that segments end: between two texts of a project there is a break, or there is none. */
export const segmentationChoices: Migration = {
  version: 9,
  sql: `
CREATE TABLE segmentation_choices (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id INTEGER NOT NULL REFERENCES projects ON DELETE CASCADE,
  first TEXT NOT NULL,
  gap TEXT NOT NULL,
  second TEXT NOT NULL,
  breaks INTEGER NOT NULL CHECK (breaks IN (0, 1)),
  UNIQUE (project_id, first, second)
) STRICT;
`,
};
