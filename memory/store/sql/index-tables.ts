import { type BlockParts, NOT_SHARED } from './block-parts.ts';
import type { Connection } from './connection.ts';
import { blockTable } from './index-blocks.ts';
import { type IndexState, indexState } from './index-state.ts';
import { type EntryStoring, entryStoring, type IndexTables } from './index-storing.ts';
import { tailTable } from './index-tail.ts';
import { type WordTable, wordTable } from './index-words.ts';
import { type IndexWriter, indexWriter } from './index-writer.ts';

/** The index in use, the one that is being built to take its place, and what keeps them in step with the units. */
export interface UnitIndex extends IndexTables {
  readonly built: IndexTables & { readonly storing: EntryStoring };
  readonly state: IndexState;
  readonly writer: IndexWriter;
}

/** Whoever searches reads the tail anew after each confirmation, and closing it writes as many units or more. */
const LONGEST_TAIL = 128;

export interface UnitIndexOptions {
  /** As {@link entryStoring} has it. */
  readonly longestTail?: number;
  readonly parts?: BlockParts;
  /** Where words are numbered; in this database by default. */
  readonly words?: WordTable;
}

export function unitIndex(connection: Connection, options: UnitIndexOptions): UnitIndex {
  const { longestTail = LONGEST_TAIL, parts = NOT_SHARED, words } = options;
  const used: IndexTables = {
    words: words ?? wordTable(connection, 'used'),
    blocks: blockTable(connection, 'used', parts),
    tail: tailTable(connection, 'used'),
  };
  const built: IndexTables = {
    words: words ?? wordTable(connection, 'built'),
    blocks: blockTable(connection, 'built', NOT_SHARED),
    tail: tailTable(connection, 'built'),
  };
  const state = indexState(connection);
  const storing = entryStoring(built, longestTail);
  const writer = indexWriter(entryStoring(used, longestTail), storing, state);
  connection.keepInStep(writer);
  return { ...used, built: { ...built, storing }, state, writer };
}
