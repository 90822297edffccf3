import type { Bead, Bitext, BitextSentence } from '../model/bitext.ts';
import type { BlockKind, ReadDocument, ReadingWarning, SaidField } from '../model/document.ts';
import { CalqueError } from '../model/errors.ts';
import type { Language } from '../model/language.ts';
import { mergeProvenance, type Provenance } from '../model/provenance.ts';
import { plainDocument } from '../text/plain-document.ts';
import { areSwapped, checkLanguages, checkLengths, checkRelated } from './article-checks.ts';
import { readProvenance } from './article-provenance.ts';
import { type ArticleSide, readSide } from './article-side.ts';
import { type AlignmentOptions, alignSentences } from './sentences.ts';

/** A bead of an article that has both sides. */
export interface ArticleBead {
  /** What the document has from the first sentence of the bead to its last, white space between them included. */
  readonly fr: string;
  readonly en: string;
  /** French and English sentences in it: `1–1`, `1–2`. */
  readonly kind: string;
  /** How sure it is that the sides are translations of each other, 0–1. */
  readonly confidence: number;
  /** What the block is there for in which it stands, where a document says: a heading, a caption. */
  readonly block?: BlockKind;
}

/** An article in both languages, aligned. Every sentence of either side is in exactly one bead or unaligned. */
export interface AlignedArticle {
  /** In the order of the French. */
  readonly beads: readonly ArticleBead[];
  /** Sentences without a partner, in the order of their document. */
  readonly unaligned: { readonly fr: readonly string[]; readonly en: readonly string[] };
  readonly provenance: Provenance;
  /** What each field of the provenance was read from: `JSON-LD headline`, `credit note`, `given`. */
  readonly sources: Readonly<Partial<Record<SaidField, string>>>;
  readonly warnings: readonly ReadingWarning[];
}

/** The two versions of an article in segments, and the beads between them: every segment is in exactly one. */
interface ReadArticle extends Pick<AlignedArticle, 'provenance' | 'sources' | 'warnings'> {
  readonly fr: ArticleSide;
  readonly en: ArticleSide;
  readonly beads: readonly Bead[];
}

/** An article in both languages as it goes into a review: with what stands alone in its place. */
export interface ArticleBitext extends Pick<AlignedArticle, 'provenance' | 'sources' | 'warnings'> {
  readonly bitext: Bitext;
}

/**
 * Reads an article from its two versions as plain text, a paragraph a line.
 * @throws CalqueError as {@link alignArticle}
 */
export function readArticlePair(
  frText: string,
  enText: string,
  given: Provenance = {},
  options: AlignmentOptions = {},
): AlignedArticle {
  const [fr, en] = [plainDocument(frText, 'The French text'), plainDocument(enText, 'The English text')];
  return alignArticle(fr, en, given, options);
}

/**
 * Reads an article from its two versions: segments and aligns them, and gathers the provenance from what the documents
 * say of themselves, the headline, the date line and the credit note. Versions that were given in each other's place
 * change places, with a warning.
 * @param given what is known of the article; wins over what is read
 * @throws CalqueError `empty-text`, `same-language` or `wrong-language`, naming the side; `unequal-texts` when one is
 *   many times as long as the other; `unrelated-texts` when they do not look like translations of each other
 */
export function alignArticle(
  frDocument: ReadDocument,
  enDocument: ReadDocument,
  given: Provenance = {},
  options: AlignmentOptions = {},
): AlignedArticle {
  const { fr, en, beads, ...known } = readArticle(frDocument, enDocument, given, options);
  const linked = beads.filter((bead) => bead.fr.length > 0 && bead.en.length > 0);
  return {
    beads: linked.map((bead) => articleBead(fr, en, bead)),
    unaligned: { fr: restOf(fr, linked, 'fr'), en: restOf(en, linked, 'en') },
    ...known,
  };
}

