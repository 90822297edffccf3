import type { Side } from './vocabulary.ts';

/** How the lengths of translations go together, in characters without white space. */
export interface LengthModel {
  /** English characters for one of French. */
  readonly ratio: number;
  /** Variance of the English length for one character of French. */
  readonly variance: number;
  /** Mean and deviation of the logarithm of an English sentence's length, whatever it translates. */
  readonly logMean: number;
  readonly logDeviation: number;
}

/** French runs about a tenth longer than English; the variance is that of Gale and Church. */
const USUAL = { ratio: 0.92, variance: 6.8 };
/** A translation whose length follows no rule: one in so many. */
const STRAY = 0.03;

export function usualLengths(en: Side): LengthModel {
  const logs = Array.from(en.lengths, (length) => Math.log(Math.max(1, length)));
  const logMean = logs.reduce((sum, log) => sum + log, 0) / Math.max(1, logs.length);
  const squares = logs.reduce((sum, log) => sum + (log - logMean) ** 2, 0) / Math.max(1, logs.length);
  return { ...USUAL, logMean, logDeviation: Math.max(0.3, Math.sqrt(squares)) };
}

/**
 * Log of how much likelier the English length is as a translation of so much French than on its own, after
 * Gale and Church 1993 (“A Program for Aligning Sentences in Bilingual Corpora”): the English length is normal around
 * `ratio · fr` with a variance proportional to the French length. On its own it is log-normal, as sentence lengths are.
 */
export function lengthEvidence(model: LengthModel, frLength: number, enLength: number, enSentences: number): number {
  const mean = model.ratio * Math.max(1, frLength);
  const length = Math.max(1, enLength);
  const together = normal(length, mean, (model.variance * (mean + length)) / 2 + 4);
  const deviation = model.logDeviation / Math.sqrt(enSentences);
  const alone = normal(Math.log(length), model.logMean + Math.log(enSentences), deviation * deviation) / length;
  return Math.log(STRAY + (1 - STRAY) * Math.min(together / Math.max(alone, 1e-300), 1e3));
}

function normal(x: number, mean: number, variance: number): number {
  const distance = x - mean;
  return Math.exp((-distance * distance) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
}
