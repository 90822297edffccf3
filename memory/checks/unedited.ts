import type { Found, Subject } from './check.ts';
import { onWhole } from './check.ts';

/** A match that was stored for another sentence, as it was stored. */
export function uneditedMatch(subject: Subject): readonly Found[] {
  const { origin, unedited } = subject;
  if (!unedited || origin?.kind !== 'match' || origin.match === 'exact' || origin.match === 'context') return [];
  if (origin.match === 'related') return [onWhole(subject, 'unedited-related')];
  return [onWhole(subject, 'unedited-match', [`${origin.rate}`])];
}
