import type { SqlValue } from '../sql/connection.ts';

/** A row, its values parallel to the columns of its table. */
export type CopiedRow = readonly SqlValue[];

/** A table of a database, as far as what it holds is copied. */
export interface CopiedTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** Tables that its rows name rows of. */
  readonly references: readonly string[];
}

/** A database that is read from, while nobody writes into it. */
export interface CopySource {
  /** What it is called in sentences. */
  readonly name: string;
  tables(): Promise<readonly CopiedTable[]>;
  /** The rows of a table, some at a time, in no certain order. */
  rows(table: CopiedTable): AsyncIterable<readonly CopiedRow[]>;
  /** The last number that each table which numbers its rows has given. */
  lastNumbers(): Promise<ReadonlyMap<string, number>>;
  /** Lets go of it: others may write again. */
  close(): Promise<void>;
}

/** A database that is filled; there is nothing in it before {@link CopyTarget.finish}, whatever happens. */
export interface CopyTarget extends CopySource {
  /** A value as it is there once it is written. */
  stored(value: SqlValue): SqlValue;
  write(table: CopiedTable, rows: readonly CopiedRow[]): Promise<void>;
  /** Has the next numbers be higher than these. */
  goOnAfter(last: ReadonlyMap<string, number>): Promise<void>;
  /** Has all that was written be there, at once. */
  finish(): Promise<void>;
}

/** What the engines count for themselves: the one row of this table is there before anything is written. */
export const STATE_TABLE = 'index_state';
/** Counted by one engine alone, with every change of the index. */
export const OWN_COLUMNS: ReadonlySet<string> = new Set(['index_state.revision']);

/** Bytes read or written together, if each row is not larger by itself. */
export const PORTION_BYTES = 4_000_000;

/** About as many bytes as a row takes. */
export function bytesOf(row: CopiedRow): number {
  return row.reduce<number>((sum, value) => sum + sizeOf(value), 0);
}

function sizeOf(value: SqlValue): number {
  return typeof value === 'string' || value instanceof Uint8Array ? value.length : 8;
}
