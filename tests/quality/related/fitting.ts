import { AGREEMENTS, type Agreement } from '../../../memory/retrieval/index/agreement.ts';
import type { ConfidenceCurve, OrderWeights } from '../../../memory/retrieval/index/resemblance.ts';
import { orderOf } from '../../../memory/retrieval/index/resemblance.ts';
import { maximum } from './newton.ts';

/** A text that was looked up, and the units that were compared with it. */
export interface ComparedLookup {
  /** How long the text is. */
  readonly words: number;
  readonly units: readonly { readonly agreement: Agreement; readonly isRight: boolean }[];
}

/** Holds the weights back as much as one lookup would. */
const RIDGE = 1;
/** Units of a lookup, best first, that the confidence is fitted on: those that are shown. */
const SHOWN = 5;

/** The weights by which the right unit is the likeliest choice among those compared (McFadden's conditional logit). */
export function fitOrder(lookups: readonly ComparedLookup[]): OrderWeights {
  const chosen = lookups.filter(({ units }) => units.some(({ isRight }) => isRight));
  const scales = AGREEMENTS.map((kind) =>
    deviation(chosen.flatMap(({ units }) => units.map((u) => u.agreement[kind]))),
  );
  const rows = chosen.map(({ units }) =>
    units.map(({ agreement, isRight }) => ({
      values: AGREEMENTS.map((kind, index) => agreement[kind] / (scales[index] ?? 1)),
      isRight,
    })),
  );
  const weights = maximum(AGREEMENTS.length, RIDGE, (add, current) => {
    let likelihood = 0;
    for (const units of rows) {
      const scores = units.map(({ values }) => dot(values, current));
      const highest = Math.max(...scores);
      const odds = scores.map((score) => Math.exp(score - highest));
      const all = odds.reduce((sum, one) => sum + one, 0);
      const mean = AGREEMENTS.map((_, k) =>
        units.reduce((s, { values }, i) => s + ((odds[i] ?? 0) / all) * (values[k] ?? 0), 0),
      );
      for (const [index, { values, isRight }] of units.entries()) {
        const distance = values.map((value, k) => value - (mean[k] ?? 0));
        add(distance, isRight ? 1 : 0, (odds[index] ?? 0) / all);
        if (isRight) likelihood += Math.log((odds[index] ?? 0) / all);
      }
    }
    return likelihood;
  });
  const entries = AGREEMENTS.map((kind, index) => [kind, (weights[index] ?? 0) / (scales[index] ?? 1)] as const);
  return Object.fromEntries(entries) as unknown as OrderWeights;
}

/** The logistic curve through which shown units were right. */
export function fitCurve(lookups: readonly ComparedLookup[], weights: OrderWeights): ConfidenceCurve {
  const rows = lookups.flatMap(({ words, units }) =>
    units
      .map(({ agreement, isRight }) => ({ order: orderOf(agreement, weights), isRight }))
      .sort((a, b) => b.order - a.order)
      .slice(0, SHOWN)
      .map(({ order, isRight }) => ({ values: [1, order, Math.log(Math.max(1, words))], isRight })),
  );
  const [bias = 0, order = 0, words = 0] = maximum(3, 0.01, (add, current) => {
    let likelihood = 0;
    for (const { values, isRight } of rows) {
      const likely = 1 / (1 + Math.exp(-dot(values, current)));
      add(values, Number(isRight) - likely, likely * (1 - likely));
      likelihood += Math.log(Math.max(Number.MIN_VALUE, isRight ? likely : 1 - likely));
    }
    return likelihood;
  });
  return { bias, order, words };
}

function dot(values: readonly number[], weights: readonly number[]): number {
  return values.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0);
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length);
  return Math.max(Math.sqrt(spread), 1e-9);
}
