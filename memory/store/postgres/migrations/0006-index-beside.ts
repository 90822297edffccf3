import type { Migration } from '../../sql/migration.ts';

/**
 * An index that is built anew stands beside the one in use until it takes its place: its words, blocks and tail are told
 * from the others by their number. `built_to` is the last unit it holds.
 */
export const indexBeside: Migration = {
  version: 6,
  sql: `
ALTER TABLE index_state ADD COLUMN building bigint;
ALTER TABLE index_state ADD COLUMN built_to bigint NOT NULL DEFAULT 0;

ALTER TABLE index_blocks ADD COLUMN numbering bigint NOT NULL DEFAULT 0;
ALTER TABLE index_stems ADD COLUMN numbering bigint NOT NULL DEFAULT 0;
ALTER TABLE index_words ADD COLUMN numbering bigint NOT NULL DEFAULT 0;
ALTER TABLE index_tail ADD COLUMN numbering bigint NOT NULL DEFAULT 0;
UPDATE index_blocks SET numbering = (SELECT numbering FROM index_state);
UPDATE index_stems SET numbering = (SELECT numbering FROM index_state);
UPDATE index_words SET numbering = (SELECT numbering FROM index_state);
UPDATE index_tail SET numbering = (SELECT numbering FROM index_state);

CREATE INDEX index_blocks_by_numbering ON index_blocks (numbering, id);
DROP INDEX index_stems_by_id;
CREATE UNIQUE INDEX index_stems_by_id ON index_stems (numbering, language, id);
ALTER TABLE index_tail DROP CONSTRAINT index_tail_pkey;
ALTER TABLE index_tail ADD PRIMARY KEY (numbering, unit_id);

CREATE FUNCTION count_index_replacement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.revision := OLD.revision + 1;
  RETURN NEW;
END $$;
CREATE TRIGGER index_replaced BEFORE UPDATE OF numbering ON index_state
  FOR EACH ROW EXECUTE FUNCTION count_index_replacement();
`,
};
