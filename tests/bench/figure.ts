/** One line of the table that the bench prints. */
export interface Figure {
  readonly what: string;
  readonly reached: number;
  /** The same in time of the processor, which other programs on the machine change less. */
  readonly processor?: number;
  readonly median?: number;
  readonly p99?: number;
  /** What is to be reached with all of prose.tsv.gz on a machine of its own. */
  readonly reach?: string;
  /** What others need for the like, as measured or as they say. */
  readonly peers?: string;
}
