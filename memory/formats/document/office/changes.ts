import type { ReadingWarning } from '../../../model/document.ts';

/** Tracked changes of a document that nobody has accepted or rejected yet. */
export interface TrackedChanges {
  readonly insertions: number;
  readonly deletions: number;
}

/** Says that there were tracked changes and what was done with them. */
export function changesWarning({ insertions, deletions }: TrackedChanges, name: string): readonly ReadingWarning[] {
  if (insertions + deletions === 0) return [];
  const counted = [counting(insertions, 'insertion'), counting(deletions, 'deletion')].filter(Boolean).join(', ');
  const message = `${name} has tracked changes (${counted}): they were taken as accepted.`;
  return [{ code: 'tracked-changes', message }];
}

function counting(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`;
}
