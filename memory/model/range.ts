/** A stretch of a text in UTF-16 units, end excluded. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}
