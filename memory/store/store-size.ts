/** How much room what is kept takes. */
export interface StoreSize {
  /** Each part of the database that can be told apart. */
  size(): Promise<readonly StoredFile[]>;
  /** Of the index that lookups are answered from. */
  indexSize(): Promise<IndexSize>;
  /** What everything is kept in: one database, or first the one that knows the others, then these in their order. */
  databases(): Promise<readonly DatabaseKind[]>;
  /** The names of those databases of units that cannot be asked at present: what they keep is not counted anywhere. */
  away(): Promise<readonly string[]>;
}

/** The program that keeps a database. */
export interface DatabaseKind {
  readonly engine: 'SQLite' | 'PostgreSQL';
  /** As the engine says it, as `18.1`. */
  readonly version: string;
  /** Where the server has the extension Citus: its version where it is part of this database, else that it could be. */
  readonly citus?: { readonly version?: string };
}

export interface IndexSize {
  /** Each holds many units. */
  readonly blocks: number;
  /** Units in blocks, those included that were changed or deleted since. */
  readonly inBlocks: number;
  /** Units of which a block says what holds no more. */
  readonly dead: number;
  /** Units that wait for a block. */
  readonly waiting: number;
  /** What the blocks take, on the disk and once they were read. */
  readonly bytes: number;
}

export interface StoredFile {
  /** The database with its index, or, where it lies apart, what is on its way there. */
  readonly file: 'database' | 'log';
  readonly bytes: number;
}
