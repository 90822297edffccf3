import { expect, it, onTestFinished } from 'vitest';
import { profileOf } from '../../memory/match/profile.ts';
import { byRank } from '../../memory/match/ranking.ts';
import { grossRate } from '../../memory/match/rate.ts';
import { LANGUAGES, otherLanguage } from '../../memory/model/language.ts';
import type { Memory, UnitInContext } from '../../memory/model/unit.ts';
import { Best } from '../../memory/retrieval/best.ts';
import { indexedRetrieval } from '../../memory/retrieval/indexed.ts';
import { type ScoredUnit, scoreUnit } from '../../memory/retrieval/matching.ts';
import { candidateOf, prepareQuery } from '../../memory/retrieval/prepared.ts';
import type { Query } from '../../memory/retrieval/retrieval.ts';
import { openSqliteStore } from '../../memory/store/sqlite/open.ts';
import type { Store } from '../../memory/store/store.ts';
import { loadProse, readCorpus } from '../support/prose.ts';
import { needsShared } from '../support/shared.ts';

/** Units in the memory, and texts looked up in each language: all of both would take days. */
const UNITS = Number(process.env['CALQUE_QUALITY_UNITS'] ?? 50_000);
const TEXTS = Number(process.env['CALQUE_QUALITY_TEXTS'] ?? 40);
const LOWEST = 50;
const RATES = Array.from({ length: 51 }, (_, index) => LOWEST + index);

/** A text with, for each lowest rate, the best that looking at every unit gives. */
function reference(base: Omit<Query, 'minimumRate'>) {
  const atRate = RATES.map((minimumRate) => {
    const query = { ...base, minimumRate };
    return { query, prepared: prepareQuery(query), best: new Best<ScoredUnit>(base.limit, byRank(base.memories)) };
  });
  return {
    atRate,
    see(found: UnitInContext, stored: ReturnType<typeof profileOf>): void {
      const [lowest] = atRate;
      const candidate = lowest && candidateOf(lowest.prepared, found);
      if (lowest === undefined || candidate === undefined) return;
      const textRate = grossRate(lowest.prepared.profile, stored, LOWEST);
      if (textRate < LOWEST) return;
      for (const { query, prepared, best } of atRate) {
        const scored = query.minimumRate <= textRate ? scoreUnit(prepared, candidate, stored) : undefined;
        if (scored !== undefined) best.add(scored);
      }
    },
  };
}

function referencesIn(memory: Memory) {
  const rows = readCorpus('fuzzy-dev.tsv');
  const chosen = rows.filter((_, index) => index % Math.max(1, Math.floor(rows.length / TEXTS)) === 0);
  return LANGUAGES.map((sourceLanguage) => ({
    sourceLanguage,
    references: chosen.map((row) =>
      reference({
        content: [row[sourceLanguage === 'fr' ? 1 : 0] ?? ''],
        ...{ sourceLanguage, targetLanguage: otherLanguage(sourceLanguage), memories: [memory], limit: 5 },
      }),
    ),
  }));
}

async function* unitsOf(store: Store, memory: Memory): AsyncGenerator<UnitInContext> {
  for (let after = 0; ; ) {
    const batch = await store.scanUnits([memory.id], after, 1_000);
    yield* batch;
    const last = batch.at(-1);
    if (last === undefined) return;
    after = last.unit.id;
  }
}

it(
  'finds the five best that looking at every unit finds, at every lowest rate',
  needsShared('corpora/prose.tsv.gz', 'corpora/fuzzy-dev.tsv'),
  async () => {
    const store = await openSqliteStore(':memory:');
    onTestFinished(() => store.close());
    const memory = await loadProse(store, UNITS);
    const sides = referencesIn(memory);
    for await (const found of unitsOf(store, memory)) {
      for (const { sourceLanguage, references } of sides) {
        const stored = profileOf(found.unit[sourceLanguage].content, sourceLanguage);
        for (const one of references) one.see(found, stored);
      }
    }
    const retrieval = indexedRetrieval(store);
    const figures = { units: memory.unitCount, lookups: 0, matches: 0 };
    for (const { query, best } of sides.flatMap(({ references }) => references.flatMap(({ atRate }) => atRate))) {
      const { matches } = await retrieval.find(query, { matches: true, related: false });
      const expected = best.inOrder().map(({ unitId, rate, kind }) => ({ unitId, rate, kind }));
      expect(matches.map(({ unitId, rate, kind }) => ({ unitId, rate, kind }))).toEqual(expected);
      figures.lookups++;
      figures.matches += matches.length;
    }
    console.table(figures);
    expect(figures.matches).toBeGreaterThan(0);
  },
);
