import type { Bead } from '../model/bitext.ts';
import { CalqueError } from '../model/errors.ts';
import type { Language } from '../model/language.ts';
import { detectLanguage } from '../text/detect.ts';
import type { ArticleSide } from './article-side.ts';

const NAMES: Readonly<Record<Language, string>> = { fr: 'French', en: 'English' };

/** Of the shorter text, weighed by confidence, at least this share must have found its counterpart. */
const LEAST_RELATED = 0.25;

/**
 * @throws CalqueError `same-language` when both texts are in one language, `wrong-language` when a text is in the
 * other's. A text too short to tell by is let through.
 */
export function checkLanguages(frText: string, enText: string): void {
  const fr = detectLanguage(frText)?.language;
  const en = detectLanguage(enText)?.language;
  if (fr === 'en' && en === 'fr') {
    throw new CalqueError(
      'wrong-language',
      'The texts are swapped: the French text is in English and the English text in French.',
      {
        where: 'fr',
      },
    );
  }
  if (fr !== undefined && fr === en) {
    throw new CalqueError('same-language', `Both texts are in ${NAMES[fr]}.`, { where: fr === 'fr' ? 'en' : 'fr' });
  }
  if (fr === 'en') throw new CalqueError('wrong-language', 'The French text is in English.', { where: 'fr' });
  if (en === 'fr') throw new CalqueError('wrong-language', 'The English text is in French.', { where: 'en' });
}

/** @throws CalqueError `unrelated-texts` when too little of either text has a counterpart that it can be sure of */
export function checkRelated(fr: ArticleSide, en: ArticleSide, beads: readonly Bead[]): void {
  const share = Math.max(relatedShare(fr, beads), relatedShare(en, beads));
  if (share >= LEAST_RELATED) return;
  const percent = Math.round(share * 100);
  throw new CalqueError(
    'unrelated-texts',
    `The texts do not look like translations of each other: of neither does more than ${percent} % have a counterpart in the other.`,
  );
}

/** Of the characters of a side, the share that stands in beads with both sides, weighed by their confidence. */
function relatedShare(side: ArticleSide, beads: readonly Bead[]): number {
  let related = 0;
  let all = 0;
  for (const bead of beads) {
    for (const index of bead[side.language]) {
      const length = side.segments[index]?.text.length ?? 0;
      all += length;
      related += length * bead.confidence;
    }
  }
  return all === 0 ? 0 : related / all;
}
