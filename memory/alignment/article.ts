import type { Bead, Bitext, BitextBead, BitextSentence } from '../model/bitext.ts';
import type { BlockKind, ReadDocument, ReadingWarning, SaidField } from '../model/document.ts';
import { CalqueError } from '../model/errors.ts';
import type { Language } from '../model/language.ts';
import { mergeProvenance, type Provenance } from '../model/provenance.ts';
import { plainDocument } from '../text/plain-document.ts';
import { areSwapped, checkLanguages, checkLengths, checkRelated } from './article-checks.ts';
import { readProvenance } from './article-provenance.ts';
import { type ArticleSide, readSide } from './article-side.ts';
import { blockOf, joined } from './review/texts.ts';
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
export interface AlignedArticle extends BeadsOfArticle, KnownOfArticle {}

/** A bitext by what its beads say. */
export interface BeadsOfArticle {
  /** In the order of the French. */
  readonly beads: readonly ArticleBead[];
  /** Sentences without a partner, in the order of their document. */
  readonly unaligned: { readonly fr: readonly string[]; readonly en: readonly string[] };
}

/** What reading an article has shown beside its text. */
interface KnownOfArticle {
  readonly provenance: Provenance;
  /** What each field of the provenance was read from: `JSON-LD headline`, `credit note`, `given`. */
  readonly sources: Readonly<Partial<Record<SaidField, string>>>;
  readonly warnings: readonly ReadingWarning[];
}

/** An article in both languages as it goes into a review: with what stands alone in its place. */
export interface ArticleBitext extends KnownOfArticle {
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
  const { bitext, ...known } = alignForReview(frDocument, enDocument, given, options);
  return { ...beadsOf(bitext), ...known };
}

/** As {@link alignArticle}, whole: with what stands alone in its place, to be reviewed. */
export function alignForReview(
  frGiven: ReadDocument,
  enGiven: ReadDocument,
  given: Provenance = {},
  options: AlignmentOptions = {},
): ArticleBitext {
  checkFilled(frGiven.text, 'fr', 'French');
  checkFilled(enGiven.text, 'en', 'English');
  const swapped = areSwapped(frGiven.text, enGiven.text);
  const [frDocument, enDocument] = swapped ? [enGiven, frGiven] : [frGiven, enGiven];
  checkLanguages(frDocument.text, enDocument.text);
  checkLengths(frDocument.text, enDocument.text);
  const fr = readSide(frDocument, 'fr');
  const en = readSide(enDocument, 'en');
  const beads = alignSides(fr, en, options);
  const doubts = checkRelated(fr, en, beads);
  const read = readProvenance(fr, en);
  return {
    bitext: { fr: sentencesOf(fr), en: sentencesOf(en), beads },
    provenance: mergeProvenance(read.provenance, given),
    sources: { ...read.sources, ...Object.fromEntries(Object.keys(given).map((field) => [field, 'given'])) },
    warnings: [...doubts, ...(swapped ? [SWAPPED] : []), ...frDocument.warnings, ...enDocument.warnings],
  };
}

/** The confidence of what a person has shaped: that person vouches for it. */
export const VOUCHED_FOR = 1;

const SWAPPED: ReadingWarning = {
  code: 'sides-swapped',
  message: 'The texts had changed places: what was given as French is English. They were put right.',
};

function sentencesOf({ document, segments }: ArticleSide): readonly BitextSentence[] {
  return segments.map(({ text, start, paragraph, block, furniture }, place) => ({
    text,
    before: document.text.slice(segments[place - 1]?.end ?? 0, start),
    paragraph,
    ...(block && { block }),
    ...(furniture && { furniture }),
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

/** What the beads of a bitext say, and what stands alone. */
export function beadsOf(bitext: Bitext): BeadsOfArticle {
  const linked = bitext.beads.filter(({ fr, en }) => fr.length > 0 && en.length > 0);
  const rest = (side: Language) => {
    const used = new Set(linked.flatMap((bead) => bead[side]));
    return bitext[side].filter((_, place) => !used.has(place)).map(({ text }) => text);
  };
  return { beads: linked.map((bead) => articleBead(bitext, bead)), unaligned: { fr: rest('fr'), en: rest('en') } };
}

function articleBead(bitext: Bitext, bead: BitextBead): ArticleBead {
  const { fr, en, confidence = VOUCHED_FOR } = bead;
  const sentences = {
    fr: fr.flatMap((place) => bitext.fr[place] ?? []),
    en: en.flatMap((place) => bitext.en[place] ?? []),
  };
  const block = blockOf(bitext, bead);
  return {
    fr: joined(sentences.fr),
    en: joined(sentences.en),
    kind: `${fr.length}–${en.length}`,
    confidence,
    ...(block && { block }),
  };
}
