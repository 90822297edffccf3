import type { Found, Subject } from './check.ts';
import { onWhole } from './check.ts';

/** Letters of French for one of English in news, and the variance of the difference per letter (Gale and Church 1993). */
const FRENCH_PER_ENGLISH = 1.17;
const VARIANCE = 6.8;
/** So many standard deviations off is out of proportion. */
const FARTHEST = 2.2;

/** A target much longer or shorter than translations of such a source are. */
export function oddLength(subject: Subject): readonly Found[] {
  const [had, has] = [subject.source, subject.target].map(({ text, language }) =>
    language === 'fr' ? text.trim().length / FRENCH_PER_ENGLISH : text.trim().length,
  );
  if (had === undefined || has === undefined || had === 0) return [];
  const deviation = (has - had) / Math.sqrt(((had + has) / 2) * VARIANCE);
  if (Math.abs(deviation) <= FARTHEST) return [];
  return [onWhole(subject, deviation > 0 ? 'too-long' : 'too-short')];
}
