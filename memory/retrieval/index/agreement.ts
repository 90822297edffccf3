import type { Language } from '../../model/language.ts';
import { otherLanguage } from '../../model/language.ts';
import { DistinctStems } from './distinct-stems.ts';
import type { IndexBlock } from './index-port.ts';
import type { RelatedQuery } from './related-query.ts';
import type { Weights } from './stem-weights.ts';
import { type StemId, stemOf } from './word-ids.ts';

/** How a stored unit and a text agree, kind by kind. */
export interface Agreement {
  /** What the stems are worth that the text shares with the source side, against what it takes to single out one unit of all. */
  readonly source: number;
  /** The same for the stems of the target side that may translate the text. */
  readonly target: number;
  /** How much of the text's weight the unit has, said the same way or translated on the other side, 0–1. */
  readonly coverage: number;
  /** How much likelier the text's words are as a translation of the target side than in any text; the mean logarithm. */
  readonly text: number;
  /** How much likelier the target side's words are as a translation of the text than in any text; the mean logarithm. */
  readonly translation: number;
  /** Words that stand in the same order in the text, others between them or not: as a share of the longer one's words. */
  readonly sequence: number;
  /** How much longer or shorter the sides are than the text: logarithms, 0 for the same length, else negative. */
  readonly sourceLength: number;
  readonly targetLength: number;
  /** Numbers that only one of the two has. */
  readonly otherNumbers: number;
}

export const AGREEMENTS = [
  'source',
  'target',
  'coverage',
  'text',
  'translation',
  'sequence',
  'sourceLength',
  'targetLength',
  'otherNumbers',
] as const satisfies readonly (keyof Agreement)[];

/** Keeps a memory of a few units from making every word look rare. */
const SMALLEST_MEMORY = 10;
/** How far a word is expected to have been chosen by the translation rather than out of the blue. */
const TRANSLATED = 0.9;
/** A translation of fewer words says no more than one of so many. */
const FEWEST_WORDS = 4;
/** What a word comes to that nothing translates: of most words, so it is not worked out each time. */
const UNTRANSLATED = Math.log(1 - TRANSLATED);

/** Compares the unit in a slot with a text, word by word on either side. */
export function agreementOf(query: RelatedQuery, block: IndexBlock, slot: number, weights: Weights): Agreement {
  const { language, stems } = query;
  const own = sideOf(block, language, slot, OWN);
  const across = sideOf(block, otherLanguage(language), slot, ACROSS);
  const best = new Float64Array(stems.length);
  const expected = new Float64Array(stems.length);
  let source = 0;
  for (let at = 0; at < own.distinct; at++) {
    const stem = own.stems[at] as StemId;
    const place = query.placeOf.get(stem);
    if (place === undefined) continue;
    best[place] = 1;
    source += stems[place]?.weight ?? 0;
  }

  const { share } = weights[otherLanguage(language)];
  let target = 0;
  let translation = 0;
  for (let at = 0; at < across.distinct; at++) {
    const stem = across.stems[at] as StemId;
    target += query.target.get(stem) ?? 0;
    let forth = 0;
    for (const counterpart of query.counterparts.get(stem) ?? NONE) {
      const { place, back } = counterpart;
      best[place] = Math.max(best[place] as number, counterpart.forth, back);
      expected[place] = (expected[place] as number) + back;
      forth += counterpart.forth;
    }
    translation += forth > 0 ? likelierBy(forth / Math.max(FEWEST_WORDS, stems.length), share(stem)) : UNTRANSLATED;
  }

  let coverage = 0;
  let text = 0;
  for (const [place, { stem, weight }] of stems.entries()) {
    coverage += weight * (best[place] as number);
    const back = expected[place] as number;
    text +=
      back > 0
        ? likelierBy(back / Math.max(FEWEST_WORDS, across.distinct), weights[language].share(stem))
        : UNTRANSLATED;
  }

  const scale = Math.log(weights[language].texts + SMALLEST_MEMORY);
  return {
    source: source / scale,
    target: target / scale,
    coverage: coverage / Math.max(query.totalWeight, Number.MIN_VALUE),
    text: text / Math.max(1, stems.length),
    translation: translation / Math.max(1, across.distinct),
    sequence: sharedSequence(query, block, slot) / Math.max(1, own.length, query.words.length),
    sourceLength: -lengthDifference(own.length, query.words.length),
    targetLength: -lengthDifference(across.length, query.words.length),
    otherNumbers: otherNumbers(query, own.numbers),
  };
}

const NONE: readonly never[] = [];

function likelierBy(translated: number, share: number): number {
  return Math.log(1 - TRANSLATED + (TRANSLATED * translated) / share);
}

function lengthDifference(a: number, b: number): number {
  return Math.abs(Math.log(Math.max(1, a) / Math.max(1, b)));
}

function otherNumbers({ placeOf, numbers }: RelatedQuery, stored: Uint32Array): number {
  let shared = 0;
  for (const number of stored) if (placeOf.has(stemOf(number))) shared++;
  return stored.length + numbers - 2 * shared;
}

interface Side {
  /** Of its words and numbers, each once: the first `distinct` of these. They hold until the next text is read. */
  readonly stems: Uint32Array;
  readonly distinct: number;
  readonly numbers: Uint32Array;
  /** In words. */
  readonly length: number;
}

/** Where the stems of either side are put: hundreds of texts are compared for one lookup. */
const OWN = new DistinctStems();
const ACROSS = new DistinctStems();

function sideOf(block: IndexBlock, language: Language, slot: number, into: DistinctStems): Side {
  const { words, offsets, numbers, numberOffsets } = block[language];
  const ordinal = block.ordinals(language)[slot] as number;
  const from = offsets[ordinal] as number;
  const to = offsets[ordinal + 1] as number;
  const own = numbers.subarray(numberOffsets[ordinal], numberOffsets[ordinal + 1]);
  into.begin(to - from + own.length);
  into.add(words, from, to);
  into.add(own, 0, own.length);
  return { stems: into.stems, distinct: into.size, numbers: own, length: to - from };
}

/** How many words of the stored text stand in the query in the same order. */
function sharedSequence({ sequence, language }: RelatedQuery, block: IndexBlock, slot: number): number {
  const { words, offsets } = block[language];
  const ordinal = block.ordinals(language)[slot] as number;
  return sequence.with(words, offsets[ordinal] as number, offsets[ordinal + 1] as number);
}
