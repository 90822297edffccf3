import type { Link, LinkTable } from './links.ts';
import { PairIndex } from './pair-index.ts';

/** Two groups of words that translate each other, by vocabulary index, and how sure that is, 0–1. */
export interface WordPair {
  readonly fr: Int32Array;
  readonly en: Int32Array;
  readonly weight: number;
}

export interface ModelOneOptions {
  /** Sizes of the vocabularies. */
  readonly frWords: number;
  readonly enWords: number;
  readonly iterations: number;
  /** What is known beforehand. */
  readonly links?: LinkTable;
  /**
   * How many beads' worth of counts is taken off each pair. With 1, what a single bead taught is not believed, so that
   * a bead never confirms itself.
   */
  readonly discount: number;
}

/** A pair as likely as this or less is left out. */
const LEAST = 0.01;

/**
 * Word translation probabilities in both directions by IBM Model 1 (Brown et al. 1993), trained by expectation
 * maximisation: each word of a bead is explained by the words across in proportion to what is believed so far,
 * and the explanations, counted, are the next belief. A word for which nothing speaks is left to the text at large.
 */
export function trainModelOne(pairs: readonly WordPair[], options: ModelOneOptions): Link[] {
  const index = new PairIndex();
  const groups = pairs.map((pair) => ({ ...pair, numbers: pairNumbers(pair, index) }));
  const frFrequency = frequencies(pairs, 'fr', options.frWords);
  const enFrequency = frequencies(pairs, 'en', options.enWords);
  let enGivenFr = initialBelief(index, options, (link, links) => links.enGivenFr[link] ?? 0);
  let frGivenEn = initialBelief(index, options, (link, links) => links.frGivenEn[link] ?? 0);
  for (let round = 1; round <= options.iterations; round++) {
    const discount = round === options.iterations ? options.discount : 0;
    const enCounts = new Float32Array(index.size);
    const frCounts = new Float32Array(index.size);
    for (const { fr, en, weight, numbers } of groups) {
      en.forEach((e, k) => {
        explain(numbers, k, en.length, fr.length, enGivenFr, enCounts, weight, enFrequency[e] ?? 0);
      });
      fr.forEach((f, k) => {
        explain(numbers, k * en.length, 1, en.length, frGivenEn, frCounts, weight, frFrequency[f] ?? 0);
      });
    }
    enGivenFr = normalised(enCounts, options.frWords, (pair) => index.fr(pair), discount);
    frGivenEn = normalised(frCounts, options.enWords, (pair) => index.en(pair), discount);
  }
  return takeLinks(index, enGivenFr, frGivenEn);
}

/** The numbers of all pairs of a French and an English word of a bead, French word by French word. */
function pairNumbers({ fr, en }: WordPair, index: PairIndex): Int32Array {
  const numbers = new Int32Array(fr.length * en.length);
  let at = 0;
  for (const f of fr) for (const e of en) numbers[at++] = index.number(f, e);
  return numbers;
}

/** Shares a word out among its pairs: `count` of them, from `first` in steps of `step`. */
function explain(
  numbers: Int32Array,
  first: number,
  step: number,
  count: number,
  belief: Float32Array,
  counts: Float32Array,
  weight: number,
  alone: number,
): void {
  const end = first + count * step;
  let sum = alone;
  for (let at = first; at < end; at += step) sum += belief[numbers[at] ?? 0] ?? 0;
  if (sum === 0) return;
  for (let at = first; at < end; at += step) {
    const pair = numbers[at] ?? 0;
    counts[pair] = (counts[pair] ?? 0) + (weight * (belief[pair] ?? 0)) / sum;
  }
}

/** Every pair equally likely, but for what is known. */
function initialBelief(
  index: PairIndex,
  options: ModelOneOptions,
  read: (link: number, links: LinkTable) => number,
): Float32Array {
  const belief = new Float32Array(index.size).fill(1 / Math.max(options.frWords, options.enWords, 1));
  const { links } = options;
  if (links === undefined) return belief;
  const known = new Map<number, number>();
  for (let f = 0; f < options.frWords; f++) {
    for (let link = links.start[f] ?? 0; link < (links.start[f + 1] ?? 0); link++) {
      known.set(f * options.enWords + (links.en[link] ?? 0), link);
    }
  }
  for (let pair = 0; pair < index.size; pair++) {
    const link = known.get(index.fr(pair) * options.enWords + index.en(pair));
    if (link !== undefined) belief[pair] = (belief[pair] ?? 0) + read(link, links);
  }
  return belief;
}

/** How often each word stands in the pairs, as a share of all. */
function frequencies(pairs: readonly WordPair[], side: 'fr' | 'en', words: number): Float64Array {
  const counts = new Float64Array(words);
  let total = 0;
  for (const pair of pairs) {
    for (const word of pair[side]) counts[word] = (counts[word] ?? 0) + 1;
    total += pair[side].length;
  }
  return counts.map((count) => count / Math.max(1, total));
}

function normalised(
  counts: Float32Array,
  givenWords: number,
  givenOf: (pair: number) => number,
  discount: number,
): Float32Array {
  const totals = new Float64Array(givenWords);
  counts.forEach((count, pair) => {
    totals[givenOf(pair)] = (totals[givenOf(pair)] ?? 0) + count;
  });
  return counts.map((count, pair) => {
    const total = totals[givenOf(pair)] ?? 0;
    return total === 0 ? 0 : Math.max(0, count - discount) / total;
  });
}

function takeLinks(index: PairIndex, enGivenFr: Float32Array, frGivenEn: Float32Array): Link[] {
  const links: Link[] = [];
  for (let pair = 0; pair < index.size; pair++) {
    const forth = enGivenFr[pair] ?? 0;
    const back = frGivenEn[pair] ?? 0;
    if (forth <= LEAST && back <= LEAST) continue;
    links.push({ fr: index.fr(pair), en: index.en(pair), enGivenFr: forth, frGivenEn: back });
  }
  return links;
}
