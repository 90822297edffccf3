import type { Language } from '../../model/language.ts';
import { otherLanguage } from '../../model/language.ts';
import type { Agreement } from './agreement.ts';
import { CommonSequence } from './common-sequence.ts';
import { DistinctStems } from './distinct-stems.ts';
import type { IndexBlock } from './index-port.ts';
import type { Counterpart, RelatedQuery } from './related-query.ts';
import { NONE, StemTable } from './stem-table.ts';
import type { Weights } from './stem-weights.ts';
import { type StemId, stemOf } from './word-ids.ts';

/** Keeps a memory of a few units from making every word look rare. */
const SMALLEST_MEMORY = 10;
/** How far a word is expected to have been chosen by the translation rather than out of the blue. */
const TRANSLATED = 0.9;
/** A translation of fewer words says no more than one of so many. */
const FEWEST_WORDS = 4;
/** What a word comes to that nothing translates: of most words, so it is not worked out each time. */
const UNTRANSLATED = Math.log(1 - TRANSLATED);

/** What is known of a stem of the other language that may translate the text. */
interface Translation {
  /** What finding it is worth. */
  readonly worth: number;
  /** What it comes to as a translation of the text. */
  readonly likelier: number;
  readonly counterparts: readonly Counterpart[];
}

/** Compares units with a text, word by word on either side. Whatever the text alone decides is worked out once. */
export class UnitComparer {
  readonly #query: RelatedQuery;
  readonly #scale: number;
  /** Where each stem of the text stands among its stems, what having it is worth, and how likely any word is of it. */
  readonly #places: StemTable;
  readonly #weights: Float64Array;
  readonly #shares: Float64Array;
  readonly #translations: readonly Translation[];
  /** Where each stem that may translate the text stands in `#translations`. */
  readonly #translationOf: StemTable;
  readonly #sequence: CommonSequence;
  /** Of each stem of the text, how surely a unit has it, and how many of its words are expected to stand for it. */
  readonly #best: Float64Array;
  readonly #expected: Float64Array;

  constructor(query: RelatedQuery, weights: Weights) {
    const { language, stems } = query;
    this.#query = query;
    this.#scale = Math.log(weights[language].texts + SMALLEST_MEMORY);
    this.#places = new StemTable(stems.map(({ stem }, place) => [stem, place]));
    this.#weights = Float64Array.from(stems, ({ weight }) => weight);
    this.#shares = Float64Array.from(stems, ({ stem }) => weights[language].share(stem));
    const { share } = weights[otherLanguage(language)];
    const across = [...new Set([...query.target.keys(), ...query.counterparts.keys()])];
    this.#translations = across.map((stem) => translationOf(query, stem, share(stem)));
    this.#translationOf = new StemTable(across.map((stem, place) => [stem, place]));
    this.#sequence = new CommonSequence(query.words);
    this.#best = new Float64Array(stems.length);
    this.#expected = new Float64Array(stems.length);
  }

  /** How the unit in a slot agrees with the text. */
  agreement(block: IndexBlock, slot: number): Agreement {
    const { language, words, totalWeight } = this.#query;
    const own = sideOf(block, language, slot, OWN);
    const across = sideOf(block, otherLanguage(language), slot, ACROSS);
    this.#best.fill(0);
    this.#expected.fill(0);
    const source = this.#source(own);
    const { target, translation } = this.#target(across);
    const { coverage, text } = this.#text(across.distinct);
    const sequence = this.#sequence.with(own.words, own.from, own.to);
    return {
      source: source / this.#scale,
      target: target / this.#scale,
      coverage: coverage / Math.max(totalWeight, Number.MIN_VALUE),
      text: text / Math.max(1, this.#weights.length),
      translation: translation / Math.max(1, across.distinct),
      sequence: sequence / Math.max(1, own.to - own.from, words.length),
      sourceLength: -lengthDifference(own.to - own.from, words.length),
      targetLength: -lengthDifference(across.to - across.from, words.length),
      otherNumbers: this.#otherNumbers(own.numbers),
    };
  }

  /** What the stems of the source side that the text has are worth. */
  #source({ stems, distinct }: Side): number {
    let source = 0;
    for (let at = 0; at < distinct; at++) {
      const place = this.#places.get(stems[at] as StemId);
      if (place === NONE) continue;
      this.#best[place] = 1;
      source += this.#weights[place] as number;
    }
    return source;
  }

  /** What the stems of the target side that may translate the text are worth, and how likely all of it is as a translation. */
  #target({ stems, distinct }: Side): { readonly target: number; readonly translation: number } {
    const best = this.#best;
    const expected = this.#expected;
    let target = 0;
    let translation = 0;
    for (let at = 0; at < distinct; at++) {
      const place = this.#translationOf.get(stems[at] as StemId);
      if (place === NONE) {
        translation += UNTRANSLATED;
        continue;
      }
      const { worth, likelier, counterparts } = this.#translations[place] as Translation;
      target += worth;
      translation += likelier;
      for (const { place: of, forth, back } of counterparts) {
        best[of] = Math.max(best[of] as number, forth, back);
        expected[of] = (expected[of] as number) + back;
      }
    }
    return { target, translation };
  }

  /** How much of the text the unit has, and how likely it is as a translation of a target side of so many stems. */
  #text(across: number): { readonly coverage: number; readonly text: number } {
    let coverage = 0;
    let text = 0;
    for (let place = 0; place < this.#weights.length; place++) {
      coverage += (this.#weights[place] as number) * (this.#best[place] as number);
      const back = this.#expected[place] as number;
      text +=
        back > 0 ? likelierBy(back / Math.max(FEWEST_WORDS, across), this.#shares[place] as number) : UNTRANSLATED;
    }
    return { coverage, text };
  }

  #otherNumbers(stored: Uint32Array): number {
    let shared = 0;
    for (const number of stored) if (this.#places.get(stemOf(number)) !== NONE) shared++;
    return stored.length + this.#query.numbers - 2 * shared;
  }
}

function translationOf({ target, counterparts, stems }: RelatedQuery, stem: StemId, share: number): Translation {
  const own = counterparts.get(stem) ?? [];
  const forth = own.reduce((sum, counterpart) => sum + counterpart.forth, 0);
  const likelier = forth > 0 ? likelierBy(forth / Math.max(FEWEST_WORDS, stems.length), share) : UNTRANSLATED;
  return { worth: target.get(stem) ?? 0, likelier, counterparts: own };
}

function likelierBy(translated: number, share: number): number {
  return Math.log(1 - TRANSLATED + (TRANSLATED * translated) / share);
}

function lengthDifference(a: number, b: number): number {
  return Math.abs(Math.log(Math.max(1, a) / Math.max(1, b)));
}

interface Side {
  /** Of its words and numbers, each once: the first `distinct` of these. They hold until the next text is read. */
  readonly stems: Uint32Array;
  readonly distinct: number;
  readonly numbers: Uint32Array;
  /** Its words stand there. */
  readonly words: Uint32Array;
  readonly from: number;
  readonly to: number;
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
  return { stems: into.stems, distinct: into.size, numbers: own, words, from, to };
}
