import type { EventWatch } from '../event-signals.ts';
import type { DatabaseKind, StoredFile } from '../store-size.ts';

/** A value in a column. */
export type SqlValue = string | number | Uint8Array | null;

/** A prepared statement, with the types of its question marks and of its rows. */
export interface Statement<Parameters extends readonly SqlValue[], Row = unknown> {
  /** The first row. */
  get(...parameters: Parameters): Promise<Row | undefined>;
  all(...parameters: Parameters): Promise<Row[]>;
  /** @returns how many rows it wrote */
  run(...parameters: Parameters): Promise<number>;
  /**
   * Runs an `INSERT … VALUES (…)` for each of many rows, faster than one by one where the engine is another process.
   * @returns what they gave, in no certain order
   */
  each(rows: readonly Parameters[]): Promise<Row[]>;
  /** The same with the first column in the place of the row. */
  pluck(): Statement<Parameters, Row>;
}

/** What follows from the units and is written in the same transactions: the index. */
export interface DerivedData {
  /** Writes what has come together in the transaction that is about to end. */
  flush(): Promise<void>;
  /** Forgets it: the transaction is taken back. */
  discard(): void;
}

/** What engines say in different words; everything else is written so that all of them read it. */
export interface Dialect {
  /** What has tables counted that are named after it, so that plans go by how large they are now; absent where plans do not. */
  readonly analyse?: string;
  /** Rows of whole numbers, `wanted.value`, from a question mark whose value is a {@link list} of them. */
  readonly wantedNumbers: string;
  /** The same of texts. */
  readonly wantedTexts: string;
  /** The value that such a question mark stands for. */
  list(values: Iterable<number | string>): string;
  /** Bytes of the hexadecimal digits that a text expression gives. */
  bytes(digits: string): string;
  /** Joins the table after it in the order in which they are written, where the engine can be told. */
  readonly joinInOrder: string;
  /** Ends a query of rows to be changed, passing over those that another transaction holds. */
  readonly notHeld: string;
  /**
   * A test that a column holds a text anywhere, whatever the case and accents of either, with the values of its question
   * marks. @throws CalqueError `text-too-long` above 500 characters
   */
  holdsText(column: string, text: string): { readonly sql: string; readonly values: readonly string[] };
}

/**
 * An open database of some engine. Everything the store does runs inside {@link ask}, {@link read} or {@link write}, each call one
 * transaction; statements run in the transaction in whose work they are called.
 */
export interface Connection {
  readonly dialect: Dialect;
  prepare<Parameters extends readonly SqlValue[], Row = unknown>(sql: string): Statement<Parameters, Row>;
  /** Has what is derived from the units written along with them. */
  keepInStep(derived: DerivedData): void;
  /** Changes when anyone else may have changed the index; asked inside a transaction. */
  indexVersion(): Promise<number>;
  /** A query, or several that need not see one state: quicker than {@link read} where the engine is another process. */
  ask<T>(work: () => Promise<T>): Promise<T>;
  /** Several queries on one state of the database. */
  read<T>(work: () => Promise<T>): Promise<T>;
  /** As {@link read}, and alone: what was read cannot have changed when it is written on. */
  write<T>(work: () => Promise<T>): Promise<T>;
  /** As the store port has it. */
  watchEvents(heard: () => void): EventWatch;
  /** As the store port has it. */
  size(): Promise<readonly StoredFile[]>;
  /** What the database is kept by. */
  kind(): Promise<DatabaseKind>;
  close(): Promise<void>;
}
