/** How much room what is kept takes. */
export interface StoreSize {
  /** Each part of the database that can be told apart. */
  size(): Promise<readonly StoredFile[]>;
  /** Of the index that lookups are answered from. */
  indexSize(): Promise<IndexSize>;
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
