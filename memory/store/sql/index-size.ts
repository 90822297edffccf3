import type { IndexSize, StoreSize } from '../store-size.ts';
import type { Connection } from './connection.ts';
import { numberingOf } from './index-state.ts';

const NOTHING: IndexSize = { blocks: 0, inBlocks: 0, dead: 0, waiting: 0, bytes: 0 };

export function indexSizeMethods(connection: Connection): Pick<StoreSize, 'indexSize'> {
  const used = numberingOf('used');
  // Neither engine reads a blob to tell its length.
  const size = connection.prepare<[], IndexSize>(
    `SELECT count(*) AS blocks, CAST(coalesce(sum(b.size), 0) AS BIGINT) AS "inBlocks",
       (SELECT count(*) FROM index_dead AS d JOIN index_blocks AS o ON o.id = d.block_id WHERE o.numbering = ${used}) AS dead,
       (SELECT count(*) FROM index_tail WHERE numbering = ${used}) AS waiting,
       CAST(coalesce(sum(length(b.units) + (SELECT sum(length(s.side)) FROM index_sides AS s WHERE s.block_id = b.id)), 0)
         AS BIGINT) AS bytes
     FROM index_blocks AS b WHERE b.numbering = ${used}`,
  );
  return { indexSize: () => connection.ask(async () => (await size.get()) ?? NOTHING) };
}
