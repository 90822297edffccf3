import type { StemId } from '../index/word-ids.ts';
import { CERTAIN, type LexiconPairs } from './lexicon.ts';

/** A lexicon in the making: the pairs that are weighed, in columns, by their French stem, then their English one. */
export interface Beliefs {
  readonly starts: Uint32Array;
  readonly en: Uint32Array;
  /** Probabilities, 0–1. */
  readonly enGivenFr: Float32Array;
  readonly frGivenEn: Float32Array;
}

/** What each pair is thought of before anything was counted; the same for all. */
const FIRST = 0.05;

/** @param rows the English stems that may translate each French one */
export function beliefsFrom(rows: readonly (readonly StemId[])[]): Beliefs {
  const size = rows.reduce((sum, row) => sum + row.length, 0);
  const starts = new Uint32Array(rows.length + 1);
  const en = new Uint32Array(size);
  for (const [fr, row] of rows.entries()) {
    en.set(
      row.toSorted((a, b) => a - b),
      starts[fr],
    );
    starts[fr + 1] = (starts[fr] as number) + row.length;
  }
  const first = new Float32Array(size).fill(FIRST);
  return { starts, en, enGivenFr: first, frGivenEn: first };
}

/** What is believed after counting. @param discount taken off each count */
export function revised({ starts, en }: Beliefs, counts: Float32Array, discount: number): Beliefs {
  const enTotals = new Float64Array(en.reduce((highest, stem) => Math.max(highest, stem), 0) + 1);
  for (let pair = 0; pair < en.length; pair++) {
    const stem = en[pair] as number;
    enTotals[stem] = (enTotals[stem] as number) + (counts[pair] as number);
  }
  const enGivenFr = new Float32Array(en.length);
  const frGivenEn = new Float32Array(en.length);
  for (let fr = 0; fr + 1 < starts.length; fr++) {
    let frTotal = 0;
    for (let pair = starts[fr] as number; pair < (starts[fr + 1] as number); pair++) frTotal += counts[pair] as number;
    for (let pair = starts[fr] as number; pair < (starts[fr + 1] as number); pair++) {
      const count = Math.max(0, (counts[pair] as number) - discount);
      if (count === 0) continue;
      enGivenFr[pair] = count / frTotal;
      frGivenEn[pair] = count / (enTotals[en[pair] as number] as number);
    }
  }
  return { starts, en, enGivenFr, frGivenEn };
}

/** The pairs that are likelier than `least` in either direction. */
export function likelierThan(least: number, { starts, en, enGivenFr, frGivenEn }: Beliefs): Beliefs {
  const kept = new Uint32Array(en.length);
  const ends = new Uint32Array(starts.length);
  let size = 0;
  for (let fr = 0; fr + 1 < starts.length; fr++) {
    for (let pair = starts[fr] as number; pair < (starts[fr + 1] as number); pair++) {
      if ((enGivenFr[pair] as number) > least || (frGivenEn[pair] as number) > least) kept[size++] = pair;
    }
    ends[fr + 1] = size;
  }
  const left = kept.subarray(0, size);
  return {
    starts: ends,
    en: Uint32Array.from(left, (pair) => en[pair] as number),
    enGivenFr: Float32Array.from(left, (pair) => enGivenFr[pair] as number),
    frGivenEn: Float32Array.from(left, (pair) => frGivenEn[pair] as number),
  };
}

/** What is believed of the French stems of either, none of which is in both. */
export function eitherOf(one: Beliefs, other: Beliefs): Beliefs {
  const size = one.en.length + other.en.length;
  const both = {
    starts: new Uint32Array(one.starts.length),
    en: new Uint32Array(size),
    enGivenFr: new Float32Array(size),
    frGivenEn: new Float32Array(size),
  };
  let end = 0;
  for (let fr = 0; fr + 1 < one.starts.length; fr++) {
    for (const { starts, en, enGivenFr, frGivenEn } of [one, other]) {
      for (let pair = starts[fr] as number; pair < (starts[fr + 1] as number); pair++) {
        both.en[end] = en[pair] as number;
        both.enGivenFr[end] = enGivenFr[pair] as number;
        both.frGivenEn[end++] = frGivenEn[pair] as number;
      }
    }
    both.starts[fr + 1] = end;
  }
  return both;
}

/** The lexicon: the likeliest translations of each French stem first. */
export function pairsOf({ starts, en, enGivenFr, frGivenEn }: Beliefs): LexiconPairs {
  const order = Uint32Array.from(en.keys());
  for (let fr = 0; fr + 1 < starts.length; fr++) {
    order
      .subarray(starts[fr], starts[fr + 1])
      .sort((a, b) => (enGivenFr[b] as number) - (enGivenFr[a] as number) || a - b);
  }
  return {
    starts,
    en: Uint32Array.from(order, (pair) => en[pair] as number),
    enGivenFr: Uint16Array.from(order, (pair) => Math.round(CERTAIN * (enGivenFr[pair] as number))),
    frGivenEn: Uint16Array.from(order, (pair) => Math.round(CERTAIN * (frGivenEn[pair] as number))),
  };
}
