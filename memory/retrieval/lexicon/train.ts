import type { Language } from '../../model/language.ts';
import type { IndexBlock } from '../index/index-port.ts';
import { lowerBound } from '../index/posting-range.ts';
import type { StemId } from '../index/word-ids.ts';
import { type Beliefs, beliefsFrom, eitherOf, likelierThan, pairsOf, revised } from './beliefs.ts';
import type { LexiconPairs } from './lexicon.ts';
import { PartnerSearch } from './partners.ts';
import { type Frequencies, type Taken, UnitCount, UnitStems } from './unit-stems.ts';

const ROUNDS = 5;
/** What is taken off each expected count at the end: what one unit alone taught is hardly believed. */
const DISCOUNT = 0.5;
/** A pair as likely as this or less, in both directions, is given up after a round, and is left out of the lexicon. */
const HOPELESS = 0.002;
const LEAST = 0.01;
/** How many times longer than the unit a row of pairs is that is searched rather than gone through. */
const LONG_ROW = 8;
/** Function words are in every unit, so that about as many teach all there is to learn of them. */
const GRAMMAR_UNITS = 200_000;
/** Stems whose partners are looked for between two reports. */
const STEMS_AT_A_TIME = 2048;

export interface Training {
  readonly units: number;
  readonly pairs: LexiconPairs;
}

/** How far it is, in steps of a second or so at most. */
export interface TrainingProgress {
  readonly done: number;
  readonly total: number;
}

/**
 * Learns which stems translate each other, by IBM Model 1 (Brown et al. 1993) in both directions at once, where a pair
 * counts as far as both directions agree (Liang, Taskar and Klein 2006). Only pairs that stand together more often than chance has
 * it are weighed, so memory grows with the vocabulary and not with the texts. Equal input gives an equal lexicon.
 * @param functionStems which stand beside everything: they are learnt by themselves, as translations of each other alone
 */
export function* trainLexicon(
  blocks: readonly IndexBlock[],
  taken: Taken,
  functionStems: Readonly<Record<Language, ReadonlySet<StemId>>>,
): Generator<TrainingProgress, Training> {
  const counting = new UnitCount(blocks);
  const stems = counting.size('fr') + counting.size('en');
  const total = blocks.length * (2 * ROUNDS + 1) + 2 * Math.ceil(stems / STEMS_AT_A_TIME);
  let done = 0;
  const step = (): TrainingProgress => ({ done: ++done, total });
  for (const block of blocks) {
    counting.add(block, taken);
    yield step();
  }
  const { units } = counting;
  const content = yield* learn({ blocks, taken, frequencies: counting.without(functionStems), units }, step);
  const every = Math.ceil(units / GRAMMAR_UNITS);
  const some: Taken = (block, slot) => slot % every === 0 && taken(block, slot);
  const grammar = yield* learn({ blocks, taken: some, frequencies: counting.only(functionStems), units }, step);
  return { units, pairs: pairsOf(eitherOf(content, grammar)) };
}

/** What is learnt from: the stems that have a frequency, in the units that are taken. */
interface Lesson {
  readonly blocks: readonly IndexBlock[];
  readonly taken: Taken;
  readonly frequencies: Frequencies;
  /** How many units the frequencies are of. */
  readonly units: number;
}

function* learn(
  { blocks, taken, frequencies, units }: Lesson,
  step: () => TrainingProgress,
): Generator<TrainingProgress, Beliefs> {
  const stems = frequencies.fr.length + frequencies.en.length;
  const search = new PartnerSearch(blocks, taken, frequencies, units);
  for (let stem = 0; stem < stems; stem += STEMS_AT_A_TIME) {
    search.look(stem, stem + STEMS_AT_A_TIME);
    yield step();
  }
  let beliefs = beliefsFrom(search.rows);
  for (let round = 1; round <= ROUNDS; round++) {
    const explaining = new Explaining(frequencies, beliefs);
    for (const block of blocks) {
      explaining.add(block, taken);
      yield step();
    }
    const last = round === ROUNDS;
    beliefs = likelierThan(last ? LEAST : HOPELESS, revised(beliefs, explaining.counts, last ? DISCOUNT : 0));
  }
  return beliefs;
}

