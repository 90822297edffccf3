import type { Migration } from '../../sql/migration.ts';

/**
 * Every memory counts the changes of what it holds, so that whoever has a copy can ask whether it is still the same. It
 * is counted by triggers, as no change made anywhere may be missed.
 */
export const memoryRevisions: Migration = {
  version: 10,
  sql: `
ALTER TABLE memories ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
CREATE TRIGGER units_added AFTER INSERT ON units BEGIN
  UPDATE memories SET revision = revision + 1 WHERE id = NEW.memory_id;
END;
CREATE TRIGGER units_changed AFTER UPDATE OF version ON units BEGIN
  UPDATE memories SET revision = revision + 1 WHERE id = NEW.memory_id;
END;
CREATE TRIGGER documents_added AFTER INSERT ON documents BEGIN
  UPDATE memories SET revision = revision + 1 WHERE id = NEW.memory_id;
END;
CREATE TRIGGER documents_changed AFTER UPDATE ON documents BEGIN
  UPDATE memories SET revision = revision + 1 WHERE id = NEW.memory_id;
END;
`,
};
