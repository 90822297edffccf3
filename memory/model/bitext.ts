/** One n–m link of an alignment: the sentences of each side, by 0-based index, in order. Either side may be empty, not both. */
export interface Bead {
  readonly fr: readonly number[];
  readonly en: readonly number[];
  /** How sure the aligner is that the two sides are translations of each other, 0–1; 0 where a side is empty. */
  readonly confidence: number;
}
