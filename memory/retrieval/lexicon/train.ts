import { LANGUAGES } from '../../model/language.ts';
import type { Language } from '../../model/language.ts';
import type { IndexBlock } from '../index/index-port.ts';
import type { StemId } from '../index/word-ids.ts';
import { CERTAIN, type LexiconPairs } from './lexicon.ts';
import { Partners } from './partners.ts';
import { countUnits, type Frequencies, type Taken, UnitStems } from './unit-stems.ts';

const ROUNDS = 5;
/** What is taken off each expected count at the end: what one unit alone taught is hardly believed. */
const DISCOUNT = 0.5;
/** A pair as likely as this or less, in both directions, is left out. */
const LEAST = 0.01;
/** How likely a stem has no counterpart, beside what is believed of those it stands with, in terms of its share of all. */
const ALONE = 1;
/** A pair as likely as this or less after a round is given up. */
const HOPELESS = 0.002;

/** A lexicon in the making: pairs in columns, by their French stem. */
interface Beliefs {
  readonly starts: Uint32Array;
  readonly en: Uint32Array;
  enGivenFr: Float32Array;
  frGivenEn: Float32Array;
}

export interface Training {
  readonly units: number;
  readonly pairs: LexiconPairs;
}

/**
 * Learns which stems translate each other, by IBM Model 1 (Brown et al. 1993) in both directions at once, where a pair
 * counts as far as both agree (Liang, Taskar and Klein 2006). Only pairs that stand together more often than chance has
 * it are weighed, so memory grows with the vocabulary and not with the texts.
 * @yields how much of the work is done, 0–1
 */
export function* trainLexicon(
  blocks: readonly IndexBlock[],
  taken: Taken,
  functionWords: Readonly<Record<Language, ReadonlySet<StemId>>>,
): Generator<number, Training> {
  const { units, frequencies } = countUnits(blocks, taken, functionWords);
  const steps = ROUNDS + 2;
  yield 1 / steps;
  let beliefs = yield* firstBeliefs(blocks, frequencies, units);
  yield 2 / steps;
  for (let round = 1; round <= ROUNDS; round++) {
    const last = round === ROUNDS;
    believe(beliefs, count(blocks, taken, frequencies, beliefs), last ? DISCOUNT : 0);
    if (!last) beliefs = above(beliefs, HOPELESS);
    yield (round + 2) / steps;
  }
  return { units, pairs: likely(beliefs) };
}

function* firstBeliefs(
  blocks: readonly IndexBlock[],
  frequencies: Frequencies,
  units: number,
): Generator<number, Beliefs> {
  const rows: StemId[][] = Array.from(frequencies.fr, () => []);
  const fromFrench = new Partners(blocks, 'fr', frequencies, units);
  for (let fr = 0; fr < frequencies.fr.length; fr++) {
    if ((frequencies.fr[fr] as number) > 0) rows[fr] = [...fromFrench.of(fr)];
  }
  const fromEnglish = new Partners(blocks, 'en', frequencies, units);
  for (let en = 0; en < frequencies.en.length; en++) {
    if ((frequencies.en[en] as number) === 0) continue;
    for (const fr of fromEnglish.of(en)) {
      const row = rows[fr];
      if (row !== undefined && !row.includes(en)) row.push(en);
    }
  }
  const size = rows.reduce((sum, row) => sum + row.length, 0);
  const starts = new Uint32Array(rows.length + 1);
  const en = new Uint32Array(size);
  for (const [fr, row] of rows.entries()) {
    en.set(row, starts[fr]);
    starts[fr + 1] = (starts[fr] as number) + row.length;
  }
  const first = new Float32Array(size).fill(0.05);
  return { starts, en, enGivenFr: first, frGivenEn: first };
}

