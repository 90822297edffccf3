import type { SaidField } from '../model/document.ts';
import { type CreditNote, mergeProvenance, type Provenance } from '../model/provenance.ts';
import { readCredit } from '../text/credit.ts';
import type { ArticleSide } from './article-side.ts';

/** The headline stands near the head of a page, after some navigation. */
const HEAD_SEGMENTS = 15;
const HEADLINE_WORDS = { least: 4, most: 40 };
const NAVIGATION = /^(?:aller|passer|accéder|skip|jump) (?:directement )?(?:au|aux|à|to)\b/iu;
const SENTENCE_END = /[.…]["”»\s]*$/u;

/** What is known of an article, and what each field was read from. */
interface ReadProvenance {
  readonly provenance: Provenance;
  readonly sources: Readonly<Partial<Record<SaidField, string>>>;
}

/**
 * What the two versions say of themselves. Their own data come first, the French one's where both have some; then the
 * headline and the date header of the text. Of the credit notes, as printed, that of the translation counts where each
 * version has one, for it is the translation that the note credits.
 */
export function readProvenance(fr: ArticleSide, en: ArticleSide): ReadProvenance {
  const title = headlineOf(fr) ?? headlineOf(en);
  const publishedOn = fr.publishedOn ?? en.publishedOn;
  const credit = creditOf(fr, en);
  const inText = [
    told('headline', { ...(title && { title }) }),
    told('date line', { ...(publishedOn && { publishedOn }) }),
  ];
  const note = told('credit note', {
    ...(credit && { credit: credit.text }),
    ...(credit?.translator && { translator: credit.translator }),
    ...(credit?.originalLanguage && { originalLanguage: credit.originalLanguage }),
  });
  return [...inText, en.document.details, fr.document.details, note].reduce(
    (base, over): ReadProvenance => ({
      provenance: mergeProvenance(base.provenance, over.provenance),
      sources: { ...base.sources, ...over.sources },
    }),
    { provenance: {}, sources: {} },
  );
}

function told(source: string, provenance: Provenance): ReadProvenance {
  return { provenance, sources: Object.fromEntries(Object.keys(provenance).map((field) => [field, source])) };
}

function creditOf(fr: ArticleSide, en: ArticleSide): CreditNote | undefined {
  const notes = [fr, en].flatMap(({ segments }) => segments.map(({ text }) => readCredit(text)).filter(isNote));
  return notes.find((note) => note.originalLanguage !== note.language) ?? notes[0];
}

function isNote(note: CreditNote | undefined): note is CreditNote {
  return note !== undefined;
}

/** The headline that the document marks; else the first line near the head that reads like one: some words, no full stop, alone on its line. */
function headlineOf({ document, segments, publishedOn }: ArticleSide): string | undefined {
  const marked = document.blocks.find(({ kind }) => kind === 'headline');
  if (marked !== undefined) return document.text.slice(marked.start, marked.end).replace(/\s*\n\s*/g, ' ');
  const head = segments.slice(publishedOn === undefined ? 0 : 1, HEAD_SEGMENTS);
  return head.find(({ text, paragraph }, index) => {
    const words = text.split(/\s+/).length;
    const alone = head[index - 1]?.paragraph !== paragraph && head[index + 1]?.paragraph !== paragraph;
    const sized = words >= HEADLINE_WORDS.least && words <= HEADLINE_WORDS.most;
    return alone && sized && !SENTENCE_END.test(text) && !NAVIGATION.test(text) && readCredit(text) === undefined;
  })?.text;
}
