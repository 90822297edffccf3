import type { CreditNote, Provenance } from '../model/provenance.ts';
import { readCredit } from '../text/credit.ts';
import type { ArticleSide } from './article-side.ts';

/** The headline stands near the head of a page, after some navigation. */
const HEAD_SEGMENTS = 15;
const HEADLINE_WORDS = { least: 4, most: 40 };
const NAVIGATION = /^(?:aller|passer|accéder|skip|jump) (?:directement )?(?:au|aux|à|to)\b/iu;
const SENTENCE_END = /[.…]["”»\s]*$/u;

/**
 * What the two versions say of themselves: the headline (the French one where both have one), the date header, and the
 * credit note as printed. Where each version has a note, that of the translation counts, for it is the translation
 * that the note credits.
 */
export function readProvenance(fr: ArticleSide, en: ArticleSide): Provenance {
  const title = headlineOf(fr) ?? headlineOf(en);
  const publishedOn = fr.publishedOn ?? en.publishedOn;
  const credit = creditOf(fr, en);
  return {
    ...(title && { title }),
    ...(publishedOn && { publishedOn }),
    ...(credit && { credit: credit.text }),
    ...(credit?.translator && { translator: credit.translator }),
    ...(credit?.originalLanguage && { originalLanguage: credit.originalLanguage }),
  };
}

function creditOf(fr: ArticleSide, en: ArticleSide): CreditNote | undefined {
  const notes = [fr, en].flatMap(({ segments }) => segments.map(({ text }) => readCredit(text)).filter(isNote));
  return notes.find((note) => note.originalLanguage !== note.language) ?? notes[0];
}

function isNote(note: CreditNote | undefined): note is CreditNote {
  return note !== undefined;
}

/** The first line near the head that reads like a headline: some words, no full stop, alone on its line. */
function headlineOf({ segments, publishedOn }: ArticleSide): string | undefined {
  const head = segments.slice(publishedOn === undefined ? 0 : 1, HEAD_SEGMENTS);
  return head.find(({ text, paragraph }, index) => {
    const words = text.split(/\s+/).length;
    const alone = head[index - 1]?.paragraph !== paragraph && head[index + 1]?.paragraph !== paragraph;
    const sized = words >= HEADLINE_WORDS.least && words <= HEADLINE_WORDS.most;
    return alone && sized && !SENTENCE_END.test(text) && !NAVIGATION.test(text) && readCredit(text) === undefined;
  })?.text;
}
