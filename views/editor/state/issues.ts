import type { Severity } from '../../../memory/checks/check.ts';
import type { SegmentId } from '../../../memory/model/project.ts';

/** How much the checks find in a target, and how bad the worst of it is. */
export interface Issues {
  readonly count: number;
  readonly severity: Severity;
}

/** Of each segment that was looked at; none where nothing was found. */
export type IssueCounts = ReadonlyMap<SegmentId, Issues | undefined>;

/** The counts with others put in; the same where they say the same. */
export function withIssues(counts: IssueCounts, found: IssueCounts): IssueCounts {
  const news = [...found].filter(([id, issues]) => !isSame(counts.get(id), issues));
  return news.length === 0 ? counts : new Map([...counts, ...news]);
}

function isSame(a: Issues | undefined, b: Issues | undefined): boolean {
  return a?.count === b?.count && a?.severity === b?.severity;
}
