import type { Instant, UnitId } from '../../model/unit.ts';
import type { StoreConfirmed } from './confirmed-pairs.ts';
import type { StoreReviewed } from './reviewed-documents.ts';

/**
 * How units are written along with something else: in the same transaction; or, where they are kept in other databases,
 * on disk there before it is committed. Whoever was cut off in between does it once more, and finds what is there already.
 */
export interface UnitKeeping {
  readonly storeConfirmed: StoreConfirmed;
  readonly storeReviewed: StoreReviewed;
  /** Counts one use of a live unit; does nothing for any other. */
  countUse(id: UnitId, at: Instant): Promise<void>;
}
