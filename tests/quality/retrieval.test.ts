import { describe, expect, it, onTestFinished } from 'vitest';
import type { Memory, UnitId } from '../../memory/model/unit.ts';
import { LEAST_CONFIDENCE } from '../../memory/retrieval/index/resemblance.ts';
import { indexedRetrieval } from '../../memory/retrieval/indexed.ts';
import type { Retrieval } from '../../memory/retrieval/retrieval.ts';
import { openSqliteStore } from '../../memory/store/sqlite/open.ts';

import { addRelated, loadProse, readCorpus } from '../support/prose.ts';
import { needsShared } from '../support/shared.ts';

/** Other units in the memory; `CALQUE_QUALITY_UNITS=1082898` takes all there are, as the README's figures do. */
const OTHERS = Number(process.env['CALQUE_QUALITY_UNITS'] ?? 100_000);
const EVERY_NEWS = 3;

/** Just under what was reached with 100,000 other units, in per cent; `falselyShown` just above. */
const REACHED = {
  alone: { first: 95, five: 97.5 },
  inOrder: { first: 98.5, five: 99.5 },
  shown: 89.5,
  falselyShown: 3,
} as const;

interface Beside {
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
}

describe('related sentences through the index', () => {
  const needs = needsShared('corpora/prose.tsv.gz', 'corpora/related-dev.tsv', 'corpora/news-dev.tsv');
  const sentences = needs.skip ? [] : readCorpus('related-dev.tsv').map((row) => row[2] ?? '');
  let memory: Memory;
  let units: readonly UnitId[];
  let retrieval: Retrieval;

  async function find(text: string, { previous, next }: Beside = {}) {
    const { matches, related } = await retrieval.find(
      {
        content: [text],
        sourceLanguage: 'fr',
        targetLanguage: 'en',
        memories: [memory],
        minimumRate: 70,
        minimumConfidence: 0,
        limit: 5,
        ...(previous !== undefined && { previous: [previous] }),
        ...(next !== undefined && { next: [next] }),
      },
      { matches: true, related: true },
    );
    const sure = related.filter(({ confidence }) => confidence >= LEAST_CONFIDENCE);
    return {
      all: [...matches, ...related].map(({ unitId }) => unitId),
      shown: [...matches, ...sure].map(({ unitId }) => unitId),
    };
  }

  async function ranks(beside: (index: number) => Beside) {
    const found = { first: 0, five: 0, shown: 0 };
    for (const [index, text] of sentences.entries()) {
      const unit = units[index] ?? 0;
      const { all, shown } = await find(text, beside(index));
      found.first += Number(all[0] === unit);
      found.five += Number(all.slice(0, 5).includes(unit));
      found.shown += Number(shown.includes(unit));
    }
    const percent = (count: number) => Math.round((1000 * count) / sentences.length) / 10;
    return { first: percent(found.first), five: percent(found.five), shown: percent(found.shown) };
  }

  it('are found among many others', needs, async () => {
    const store = await openSqliteStore(':memory:');
    onTestFinished(() => store.close());
    memory = await loadProse(store, OTHERS);
    units = await addRelated(store, memory);
    retrieval = indexedRetrieval(store);

    const alone = await ranks(() => ({}));
    const inOrder = await ranks((index) => ({ previous: sentences[index - 1], next: sentences[index + 1] }));
    const news = readCorpus('news-dev.tsv').flatMap((row, index) => (index % EVERY_NEWS === 0 ? [row[1] ?? ''] : []));
    let shown = 0;
    for (const text of news) shown += Number((await find(text)).shown.length > 0);
    const falselyShown = Math.round((1000 * shown) / news.length) / 10;
    console.table({ alone, 'in order': inOrder, 'news without counterpart': { shown: falselyShown } });

    expect(alone.first).toBeGreaterThanOrEqual(REACHED.alone.first);
    expect(alone.five).toBeGreaterThanOrEqual(REACHED.alone.five);
    expect(inOrder.first).toBeGreaterThanOrEqual(REACHED.inOrder.first);
    expect(inOrder.five).toBeGreaterThanOrEqual(REACHED.inOrder.five);
    expect(alone.shown).toBeGreaterThanOrEqual(REACHED.shown);
    expect(falselyShown).toBeLessThanOrEqual(REACHED.falselyShown);
  });
});
