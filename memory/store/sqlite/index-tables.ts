import type { Connection } from './connection.ts';
import { type BlockTable, blockTable } from './index-blocks.ts';
import { type TailTable, tailTable } from './index-tail.ts';
import { type WordTable, wordTable } from './index-words.ts';
import { type IndexWriter, indexWriter } from './index-writer.ts';

/** The tables of the index, and what keeps them in step with the units. */
export interface UnitIndex {
  readonly words: WordTable;
  readonly blocks: BlockTable;
  readonly tail: TailTable;
  readonly writer: IndexWriter;
}

export function unitIndex(connection: Connection, longestTail: number): UnitIndex {
  const tables = { words: wordTable(connection), blocks: blockTable(connection), tail: tailTable(connection) };
  const writer = indexWriter(tables, longestTail);
  connection.keepInStep(writer);
  return { ...tables, writer };
}
