import type { UnitConditions } from '../../model/concordance.ts';
import type { UnitId } from '../../model/unit.ts';
import type { IndexStorage } from '../index/index-port.ts';

/** The storage that a concordance needs. */
export interface ConcordanceStorage
  extends Pick<IndexStorage, 'numbering' | 'indexBlocks' | 'wordIds' | 'unitsInContext'> {
  /**
   * Units that meet conditions, in no certain order, at most `most` of them.
   * @param among only these come into question; every unit where it is absent
   */
  unitsMeeting(conditions: UnitConditions, most: number, among?: readonly UnitId[]): Promise<readonly UnitId[]>;
}
