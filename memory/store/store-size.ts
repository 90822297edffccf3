/** How much room what is kept takes. */
export interface StoreSize {
  /** Each part of the database that can be told apart. */
  size(): Promise<readonly StoredFile[]>;
}

export interface StoredFile {
  /** The database with its index, or, where it lies apart, what is on its way there. */
  readonly file: 'database' | 'log';
  readonly bytes: number;
}
