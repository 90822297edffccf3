import type { Migration } from '../../sql/migration.ts';

/** The files that project documents came as, kept whole and given back with other targets. */
export const documentFiles: Migration = {
  version: 3,
  sql: `
CREATE TABLE project_document_files (
  document_id INTEGER PRIMARY KEY REFERENCES project_documents ON DELETE CASCADE,
  format TEXT NOT NULL,
  -- Bytes of the file.
  size INTEGER NOT NULL,
  deflated BLOB NOT NULL
) STRICT;

-- How the file names the segment.
ALTER TABLE segments ADD COLUMN file_segment TEXT;
`,
};
