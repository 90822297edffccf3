import type { ProjectDocumentId } from './project.ts';
import type { Instant } from './unit.ts';

/** Where a segment falls in an analysis: by its best match, else as a repetition, as related, or as new. */
export const BANDS = ['context', '100', '95', '85', '75', '50', 'related', 'repetition', 'new'] as const;
export type Band = (typeof BANDS)[number];

/** An amount of work. */
export interface Amount {
  readonly segments: number;
  /** Of the source. */
  readonly words: number;
}

/** What the checks find in one target; `says` and what follows are of `memory/checks`. */
export interface ReportedIssue {
  readonly documentId: ProjectDocumentId;
  /** As it is shown, from 1. */
  readonly number: number;
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly says: string;
  readonly about?: readonly string[];
  readonly has?: string;
}

/** What a project is, measured at one moment. */
export interface Analysis {
  readonly at: Instant;
  readonly bands: Readonly<Record<Band, Amount>>;
  /** The first of what the checks find, by document and place, and how much there is. */
  readonly issues: readonly ReportedIssue[];
  readonly issueCount: number;
  /** What is confirmed, by the day (in UTC) on which it was, oldest first. */
  readonly days: readonly (Amount & { readonly day: string })[];
}
