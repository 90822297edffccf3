import { confidenceIn, LEAST_CONFIDENCE, orderOf } from '../../../memory/retrieval/index/resemblance.ts';
import { type ComparedLookup, fitCurve, fitOrder } from './fitting.ts';
import type { Shown } from './reliability.ts';

/** Units of a lookup that are shown at most. */
const LIMIT = 5;

/**
 * What weights find that were fitted on one half of the sentences and tried on the other, both ways round. The halves
 * are the first and the second of each list, so no article is in both but one.
 * @param related sentences with a counterpart
 * @param news sentences without
 */
export function heldOut(related: readonly ComparedLookup[], news: readonly ComparedLookup[]) {
  const found = { first: 0, five: 0, shown: 0 };
  const shown: Shown[] = [];
  for (const half of [0, 1]) {
    const weights = fitOrder(halfOf(related, 1 - half));
    const curve = fitCurve([...halfOf(related, 1 - half), ...halfOf(news, 1 - half)], weights);
    for (const { words, units } of [...halfOf(related, half), ...halfOf(news, half)]) {
      const best = units
        .map(({ agreement, isRight }) => ({ isRight, order: orderOf(agreement, weights) }))
        .sort((a, b) => b.order - a.order)
        .slice(0, LIMIT)
        .map(({ isRight, order }) => ({ isRight, confidence: confidenceIn(order, words, curve) }));
      const sure = best.filter(({ confidence }) => confidence >= LEAST_CONFIDENCE);
      shown.push(...sure);
      found.first += Number(best[0]?.isRight === true);
      found.five += Number(best.some(({ isRight }) => isRight));
      found.shown += Number(sure.some(({ isRight }) => isRight));
    }
  }
  const percent = (count: number) => Math.round((1000 * count) / Math.max(1, related.length)) / 10;
  return { ranks: { first: percent(found.first), five: percent(found.five), shown: percent(found.shown) }, shown };
}

function halfOf<T>(items: readonly T[], half: number): readonly T[] {
  const middle = Math.ceil(items.length / 2);
  return half === 0 ? items.slice(0, middle) : items.slice(middle);
}
