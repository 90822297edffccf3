import type { Bead, Bitext, BitextSentence } from '../model/bitext.ts';
import { CalqueError } from '../model/errors.ts';
import type { Language } from '../model/language.ts';
import { mergeProvenance, type Provenance } from '../model/provenance.ts';
import { checkLanguages, checkRelated } from './article-checks.ts';
import { readProvenance } from './article-provenance.ts';
import { type ArticleSide, readSide } from './article-side.ts';
import { alignSentences } from './sentences.ts';

/** A bead of an article that has both sides. */
export interface ArticleBead {
  /** What the document has from the first sentence of the bead to its last, white space between them included. */
  readonly fr: string;
  readonly en: string;
  /** French and English sentences in it: `1–1`, `1–2`. */
  readonly kind: string;
  /** How sure it is that the sides are translations of each other, 0–1. */
  readonly confidence: number;
}

/** An article in both languages, aligned. Every sentence of either side is in exactly one bead or unaligned. */
export interface AlignedArticle {
  /** In the order of the French. */
  readonly beads: readonly ArticleBead[];
  /** Sentences without a partner, in the order of their document. */
  readonly unaligned: { readonly fr: readonly string[]; readonly en: readonly string[] };
  readonly provenance: Provenance;
}

/** The two versions of an article in segments, and the beads between them: every segment is in exactly one. */
interface ReadArticle {
  readonly fr: ArticleSide;
  readonly en: ArticleSide;
  readonly beads: readonly Bead[];
  readonly provenance: Provenance;
}

/**
 * Reads an article from its two versions as plain text, a paragraph a line: segments and aligns them, and reads
 * headline, date and credit note into the provenance.
 * @param given what is known of the article; wins over what is read
 * @throws CalqueError `empty-text`, `same-language` or `wrong-language`, naming the side; `unrelated-texts` when the
 * texts do not look like translations of each other
 */
export function readArticlePair(frText: string, enText: string, given: Provenance = {}): AlignedArticle {
  const { fr, en, beads, provenance } = readArticle(frText, enText, given);
  const linked = beads.filter((bead) => bead.fr.length > 0 && bead.en.length > 0);
  return {
    beads: linked.map((bead) => ({
      fr: sliceOf(fr, bead.fr),
      en: sliceOf(en, bead.en),
      kind: `${bead.fr.length}–${bead.en.length}`,
      confidence: bead.confidence,
    })),
    unaligned: { fr: restOf(fr, linked, 'fr'), en: restOf(en, linked, 'en') },
    provenance,
  };
}

/** As {@link readArticlePair}, whole: with what stands alone in its place, to be reviewed. */
export function readArticleBitext(
  frText: string,
  enText: string,
  given: Provenance = {},
): { readonly bitext: Bitext; readonly provenance: Provenance } {
  const { fr, en, beads, provenance } = readArticle(frText, enText, given);
  return { bitext: { fr: sentencesOf(fr), en: sentencesOf(en), beads }, provenance };
}

function readArticle(frText: string, enText: string, given: Provenance): ReadArticle {
  checkFilled(frText, 'fr', 'French');
  checkFilled(enText, 'en', 'English');
  checkLanguages(frText, enText);
  const fr = readSide(frText, 'fr');
  const en = readSide(enText, 'en');
  const beads = alignSides(fr, en);
  checkRelated(fr, en, beads);
  return { fr, en, beads, provenance: mergeProvenance(readProvenance(fr, en), given) };
}

function sentencesOf({ text, segments }: ArticleSide): readonly BitextSentence[] {
  return segments.map((segment, place) => ({
    text: segment.text,
    before: text.slice(segments[place - 1]?.end ?? 0, segment.start),
    paragraph: segment.paragraph,
  }));
}

/** The alignment of all segments. A date header has its partner in another one only, and else stands alone. */
function alignSides(fr: ArticleSide, en: ArticleSide): readonly Bead[] {
  const frHead = fr.publishedOn !== undefined && en.publishedOn === undefined ? 1 : 0;
  const enHead = en.publishedOn !== undefined && fr.publishedOn === undefined ? 1 : 0;
  const head = { fr: frHead === 1 ? [0] : [], en: enHead === 1 ? [0] : [], confidence: 0 };
  const beads = alignSentences(fr.segments.slice(frHead), en.segments.slice(enHead)).map((bead) => ({
    fr: bead.fr.map((index) => index + frHead),
    en: bead.en.map((index) => index + enHead),
    confidence: bead.confidence,
  }));
  return frHead + enHead === 0 ? beads : [head, ...beads];
}

function checkFilled(text: string, language: Language, name: string): void {
  if (text.trim() === '') throw new CalqueError('empty-text', `The ${name} text is empty.`, { where: language });
}

function sliceOf(side: ArticleSide, indices: readonly number[]): string {
  const first = side.segments[indices[0] ?? -1];
  const last = side.segments[indices.at(-1) ?? -1];
  return side.text.slice(first?.start ?? 0, last?.end ?? 0);
}

function restOf(side: ArticleSide, beads: readonly Bead[], language: Language): string[] {
  const used = new Set(beads.flatMap((bead) => bead[language]));
  return side.segments.filter((_, index) => !used.has(index)).map(({ text }) => text);
}
