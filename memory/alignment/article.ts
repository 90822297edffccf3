import type { Bead } from '../model/bitext.ts';
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
  return alignArticle(
    plainDocument(frText, 'The French text'),
    plainDocument(enText, 'The English text'),
    given,
    options,
  );
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
  frGiven: ReadDocument,
  enGiven: ReadDocument,
  given: Provenance = {},
  options: AlignmentOptions = {},
): AlignedArticle {
  checkFilled(frGiven.text, 'fr', 'French');
  checkFilled(enGiven.text, 'en', 'English');
  const swapped = areSwapped(frGiven.text, enGiven.text);
  const [frDocument, enDocument] = swapped ? [enGiven, frGiven] : [frGiven, enGiven];
  checkLanguages(frDocument.text, enDocument.text);
  checkLengths(frDocument.text, enDocument.text);
  const fr = readSide(frDocument, 'fr');
  const en = readSide(enDocument, 'en');
  const alignment = alignSides(fr, en, options);
  checkRelated(fr, en, alignment);
  const linked = alignment.filter((bead) => bead.fr.length > 0 && bead.en.length > 0);
  const read = readProvenance(fr, en);
  return {
    beads: linked.map((bead) => articleBead(fr, en, bead)),
    unaligned: { fr: restOf(fr, linked, 'fr'), en: restOf(en, linked, 'en') },
    provenance: mergeProvenance(read.provenance, given),
    sources: { ...read.sources, ...Object.fromEntries(Object.keys(given).map((field) => [field, 'given'])) },
    warnings: [...(swapped ? [SWAPPED] : []), ...frDocument.warnings, ...enDocument.warnings],
  };
}

const SWAPPED: ReadingWarning = {
  code: 'sides-swapped',
  message: 'The texts had changed places: what was given as French is English. They were put right.',
};

/** The alignment of all segments. A date header has its partner in another one only. */
function alignSides(fr: ArticleSide, en: ArticleSide, options: AlignmentOptions): readonly Bead[] {
  const frHead = fr.publishedOn !== undefined && en.publishedOn === undefined ? 1 : 0;
  const enHead = en.publishedOn !== undefined && fr.publishedOn === undefined ? 1 : 0;
  return alignSentences(fr.segments.slice(frHead), en.segments.slice(enHead), options).map((bead) => ({
    fr: bead.fr.map((index) => index + frHead),
    en: bead.en.map((index) => index + enHead),
    confidence: bead.confidence,
  }));
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
