import { type BlockParts, NOT_SHARED } from './block-parts.ts';
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

export interface UnitIndexOptions {
  /** As {@link indexWriter} has it. */
  readonly longestTail?: number;
  readonly parts?: BlockParts;
}

export function unitIndex(connection: Connection, options: UnitIndexOptions): UnitIndex {
  const { longestTail = 512, parts = NOT_SHARED } = options;
  const tables = { words: wordTable(connection), blocks: blockTable(connection, parts), tail: tailTable(connection) };
  const writer = indexWriter(tables, longestTail);
  connection.keepInStep(writer);
  return { ...tables, writer };
}
