/** How a stored unit and a text agree, kind by kind. */
export interface Agreement {
  /** What the stems are worth that the text shares with the source side, against what it takes to single out one unit of all. */
  readonly source: number;
  /** The same for the stems of the target side that may translate the text. */
  readonly target: number;
  /** How much of the text's weight the unit has, said the same way or translated on the other side, 0–1. */
  readonly coverage: number;
  /** How much likelier the text's words are as a translation of the target side than in any text; the mean logarithm. */
  readonly text: number;
  /** How much likelier the target side's words are as a translation of the text than in any text; the mean logarithm. */
  readonly translation: number;
  /** Words that stand in the text in the same order, others between them or not: as a share of the longer one's words. */
  readonly sequence: number;
  /** How much longer or shorter the sides are than the text: logarithms, 0 for the same length, else negative. */
  readonly sourceLength: number;
  readonly targetLength: number;
  /** Numbers that only one of the two has. */
  readonly otherNumbers: number;
}

export const AGREEMENTS = [
  'source',
  'target',
  'coverage',
  'text',
  'translation',
  'sequence',
  'sourceLength',
  'targetLength',
  'otherNumbers',
] as const satisfies readonly (keyof Agreement)[];
