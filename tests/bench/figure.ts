/** One line of the table that the bench prints. */
export interface Figure {
  readonly what: string;
  readonly reached: number;
  readonly p99?: number;
  /** What is to be reached with all of prose.tsv.gz on a machine of its own. */
  readonly reach?: string;
  /** What others need for the like, as measured or as they say. */
  readonly peers?: string;
}