/** How often each pair is expected to be translated by each other. */
function count(
  blocks: readonly IndexBlock[],
  taken: Taken,
  frequencies: Frequencies,
  { starts, en, enGivenFr, frGivenEn }: Beliefs,
): Float32Array {
  const counts = new Float32Array(en.length);
  const french = new UnitStems(frequencies.fr);
  const english = new UnitStems(frequencies.en);
  const alone = { fr: shares(frequencies.fr), en: shares(frequencies.en) };
  const placeOf = new Int32Array(frequencies.en.length).fill(-1);
  let pairs = new Uint32Array(1024);
  let frPlaces = new Uint32Array(1024);
  for (const block of blocks) {
    for (let slot = 0; slot < block.units.length; slot++) {
      if (!taken(block, slot)) continue;
      const frStems = french.read(block, 'fr', slot);
      const enStems = english.read(block, 'en', slot);
      for (let e = 0; e < enStems.length; e++) placeOf[enStems[e] as number] = e;
      const frSums = frStems.map((stem) => ALONE * (alone.fr[stem] as number));
      const enSums = enStems.map((stem) => ALONE * (alone.en[stem] as number));
      let found = 0;
      for (let f = 0; f < frStems.length; f++) {
        const end = starts[(frStems[f] as number) + 1] as number;
        for (let pair = starts[frStems[f] as number] as number; pair < end; pair++) {
          const e = placeOf[en[pair] as number] as number;
          if (e < 0) continue;
          if (found === pairs.length) {
            pairs = doubled(pairs);
            frPlaces = doubled(frPlaces);
          }
          pairs[found] = pair;
          frPlaces[found++] = f;
          enSums[e] = (enSums[e] as number) + (enGivenFr[pair] as number);
          frSums[f] = (frSums[f] as number) + (frGivenEn[pair] as number);
        }
      }
      for (let at = 0; at < found; at++) {
        const pair = pairs[at] as number;
        const e = placeOf[en[pair] as number] as number;
        const forth = (enGivenFr[pair] as number) / (enSums[e] as number);
        const back = (frGivenEn[pair] as number) / (frSums[frPlaces[at] as number] as number);
        counts[pair] = (counts[pair] as number) + forth * back;
      }
      for (const stem of enStems) placeOf[stem] = -1;
    }
  }
  return counts;
}

function believe(beliefs: Beliefs, counts: Float32Array, discount: number): void {
  const { starts, en } = beliefs;
  const enTotals = new Float64Array(en.reduce((highest, stem) => Math.max(highest, stem), 0) + 1);
  const enGivenFr = new Float32Array(en.length);
  const frGivenEn = new Float32Array(en.length);
  for (let pair = 0; pair < en.length; pair++) {
    const stem = en[pair] as number;
    enTotals[stem] = (enTotals[stem] as number) + (counts[pair] as number);
  }
  for (let fr = 0; fr + 1 < starts.length; fr++) {
    let total = 0;
    for (let pair = starts[fr] as number; pair < (starts[fr + 1] as number); pair++) total += counts[pair] as number;
    for (let pair = starts[fr] as number; pair < (starts[fr + 1] as number); pair++) {
      const left = Math.max(0, (counts[pair] as number) - discount);
      enGivenFr[pair] = total > 0 ? left / total : 0;
      const other = enTotals[en[pair] as number] as number;
      frGivenEn[pair] = other > 0 ? left / other : 0;
    }
  }
  beliefs.enGivenFr = enGivenFr;
  beliefs.frGivenEn = frGivenEn;
}

function likely({ starts, en, enGivenFr, frGivenEn }: Beliefs): LexiconPairs {
  const kept: number[] = [];
  const newStarts = new Uint32Array(starts.length);
  for (let fr = 0; fr + 1 < starts.length; fr++) {
    const row: number[] = [];
    for (let pair = starts[fr] as number; pair < (starts[fr + 1] as number); pair++) {
      if ((enGivenFr[pair] as number) > LEAST || (frGivenEn[pair] as number) > LEAST) row.push(pair);
    }
    row.sort((a, b) => (enGivenFr[b] as number) - (enGivenFr[a] as number) || a - b);
    for (const pair of row) kept.push(pair);
    newStarts[fr + 1] = kept.length;
  }
  return {
    starts: newStarts,
    en: Uint32Array.from(kept, (pair) => en[pair] as number),
    enGivenFr: Uint16Array.from(kept, (pair) => Math.round(CERTAIN * (enGivenFr[pair] as number))),
    frGivenEn: Uint16Array.from(kept, (pair) => Math.round(CERTAIN * (frGivenEn[pair] as number))),
  };
}

/** The pairs that are likelier than `least` in either direction. */
function above({ starts, en, enGivenFr, frGivenEn }: Beliefs, least: number): Beliefs {
  const kept = new Uint32Array(en.length);
  const newStarts = new Uint32Array(starts.length);
  let size = 0;
  for (let fr = 0; fr + 1 < starts.length; fr++) {
    for (let pair = starts[fr] as number; pair < (starts[fr + 1] as number); pair++) {
      if ((enGivenFr[pair] as number) > least || (frGivenEn[pair] as number) > least) kept[size++] = pair;
    }
    newStarts[fr + 1] = size;
  }
  return {
    starts: newStarts,
    en: Uint32Array.from(kept.subarray(0, size), (pair) => en[pair] as number),
    enGivenFr: Float32Array.from(kept.subarray(0, size), (pair) => enGivenFr[pair] as number),
    frGivenEn: Float32Array.from(kept.subarray(0, size), (pair) => frGivenEn[pair] as number),
  };
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
