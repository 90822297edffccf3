import type { Bead } from '../model/bitext.ts';
import type { ReadingWarning } from '../model/document.ts';
import { CalqueError } from '../model/errors.ts';
import type { Language } from '../model/language.ts';
import { detectLanguage } from '../text/detect.ts';
import type { ArticleSide } from './article-side.ts';

const NAMES: Readonly<Record<Language, string>> = { fr: 'French', en: 'English' };

/**
 * The harmonic mean of the shares of both texts that have found their counterpart, times the mean confidence of the
 * beads. Of two translations it is over this, also where half of either was cut; new coverage of one event, which says
 * some of the same sentences anew, comes to less.
 */
const LEAST_RELATED = 0.4;

/**
 * Below this figure a person should look, by the sentences that the shorter text has at most: the fewer, the more often two
 * texts of one subject are alike by chance. Measured on news (README.md).
 */
const DOUBTFUL_BELOW: readonly (readonly [sentences: number, figure: number])[] = [
  [3, 0.92],
  [5, 0.85],
  [14, 0.7],
  [Number.POSITIVE_INFINITY, 0.5],
];

/** From this many times its length on, the longer text is looked at only where the shorter one seems to be from. */
const EXCERPT_TIMES = 2;
/** Beads that show where that is. */
const SURE = 0.5;

/** One text may be so many times as long as the other: a translation hardly differs by half, a shortened one by four. */
const MOST_TIMES = 8;
/** Texts this short differ in length by chance, in characters. */
const SHORT = 200;

/** Whether the French text is plainly in English and the English one in French. */
export function areSwapped(frText: string, enText: string): boolean {
  return detectLanguage(frText)?.language === 'en' && detectLanguage(enText)?.language === 'fr';
}

/**
 * @throws CalqueError `same-language` when both texts are in one language, `wrong-language` when a text is in the
 * other's. A text too short to tell by is let through.
 */
export function checkLanguages(frText: string, enText: string): void {
  const fr = detectLanguage(frText)?.language;
  const en = detectLanguage(enText)?.language;
  if (fr !== undefined && fr === en) {
    throw new CalqueError('same-language', `Both texts are in ${NAMES[fr]}.`, { where: fr === 'fr' ? 'en' : 'fr' });
  }
  if (fr === 'en') throw new CalqueError('wrong-language', 'The French text is in English.', { where: 'fr' });
  if (en === 'fr') throw new CalqueError('wrong-language', 'The English text is in French.', { where: 'en' });
}

/** @throws CalqueError `unequal-texts` when one text is so much longer than the other that it cannot be its translation */
export function checkLengths(frText: string, enText: string): void {
  const [fr, en] = [frText.trim().length, enText.trim().length];
  const times = Math.max(fr, en) / Math.min(fr, en);
  if (times < MOST_TIMES || Math.max(fr, en) < SHORT) return;
  const [longer, shorter]: readonly [Language, Language] = fr > en ? ['fr', 'en'] : ['en', 'fr'];
  throw new CalqueError(
    'unequal-texts',
    `The ${NAMES[longer]} text is ${Math.round(times)} times as long as the ${NAMES[shorter]} one. Is one of them cut off, or a summary?`,
    { where: shorter },
  );
}

/**
 * Holds against each other what the texts say.
 * @returns a warning where they are more alike than two texts of one subject and less than two translations mostly are
 * @throws CalqueError `unrelated-texts` when too little of the texts has a counterpart that it can be sure of
 */
export function checkRelated(fr: ArticleSide, en: ArticleSide, beads: readonly Bead[]): readonly ReadingWarning[] {
  const { figure, ofFr, ofEn, confidence } = relatedness(fr, en, beads);
  const shares = `${percent(ofFr)} of the French and ${percent(ofEn)} of the English have a counterpart, and the beads between them are right with a probability of ${percent(confidence)}`;
  if (figure < LEAST_RELATED) {
    throw new CalqueError('unrelated-texts', `The texts do not look like translations of each other: ${shares}.`);
  }
  const sentences = Math.min(fr.segments.length, en.segments.length);
  const [, doubtful] = DOUBTFUL_BELOW.find(([most]) => sentences <= most) ?? [0, 1];
  if (figure >= doubtful) return [];
  const message = `It is doubtful whether the texts are translations of each other: ${shares}.`;
  return [{ code: 'doubtful-texts', message }];
}

/** How much of both texts has a counterpart, and how sure that is. */
function relatedness(fr: ArticleSide, en: ArticleSide, beads: readonly Bead[]) {
  const linked = beads.filter((bead) => bead.fr.length > 0 && bead.en.length > 0);
  const confidence = linked.reduce((sum, bead) => sum + bead.confidence, 0) / Math.max(1, linked.length);
  const times = fr.document.text.length / en.document.text.length;
  const ofFr = relatedShare(fr, linked, times >= EXCERPT_TIMES);
  const ofEn = relatedShare(en, linked, 1 / times >= EXCERPT_TIMES);
  const mean = ofFr + ofEn === 0 ? 0 : (2 * ofFr * ofEn) / (ofFr + ofEn);
  return { figure: mean * confidence, ofFr, ofEn, confidence };
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/**
 * Of the characters of a side, the share that stands in beads, weighed by their confidence.
 * @param isLonger counts only what stands between the first sure bead and the last
 */
function relatedShare({ language, segments }: ArticleSide, beads: readonly Bead[], isLonger: boolean): number {
  const sure = beads.filter((bead) => bead.confidence >= SURE).flatMap((bead) => bead[language]);
  const first = isLonger ? Math.min(...sure) : 0;
  const last = isLonger ? Math.max(...sure) : segments.length - 1;
  const lengthOf = (index: number) => (index < first || index > last ? 0 : (segments[index]?.text.length ?? 0));
  let related = 0;
  for (const bead of beads) for (const index of bead[language]) related += lengthOf(index) * bead.confidence;
  const all = segments.reduce((sum, _, index) => sum + lengthOf(index), 0);
  return all === 0 ? 0 : related / all;
}
