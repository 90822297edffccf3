import type { Severity } from '../../../memory/checks/check.ts';
import type { SegmentId } from '../../../memory/model/project.ts';
import { shownFindings } from './findings.ts';
import type { Row } from './row.ts';
import type { EditorState } from './state.ts';

/** How much the checks find in a target, and how bad the worst of it is. */
export interface Issues {
  readonly count: number;
  readonly severity: Severity;
}

/** Of each segment that was looked at; none where nothing was found. */
export type IssueCounts = ReadonlyMap<SegmentId, Issues | undefined>;

/** What the list says of a row: as much as would be shown in it. */
export function issuesOf(row: Row, state: Pick<EditorState, 'place' | 'rows' | 'repetitions'>): Issues | undefined {
  const findings = shownFindings(row, state);
  if (findings.length === 0) return undefined;
  const severe = findings.some(({ severity }) => severity === 'error');
  return { count: findings.length, severity: severe ? 'error' : 'warning' };
}

/** The counts with others put in; the same where they say the same. */
export function withIssues(counts: IssueCounts, found: IssueCounts): IssueCounts {
  const news = [...found].filter(([id, issues]) => !isSame(counts.get(id), issues));
  return news.length === 0 ? counts : new Map([...counts, ...news]);
}

function isSame(a: Issues | undefined, b: Issues | undefined): boolean {
  return a?.count === b?.count && a?.severity === b?.severity;
}