/** One round: how often each pair is expected to be the translation of each other, by what is believed so far. */
class Explaining {
  readonly counts: Float32Array;
  readonly #beliefs: Beliefs;
  readonly #french: UnitStems;
  readonly #english: UnitStems;
  /** How likely a stem stands for nothing on the other side: as its share of all stems. */
  readonly #alone: Readonly<Record<Language, Float64Array>>;
  /** Where the English stems of the unit stand in it; −1 for all others. */
  readonly #places: Int32Array;
  /** The pairs of the unit, and where their French stems stand in it. */
  #pairs = new Uint32Array(1024);
  #frPlaces = new Uint32Array(1024);

  constructor(frequencies: Frequencies, beliefs: Beliefs) {
    this.#beliefs = beliefs;
    this.counts = new Float32Array(beliefs.en.length);
    this.#french = new UnitStems(frequencies.fr);
    this.#english = new UnitStems(frequencies.en);
    this.#alone = { fr: shares(frequencies.fr), en: shares(frequencies.en) };
    this.#places = new Int32Array(frequencies.en.length).fill(-1);
  }

  add(block: IndexBlock, taken: Taken): void {
    for (let slot = 0; slot < block.units.length; slot++) {
      if (!taken(block, slot)) continue;
      const english = this.#english.read(block, 'en', slot);
      for (const [place, stem] of english.entries()) this.#places[stem] = place;
      this.#explain(this.#french.read(block, 'fr', slot), english);
      for (const stem of english) this.#places[stem] = -1;
    }
  }

  #explain(french: readonly StemId[], english: readonly StemId[]): void {
    const { starts, en, enGivenFr, frGivenEn } = this.#beliefs;
    const frSums = french.map((stem) => this.#alone.fr[stem] as number);
    const enSums = english.map((stem) => this.#alone.en[stem] as number);
    let found = 0;
    const see = (pair: number, f: number, e: number): void => {
      if (found === this.#pairs.length) this.#grow();
      this.#pairs[found] = pair;
      this.#frPlaces[found++] = f;
      enSums[e] = (enSums[e] as number) + (enGivenFr[pair] as number);
      frSums[f] = (frSums[f] as number) + (frGivenEn[pair] as number);
    };
    for (let f = 0; f < french.length; f++) {
      const stem = french[f] as number;
      const start = starts[stem] as number;
      const end = starts[stem + 1] as number;
      // What thousands of stems may translate is asked about those that are there, not the other way round.
      if (end - start > LONG_ROW * english.length) {
        for (let e = 0; e < english.length; e++) {
          const pair = lowerBound(en, english[e] as number, start, end);
          if (pair < end && en[pair] === english[e]) see(pair, f, e);
        }
      } else {
        for (let pair = start; pair < end; pair++) {
          const e = this.#places[en[pair] as number] as number;
          if (e >= 0) see(pair, f, e);
        }
      }
    }
    for (let at = 0; at < found; at++) {
      const pair = this.#pairs[at] as number;
      const forth = (enGivenFr[pair] as number) / (enSums[this.#places[en[pair] as number] as number] as number);
      const back = (frGivenEn[pair] as number) / (frSums[this.#frPlaces[at] as number] as number);
      this.counts[pair] = (this.counts[pair] as number) + forth * back;
    }
  }

  #grow(): void {
    this.#pairs = doubled(this.#pairs);
    this.#frPlaces = doubled(this.#frPlaces);
  }
}

/** Each stem's share of all that stand in the units. */
function shares(frequencies: Uint32Array): Float64Array {
  const all = frequencies.reduce((sum, frequency) => sum + frequency, 0);
  return Float64Array.from(frequencies, (frequency) => frequency / Math.max(1, all));
}

function doubled(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}
