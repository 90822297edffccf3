/** One step of the schema. Once released it never changes; what comes after is a further step. */
export interface Migration {
  /** The schema version it leads to: 1 for the first, then one more each. */
  readonly version: number;
  readonly sql: string;
}
