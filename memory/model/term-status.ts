import type { Term } from './concept.ts';
import { factText } from './concept.ts';

/** Whether a term is to be used: rather than others, like others, or not at all. */
export const TERM_STATUSES = ['preferred', 'admitted', 'forbidden'] as const;

export type TermStatus = (typeof TERM_STATUSES)[number];

const STATUS_WORDS: ReadonlyMap<string, TermStatus> = new Map([
  ['preferredTerm', 'preferred'],
  ['preferred', 'preferred'],
  ['standardizedTerm', 'preferred'],
  ['admittedTerm', 'admitted'],
  ['admitted', 'admitted'],
  ['legalTerm', 'admitted'],
  ['regulatedTerm', 'admitted'],
  ['deprecatedTerm', 'forbidden'],
  ['supersededTerm', 'forbidden'],
  ['notRecommended', 'forbidden'],
  ['obsolete', 'forbidden'],
]);

/** The data categories that say it, in the order in which they are believed. */
export const STATUS_CATEGORIES: readonly string[] = ['administrativeStatus', 'normativeAuthorization', 'termStatus'];

/** What a term's facts say of its use; a term of which they say nothing is admitted. */
export function termStatus({ facts }: Pick<Term, 'facts'>): TermStatus {
  for (const category of STATUS_CATEGORIES) {
    const status = STATUS_WORDS.get(factText(facts, category)?.replace(/-admn-sts$/, '') ?? '');
    if (status) return status;
  }
  return 'admitted';
}

/** How TBX says a status, as `administrativeStatus`. */
export const STATUS_PICKLIST: Readonly<Record<TermStatus, string>> = {
  preferred: 'preferredTerm-admn-sts',
  admitted: 'admittedTerm-admn-sts',
  forbidden: 'deprecatedTerm-admn-sts',
};
