import type { Bead } from '../model/bitext.ts';
import { firstBand } from './anchors.ts';
import { bandAround, type Corner } from './band.ts';
import { surfaceLinks } from './cognates.ts';
import { type Crossing, findCrossings } from './crossing.ts';
import { measureExplained, USUALLY_EXPLAINED } from './explained.ts';
import { type Beliefs, scoreBand } from './grid.ts';
import { bestPath, isBead, type Step } from './lattice.ts';
import { usualLengths } from './length.ts';
import { type Lexicon, lexiconLinks } from './lexicon.ts';
import { tabulate } from './links.ts';
import { trainModelOne, type WordPair } from './model-one.ts';
import { BEAD_SIDE } from './prior.ts';
import { indexSide, type Side } from './vocabulary.ts';

/** A sentence to align. */
export interface Sentence {
  readonly text: string;
  /** 0-based index of its paragraph, where the text has paragraphs. */
  readonly paragraph?: number;
}

export interface AlignmentOptions {
  /** Word translations known beforehand. Without them, all is learnt from the texts themselves. */
  readonly lexicon?: Lexicon;
}

/** Sentences on either side of the path found first. */
const PATH_RADIUS = 10;
const FIRST_SIDE = 2;
/** A bead less likely than this teaches nothing. */
const TEACHES = 0.5;
const USUAL_GAPS = { share: 0.06, weight: 10 };
const ROUNDS = 4;
const PASSES = 2;

/**
 * Aligns the sentences of a French and an English text: beads in the order of the French, every sentence in exactly one.
 */
export function alignSentences(
  fr: readonly Sentence[],
  en: readonly Sentence[],
  options: AlignmentOptions = {},
): readonly Bead[] {
  const frSide = indexSide(
    fr.map(({ text }) => text),
    'fr',
  );
  const enSide = indexSide(
    en.map(({ text }) => text),
    'en',
  );
  const known = [surfaceLinks(frSide, enSide)];
  if (options.lexicon !== undefined) known.push(lexiconLinks(options.lexicon, frSide, enSide));
  const links = tabulate(frSide.words.length, known);

  let beliefs: Beliefs = {
    links,
    explained: USUALLY_EXPLAINED,
    lengths: usualLengths(enSide),
    gapShare: USUAL_GAPS.share,
  };
  let path = bestPath(scoreBand(frSide, enSide, firstBand(frSide, enSide, links), FIRST_SIDE, beliefs));
  const explained = measureExplained(frSide, enSide, links, teachingPairs(frSide, enSide, path));
  for (let pass = 0; pass < PASSES; pass++) {
    const pairs = teachingPairs(frSide, enSide, path);
    const learnt = trainModelOne(pairs, {
      frWords: frSide.words.length,
      enWords: enSide.words.length,
      iterations: ROUNDS,
      links,
      discount: 1,
    });
    beliefs = {
      links: tabulate(frSide.words.length, [...known, learnt]),
      explained,
      lengths: beliefs.lengths,
      gapShare: gapShare(path),
    };
    const band = bandAround(corners(path), fr.length, en.length, PATH_RADIUS);
    path = bestPath(scoreBand(frSide, enSide, band, BEAD_SIDE, beliefs));
  }
  return withCrossings(path, findCrossings(frSide, enSide, path, beliefs));
}

/** The beads of a path, with what crosses it in the place of its first French sentence. */
function withCrossings(path: readonly Step[], crossings: readonly Crossing[]): Bead[] {
  const heads = new Map(crossings.map((crossing) => [crossing.fr[0], crossing]));
  const frUsed = new Set(crossings.flatMap(({ fr }) => fr));
  const enUsed = new Set(crossings.flatMap(({ en }) => en));
  return path.flatMap((step): Bead[] => {
    const fr = range(step.fr, step.frCount);
    const en = range(step.en, step.enCount);
    if (isBead(step)) return [{ fr, en, confidence: step.posterior }];
    const crossing = step.frCount > 0 ? heads.get(step.fr) : undefined;
    if (crossing !== undefined) return [crossing];
    const used = step.frCount > 0 ? frUsed.has(step.fr) : enUsed.has(step.en);
    return used ? [] : [{ fr, en, confidence: 0 }];
  });
}

function teachingPairs(fr: Side, en: Side, path: readonly Step[]): WordPair[] {
  return path
    .filter((step) => isBead(step) && step.posterior >= TEACHES)
    .map((step) => ({
      fr: wordsOf(fr, step.fr, step.frCount),
      en: wordsOf(en, step.en, step.enCount),
      weight: step.posterior,
    }));
}

/** Of the steps of a path, the share that leads past a sentence without counterpart. */
function gapShare(path: readonly Step[]): number {
  const gaps = path.reduce((sum, step) => sum + (isBead(step) ? 1 - step.posterior : 1), 0);
  return (gaps + USUAL_GAPS.share * USUAL_GAPS.weight) / (path.length + USUAL_GAPS.weight);
}

function corners(path: readonly Step[]): Corner[] {
  return path.map(({ fr, en }) => ({ fr, en }));
}

function wordsOf(side: Side, from: number, count: number): Int32Array {
  return Int32Array.from(side.sentences.slice(from, from + count).flatMap((words) => [...words]));
}

function range(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, k) => from + k);
}
