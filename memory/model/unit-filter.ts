import type { UnitConditions } from './concordance.ts';
import type { DocumentId, MemoryId } from './unit.ts';

/** Which units are wanted: those that meet all that is stated. Texts are found whatever their case and accents. */
export interface UnitFilter extends UnitConditions {
  readonly memoryId?: MemoryId;
  readonly documentId?: DocumentId;
  /** Part of either side's text. */
  readonly text?: string;
  /** Part of the French text, of the English. */
  readonly fr?: string;
  readonly en?: string;
}
