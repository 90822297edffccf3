/** Which arrays of a block: those of its units, or of one of its languages. */
export type BlockPart = 'units' | 'fr' | 'en';

/** Where what was read of blocks is kept for others of the process that read them too. What a block says never changes. */
export interface BlockParts {
  /** The bytes of a part. @param read gives them where nobody has read them */
  get(block: number, part: BlockPart, read: () => Promise<Uint8Array>): Promise<Uint8Array>;
  /** Forgets the blocks that are there no more. */
  keepOnly(blocks: ReadonlySet<number>): void;
}

/** Keeps nothing: who reads a block has it alone. */
export const NOT_SHARED: BlockParts = { get: (_block, _part, read) => read(), keepOnly: () => {} };