/** As {@link alignArticle}, whole: with what stands alone in its place, to be reviewed. */
export function alignForReview(
  frDocument: ReadDocument,
  enDocument: ReadDocument,
  given: Provenance = {},
  options: AlignmentOptions = {},
): ArticleBitext {
  const { fr, en, beads, ...known } = readArticle(frDocument, enDocument, given, options);
  return { bitext: { fr: sentencesOf(fr), en: sentencesOf(en), beads }, ...known };
}

function readArticle(
  frGiven: ReadDocument,
  enGiven: ReadDocument,
  given: Provenance,
  options: AlignmentOptions,
): ReadArticle {
  checkFilled(frGiven.text, 'fr', 'French');
  checkFilled(enGiven.text, 'en', 'English');
  const swapped = areSwapped(frGiven.text, enGiven.text);
  const [frDocument, enDocument] = swapped ? [enGiven, frGiven] : [frGiven, enGiven];
  checkLanguages(frDocument.text, enDocument.text);
  checkLengths(frDocument.text, enDocument.text);
  const fr = readSide(frDocument, 'fr');
  const en = readSide(enDocument, 'en');
  const beads = alignSides(fr, en, options);
  checkRelated(fr, en, beads);
  const read = readProvenance(fr, en);
  return {
    fr,
    en,
    beads,
    provenance: mergeProvenance(read.provenance, given),
    sources: { ...read.sources, ...Object.fromEntries(Object.keys(given).map((field) => [field, 'given'])) },
    warnings: [...(swapped ? [SWAPPED] : []), ...frDocument.warnings, ...enDocument.warnings],
  };
}

const SWAPPED: ReadingWarning = {
  code: 'sides-swapped',
  message: 'The texts had changed places: what was given as French is English. They were put right.',
};

function sentencesOf({ document, segments }: ArticleSide): readonly BitextSentence[] {
  return segments.map(({ text, start, paragraph, block }, place) => ({
    text,
    before: document.text.slice(segments[place - 1]?.end ?? 0, start),
    paragraph,
    ...(block && { block }),
  }));
}

/** The alignment of all segments. A date header has its partner in another one only, and else stands alone. */
function alignSides(fr: ArticleSide, en: ArticleSide, options: AlignmentOptions): readonly Bead[] {
  const frHead = fr.publishedOn !== undefined && en.publishedOn === undefined ? 1 : 0;
  const enHead = en.publishedOn !== undefined && fr.publishedOn === undefined ? 1 : 0;
  const head = { fr: frHead === 1 ? [0] : [], en: enHead === 1 ? [0] : [], confidence: 0 };
  const beads = alignSentences(fr.segments.slice(frHead), en.segments.slice(enHead), options).map((bead) => ({
    fr: bead.fr.map((index) => index + frHead),
    en: bead.en.map((index) => index + enHead),
    confidence: bead.confidence,
  }));
  return frHead + enHead === 0 ? beads : [head, ...beads];
}

function checkFilled(text: string, language: Language, name: string): void {
  if (text.trim() === '') throw new CalqueError('empty-text', `The ${name} text is empty.`, { where: language });
}

function articleBead(fr: ArticleSide, en: ArticleSide, bead: Bead): ArticleBead {
  // A side of which all is paragraphs may have lost its marks; the other then knows better.
  const blocks = [fr.segments[bead.fr[0] ?? -1]?.block, en.segments[bead.en[0] ?? -1]?.block];
  const block = blocks.find((kind) => kind !== undefined && kind !== 'paragraph') ?? blocks.find(Boolean);
  return {
    fr: sliceOf(fr, bead.fr),
    en: sliceOf(en, bead.en),
    kind: `${bead.fr.length}–${bead.en.length}`,
    confidence: bead.confidence,
    ...(block && { block }),
  };
}

function sliceOf(side: ArticleSide, indices: readonly number[]): string {
  const first = side.segments[indices[0] ?? -1];
  const last = side.segments[indices.at(-1) ?? -1];
  return side.document.text.slice(first?.start ?? 0, last?.end ?? 0);
}

function restOf(side: ArticleSide, beads: readonly Bead[], language: Language): string[] {
  const used = new Set(beads.flatMap((bead) => bead[language]));
  return side.segments.filter((_, index) => !used.has(index)).map(({ text }) => text);
}
