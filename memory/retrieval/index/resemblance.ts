import type { Language } from '../../model/language.ts';
import { otherLanguage } from '../../model/language.ts';
import type { IndexBlock } from './index-port.ts';
import type { RelatedQuery } from './related-query.ts';
import type { StemWeights, Weights } from './stem-weights.ts';
import { type StemId, stemOf } from './word-ids.ts';

/** How far a stored unit says what a text says. */
export interface Resemblance {
  /** What units are ordered by; no meaning by itself. */
  readonly order: number;
  /** How likely it is that they say the same, 0–1. */
  readonly confidence: number;
}

/**
 * How much each kind of agreement counts. Fitted, as a choice among the candidates of a lookup, on 1,007 news sentences
 * of which one translation was looked up to find another among 1,083,905 units.
 */
const ORDER = { source: 15, target: 21, pairs: 7, length: 4.6 } as const;

/**
 * The logistic curve through what was measured on the same lookups and on 1,501 news sentences without counterpart. Of
 * the units given a confidence of 0.2–0.4, 0.4–0.6, 0.6–0.8 and over 0.8, 34, 57, 76 and 96 in 100 were right.
 */
const CURVE = {
  bias: -4.97,
  order: 0.246,
  source: 0.87,
  target: -0.72,
  sourceEvidence: 1.024,
  targetEvidence: 0.394,
  pairs: 1.77,
  length: -1.247,
} as const;
/** Keeps a memory of a few units from making every word look rare. */
const SMALLEST_MEMORY = 10;

/** Below it a unit is not shown: fewer than 5 in 100 news sentences without counterpart found one that reached it. */
export const LEAST_CONFIDENCE = 0.12;

/** Compares the unit in a slot with a text, word by word on either side. */
export function resemblanceOf(query: RelatedQuery, block: IndexBlock, slot: number, weights: Weights): Resemblance {
  const { language } = query;
  const other = otherLanguage(language);
  const source = shareOf(block, language, slot, query.source, weights[language]);
  const target = shareOf(block, other, slot, query.target, weights[other]);
  const agreement = {
    source: balanced(source.worth / query.sourceTotal, source.weight / source.all),
    target: balanced(target.worth / query.targetTotal, target.covered / target.all),
    pairs: sharedPairs(query, block, slot) / Math.max(1, query.words.length - 1),
    length: -Math.abs(Math.log(Math.max(1, source.length) / Math.max(1, query.words.length))),
  };
  const order =
    ORDER.source * agreement.source +
    ORDER.target * agreement.target +
    ORDER.pairs * agreement.pairs +
    ORDER.length * agreement.length;
  const scale = Math.log(weights[language].texts + SMALLEST_MEMORY);
  const odds =
    CURVE.bias +
    CURVE.order * order +
    CURVE.source * agreement.source +
    CURVE.target * agreement.target +
    (CURVE.sourceEvidence * source.worth) / scale +
    (CURVE.targetEvidence * target.worth) / scale +
    CURVE.pairs * agreement.pairs +
    CURVE.length * Math.log(Math.max(1, query.words.length));
  return { order, confidence: 1 / (1 + Math.exp(-odds)) };
}

/** The same, of a unit that the course of the document speaks for. @param points added to its order */
export function favoured({ order, confidence }: Resemblance, points: number): Resemblance {
  const odds = (confidence / (1 - confidence)) * Math.exp(CURVE.order * points);
  return { order: order + points, confidence: Number.isFinite(odds) ? odds / (1 + odds) : 1 };
}

/** The harmonic mean of how much of the one is in the other, and the other way round. */
function balanced(a: number, b: number): number {
  return a > 0 && b > 0 ? (2 * a * b) / (a + b) : 0;
}

interface Share {
  /** What the stems that are wanted are worth to the query. */
  readonly worth: number;
  /** What they weigh in themselves; each at most as much as the query is sure of it. */
  readonly weight: number;
  readonly covered: number;
  /** What all stems of the side weigh. */
  readonly all: number;
  readonly length: number;
}

function shareOf(
  block: IndexBlock,
  language: Language,
  slot: number,
  wanted: ReadonlyMap<StemId, number>,
  weights: StemWeights,
): Share {
  const { words, offsets, numbers, numberOffsets } = block[language];
  const ordinal = block.ordinalOf(language, slot);
  const from = offsets[ordinal] ?? 0;
  const to = offsets[ordinal + 1] ?? 0;
  const stems = new Set<StemId>(words.subarray(from, to).map(stemOf));
  for (const number of numbers.subarray(numberOffsets[ordinal], numberOffsets[ordinal + 1])) stems.add(stemOf(number));
  let worth = 0;
  let weight = 0;
  let covered = 0;
  let all = 0;
  for (const stem of stems) {
    const own = weights.weight(stem);
    all += own;
    const wish = wanted.get(stem);
    if (wish === undefined) continue;
    worth += wish;
    weight += own;
    covered += Math.min(own, wish);
  }
  return { worth, weight, covered, all: Math.max(all, Number.MIN_VALUE), length: to - from };
}

/** How many pairs of neighbouring words of the stored text are neighbours in the query, too. */
function sharedPairs({ words, language }: RelatedQuery, block: IndexBlock, slot: number): number {
  const pairs = new Set<number>();
  for (let index = 1; index < words.length; index++) pairs.add(pairOf(words[index - 1] ?? 0, words[index] ?? 0));
  const side = block[language];
  const ordinal = block.ordinalOf(language, slot);
  const from = side.offsets[ordinal] ?? 0;
  const to = side.offsets[ordinal + 1] ?? 0;
  let shared = 0;
  for (let at = from + 1; at < to; at++) {
    if (pairs.has(pairOf(side.words[at - 1] ?? 0, side.words[at] ?? 0))) shared++;
  }
  return shared;
}

/** A number that two pairs of stems share exactly when they are the same: stems have 24 bits. */
function pairOf(first: number, second: number): number {
  return stemOf(first) * 2 ** 24 + stemOf(second);
}
