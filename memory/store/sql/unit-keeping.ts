import type { ProjectDocumentId } from '../../model/project.ts';
import type { Instant, UnitId } from '../../model/unit.ts';
import type { StoreConfirmed } from './confirmed-pairs.ts';
import type { StoreReviewed } from './reviewed-documents.ts';

/** Segments in a row in whose place others were put. */
export interface Resegmented {
  readonly projectDocument: ProjectDocumentId;
  /** Their positions. */
  readonly first: number;
  readonly last: number;
  /** By how many places those behind have moved; less than zero for forward. */
  readonly by: number;
}

/**
 * How units are written along with something else: in the same transaction; or, where they are kept in other databases,
 * on disk there before it is committed. Whoever was cut off in between does it once more, and finds what is there already.
 */
export interface UnitKeeping {
  readonly storeConfirmed: StoreConfirmed;
  readonly storeReviewed: StoreReviewed;
  /** Has units stand where the segments of their document do by now; those of segments that are gone stand there no more. */
  moveAlong(resegmented: Resegmented): Promise<void>;
  /** Counts one use of a live unit; does nothing for any other. */
  countUse(id: UnitId, at: Instant): Promise<void>;
}
