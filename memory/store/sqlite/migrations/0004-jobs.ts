import type { Migration } from '../../sql/migration.ts';

/** Jobs are taken up under a lease, counted in attempts, asked to end, and known by who wanted them. */
export const jobs: Migration = {
  version: 4,
  sql: `
ALTER TABLE jobs ADD COLUMN created_by TEXT NOT NULL DEFAULT 'local';
ALTER TABLE jobs ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN cancel_requested INTEGER NOT NULL DEFAULT 0 CHECK (cancel_requested IN (0, 1));
-- The process that runs it, and until when it is believed to live.
ALTER TABLE jobs ADD COLUMN lease_owner TEXT;
ALTER TABLE jobs ADD COLUMN lease_until INTEGER;
CREATE INDEX jobs_open ON jobs (id) WHERE state IN ('queued', 'running');
`,
};
