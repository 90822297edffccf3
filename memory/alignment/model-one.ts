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
  const frequency = { fr: frequencies(pairs, 'fr', options.frWords), en: frequencies(pairs, 'en', options.enWords) };
  const longest = groups.reduce((most, { fr, en }) => Math.max(most, fr.length, en.length), 0);
  const sums = { fr: new Float64Array(longest), en: new Float64Array(longest) };
  let belief = initialBelief(index, options);
  for (let round = 1; round <= options.iterations; round++) {
    const counts = new Float32Array(2 * index.size);
    for (const group of groups) explain(group, belief, counts, frequency, sums);
    belief = normalised(counts, index, options, round === options.iterations ? options.discount : 0);
  }
  return takeLinks(index, belief);
}

/** A bead with the numbers of its pairs of words, French word by French word. */
interface Group extends WordPair {
  readonly numbers: Int32Array;
}

/** Something of the words of each side, by vocabulary index or by their place in a bead. */
interface BothSides {
  readonly fr: Float64Array;
  readonly en: Float64Array;
}

/** The numbers of all pairs of a French and an English word of a bead, French word by French word. */
function pairNumbers({ fr, en }: WordPair, index: PairIndex): Int32Array {
  const numbers = new Int32Array(fr.length * en.length);
  let at = 0;
  for (const f of fr) for (const e of en) numbers[at++] = index.number(f, e);
  return numbers;
}

/**
 * Shares each word of a bead out among its pairs, in both directions at once: of a pair with the number `n`, what the
 * English word gets stands at `2n` of the belief and of the counts, what the French one gets beside it. Looking a pair up is what takes
 * the time, for a long text has millions.
 */
function explain(
  { fr, en, weight, numbers }: Group,
  belief: Float32Array,
  counts: Float32Array,
  frequency: BothSides,
  sums: BothSides,
): void {
  for (let k = 0; k < en.length; k++) sums.en[k] = frequency.en[en[k] ?? 0] ?? 0;
  for (let i = 0, at = 0; i < fr.length; i++) {
    let sum = frequency.fr[fr[i] ?? 0] ?? 0;
    for (let k = 0; k < en.length; k++) {
      const pair = 2 * (numbers[at++] ?? 0);
      sums.en[k] = (sums.en[k] ?? 0) + (belief[pair] ?? 0);
      sum += belief[pair + 1] ?? 0;
    }
    sums.fr[i] = weight / sum;
  }
  for (let k = 0; k < en.length; k++) sums.en[k] = weight / (sums.en[k] ?? 0);
  for (let i = 0, at = 0; i < fr.length; i++) {
    const share = sums.fr[i] ?? 0;
    for (let k = 0; k < en.length; k++) {
      const pair = 2 * (numbers[at++] ?? 0);
      counts[pair] = (counts[pair] ?? 0) + (belief[pair] ?? 0) * (sums.en[k] ?? 0);
      counts[pair + 1] = (counts[pair + 1] ?? 0) + (belief[pair + 1] ?? 0) * share;
    }
  }
}

/** Every pair equally likely, but for what is known. */
function initialBelief(index: PairIndex, options: ModelOneOptions): Float32Array {
  const belief = new Float32Array(2 * index.size).fill(1 / Math.max(options.frWords, options.enWords, 1));
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
    if (link === undefined) continue;
    belief[2 * pair] = (belief[2 * pair] ?? 0) + (links.enGivenFr[link] ?? 0);
    belief[2 * pair + 1] = (belief[2 * pair + 1] ?? 0) + (links.frGivenEn[link] ?? 0);
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

/** Counts as probabilities, given the word on the other side. */
function normalised(
  counts: Float32Array,
  index: PairIndex,
  { frWords, enWords }: ModelOneOptions,
  discount: number,
): Float32Array {
  const ofFr = new Float64Array(frWords);
  const ofEn = new Float64Array(enWords);
  for (let pair = 0; pair < index.size; pair++) {
    const [f, e] = [index.fr(pair), index.en(pair)];
    ofFr[f] = (ofFr[f] ?? 0) + (counts[2 * pair] ?? 0);
    ofEn[e] = (ofEn[e] ?? 0) + (counts[2 * pair + 1] ?? 0);
  }
  const share = (count: number, total: number) => (total === 0 ? 0 : Math.max(0, count - discount) / total);
  for (let pair = 0; pair < index.size; pair++) {
    counts[2 * pair] = share(counts[2 * pair] ?? 0, ofFr[index.fr(pair)] ?? 0);
    counts[2 * pair + 1] = share(counts[2 * pair + 1] ?? 0, ofEn[index.en(pair)] ?? 0);
  }
  return counts;
}

function takeLinks(index: PairIndex, belief: Float32Array): Link[] {
  const links: Link[] = [];
  for (let pair = 0; pair < index.size; pair++) {
    const enGivenFr = belief[2 * pair] ?? 0;
    const frGivenEn = belief[2 * pair + 1] ?? 0;
    if (enGivenFr <= LEAST && frGivenEn <= LEAST) continue;
    links.push({ fr: index.fr(pair), en: index.en(pair), enGivenFr, frGivenEn });
  }
  return links;
}
