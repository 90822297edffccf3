import type { ProjectId } from '../model/project.ts';
import type { Instant } from '../model/unit.ts';

/** What was confirmed in a project on a day, as it stands now. */
export interface DayOfWork {
  readonly projectId: ProjectId;
  /** In UTC: `2026-11-22`. */
  readonly day: string;
  readonly segments: number;
  /** Of the source. */
  readonly words: number;
}

/** What was done over time. */
export interface WorkDone {
  /** The segments that are confirmed or reviewed, by project and by the day of their last change, from a moment on; in the order of the days. */
  workDone(from: Instant): Promise<readonly DayOfWork[]>;
}
