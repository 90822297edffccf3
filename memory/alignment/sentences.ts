import type { Bead } from '../model/bitext.ts';
import { firstBand } from './anchors.ts';
import { bandAround } from './band.ts';
import { learnKinds, NO_KINDS } from './block-kinds.ts';
import { surfaceLinks } from './cognates.ts';
import { confidenceOf } from './confidence.ts';
import { type Crossing, findCrossings } from './crossing.ts';
import { measureExplained, USUALLY_EXPLAINED } from './explained.ts';
import { type Beliefs, scoreBand } from './grid.ts';
import { bestPath, isBead, type Step } from './lattice.ts';
import { usualLengths } from './length.ts';
import { type Lexicon, lexiconLinks } from './lexicon.ts';
import { type Link, tabulate } from './links.ts';
import { trainModelOne, type WordPair } from './model-one.ts';
import { learnParagraphs, NO_PARAGRAPHS } from './paragraphs.ts';
import { BEAD_SIDE } from './prior.ts';
import type { Sentence } from './sentence.ts';
import { indexSide, type Side } from './vocabulary.ts';

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
  const frSide = indexSide(fr, 'fr');
  const enSide = indexSide(en, 'en');
  const known = [surfaceLinks(frSide, enSide)];
  if (options.lexicon !== undefined) known.push(lexiconLinks(options.lexicon, frSide, enSide));
  const links = tabulate(frSide.words.length, known);

  let beliefs: Beliefs = {
    links,
    explained: USUALLY_EXPLAINED,
    lengths: usualLengths(enSide),
    paragraphs: NO_PARAGRAPHS,
    kinds: NO_KINDS,
    gapShare: USUAL_GAPS.share,
  };
  let path = bestPath(scoreBand(frSide, enSide, firstBand(frSide, enSide, links), FIRST_SIDE, beliefs));
  const explained = measureExplained(frSide, enSide, links, teachingPairs(frSide, enSide, path.steps));
  for (let pass = 0; pass < PASSES; pass++) {
    beliefs = { ...learn(frSide, enSide, known, path.steps), explained, lengths: beliefs.lengths };
    const band = bandAround(path.steps, fr.length, en.length, PATH_RADIUS);
    path = bestPath(scoreBand(frSide, enSide, band, BEAD_SIDE, beliefs));
  }
  const crossings = findCrossings(frSide, enSide, path.steps, beliefs);
  return withCrossings(path.steps, crossings, (step) => confidenceOf(step, path, fr, en));
}

/** What a path through two texts teaches about them. */
function learn(
  fr: Side,
  en: Side,
  known: readonly Iterable<Link>[],
  steps: readonly Step[],
): Omit<Beliefs, 'explained' | 'lengths'> {
  const words = fr.words.length;
  const learnt = trainModelOne(teachingPairs(fr, en, steps), {
    frWords: words,
    enWords: en.words.length,
    iterations: ROUNDS,
    links: tabulate(words, known),
    discount: 1,
  });
  return {
    links: tabulate(words, [...known, learnt]),
    paragraphs: learnParagraphs(fr.starts, en.starts, steps.filter(isTeaching)),
    kinds: learnKinds(fr.kinds, en.kinds, steps.filter(isTeaching)),
    gapShare: gapShare(steps),
  };
}

/** The beads of a path, with what crosses it in the place of its first French sentence. */
function withCrossings(
  steps: readonly Step[],
  crossings: readonly Crossing[],
  confidence: (step: Step) => number,
): Bead[] {
  const heads = new Map(crossings.map((crossing) => [crossing.fr[0], crossing]));
  const frUsed = new Set(crossings.flatMap(({ fr }) => fr));
  const enUsed = new Set(crossings.flatMap(({ en }) => en));
  return steps.flatMap((step): Bead[] => {
    const crossing = step.enCount === 0 ? heads.get(step.fr) : undefined;
    if (crossing !== undefined) return [crossing];
    const used = step.enCount === 0 ? frUsed.has(step.fr) : step.frCount === 0 && enUsed.has(step.en);
    if (used) return [];
    return [{ fr: range(step.fr, step.frCount), en: range(step.en, step.enCount), confidence: confidence(step) }];
  });
}

function isTeaching(step: Step): boolean {
  return isBead(step) && step.posterior >= TEACHES;
}

function teachingPairs(fr: Side, en: Side, steps: readonly Step[]): WordPair[] {
  return steps.filter(isTeaching).map((step) => ({
    fr: wordsOf(fr, step.fr, step.frCount),
    en: wordsOf(en, step.en, step.enCount),
    weight: step.posterior,
  }));
}

/** Of the steps of a path, the share that leads past a sentence without counterpart. */
function gapShare(steps: readonly Step[]): number {
  const gaps = steps.filter((step) => !isBead(step)).length;
  return (gaps + USUAL_GAPS.share * USUAL_GAPS.weight) / (steps.length + USUAL_GAPS.weight);
}

function wordsOf(side: Side, from: number, count: number): Int32Array {
  return Int32Array.from(side.sentences.slice(from, from + count).flatMap((words) => [...words]));
}

function range(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, k) => from + k);
}
