import type { JobId, JobState } from './job.ts';
import type { Status } from './origin.ts';
import type { ProjectDocumentId, SegmentId } from './project.ts';
import type { Instant } from './unit.ts';

/** Rises with every event of a database, and is never used again. */
export type EventId = number;

/** Something that was changed, as those are told who look at it elsewhere. */
export type ChangeEvent =
  | {
      readonly kind: 'segment';
      readonly documentId: ProjectDocumentId;
      readonly segmentId: SegmentId;
      readonly version: number;
      readonly status: Status;
    }
  /** A comment was added or deleted. */
  | { readonly kind: 'comment'; readonly documentId: ProjectDocumentId; readonly segmentId: SegmentId }
  | { readonly kind: 'job'; readonly jobId: JobId; readonly state: JobState };

/** An event as it is kept, with who did it and when. */
export type StoredEvent = ChangeEvent & { readonly id: EventId; readonly at: Instant; readonly by: string };

/** What has happened after a certain event. */
export interface EventsSince {
  /** In order. */
  readonly events: readonly StoredEvent[];
  /** The last there is, given here or not; 0 where there was none. */
  readonly last: EventId;
  /** Whether nothing between was forgotten. Where it was, what is shown must be read anew. */
  readonly complete: boolean;
}
