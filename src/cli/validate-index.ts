import { CalqueError } from '../../memory/model/errors.ts';
import { contentText } from '../../memory/model/inline.ts';
import { LANGUAGES, otherLanguage } from '../../memory/model/language.ts';
import type { Match } from '../../memory/model/match.ts';
import type { Memory, MemoryId, UnitId } from '../../memory/model/unit.ts';
import { exhaustiveMatches } from '../../memory/retrieval/exhaustive.ts';
import { indexedRetrieval } from '../../memory/retrieval/indexed.ts';
import type { Query } from '../../memory/retrieval/retrieval.ts';
import type { Store } from '../../memory/store/store.ts';
import type { Command } from './command.ts';
import { readArguments, writeLine } from './command.ts';
import { withInstallation } from './installation.ts';
import { type ProgressBar, progressBar } from './progress.ts';

/** A lookup of which the two ways to find matches differ. */
interface Difference {
  readonly text: string;
  readonly minimumRate: number;
  readonly exhaustive: readonly UnitRate[];
  readonly indexed: readonly UnitRate[];
}

/** A unit with its net rate; several stand in their order. */
type UnitRate = readonly [UnitId, number];

/** The lowest rates that are asked for, in turn; an odd number, so that each meets both languages. */
const RATES = [50, 60, 70, 80, 95];

const MATCHES = { matches: true, related: false } as const;

export const validateIndexCommand: Command = {
  summary: 'Looks stored sentences up through the index and by looking at every unit, and prints where matches differ',
  usage: 'validate-index [--sample N] [--json]',
  async run(args, terminal, program) {
    const { values } = readArguments(args, { sample: { type: 'string' }, json: { type: 'boolean' } });
    const sample = Number(values.sample ?? 20);
    if (!Number.isInteger(sample) || sample < 1 || sample > 10_000) {
      throw new CalqueError('usage', '--sample must be a whole number from 1 to 10000.', { where: '--sample' });
    }
    return withInstallation(terminal, program, async ({ store }) => {
      const json = values.json === true;
      const queries = await sampleQueries(store, await store.listMemories(), sample);
      const differences = await compare(store, queries, progressBar(terminal, 'units', json));
      for (const difference of differences) writeLine(terminal.stdout, JSON.stringify(difference));
      const [lookups, different] = [queries.length, differences.length];
      if (json) writeLine(terminal.stdout, JSON.stringify({ lookups, different }));
      else writeLine(terminal.stdout, `${lookups} lookups, ${different} with other matches through the index.`);
      return different === 0 ? 0 : 1;
    });
  },
};

/** Sentences from all over the memories, both languages in turn, each without one of its words, at several rates. */
async function sampleQueries(store: Store, memories: readonly Memory[], sample: number): Promise<readonly Query[]> {
  const ids = memories.map(({ id }) => id);
  const last = await lastUnit(store, ids);
  const step = Math.max(1, last / sample);
  const queries: Query[] = [];
  let afterId = 0;
  for (let at = 0; at < last && queries.length < sample; at += step) {
    const [found] = await store.scanUnits(ids, Math.max(afterId, Math.floor(at)), 1);
    if (found === undefined) break;
    afterId = found.unit.id;
    const sourceLanguage = LANGUAGES[queries.length % LANGUAGES.length] ?? 'fr';
    const words = contentText(found.unit[sourceLanguage].content).split(' ');
    const text = words.filter((_, index) => words.length < 3 || index !== words.length >> 1).join(' ');
    const targetLanguage = otherLanguage(sourceLanguage);
    const minimumRate = RATES[queries.length % RATES.length] ?? 50;
    queries.push({ content: [text], sourceLanguage, targetLanguage, memories, minimumRate, limit: 5 });
  }
  return queries;
}

/** The highest number of a unit, found by halving; 0 where there is none. */
async function lastUnit(store: Store, memories: readonly MemoryId[]): Promise<UnitId> {
  const isAfter = async (id: UnitId) => (await store.scanUnits(memories, id, 1)).length > 0;
  let above = 1;
  while (await isAfter(above)) above *= 2;
  let below = 0;
  while (below < above) {
    const middle = Math.floor((below + above) / 2);
    if (await isAfter(middle)) below = middle + 1;
    else above = middle;
  }
  return below;
}

/** The lookups that differ. */
async function compare(
  store: Store,
  queries: readonly Query[],
  { report, end }: ProgressBar,
): Promise<readonly Difference[]> {
  const total = queries[0]?.memories.reduce((sum, { unitCount }) => sum + unitCount, 0) ?? 0;
  const expected = await exhaustiveMatches(store, queries, (seen) => report(seen, Math.max(seen, total)));
  end();
  const retrieval = indexedRetrieval(store);
  const differences: Difference[] = [];
  for (const [index, query] of queries.entries()) {
    const exhaustive = ratesOf(expected[index] ?? []);
    const indexed = ratesOf((await retrieval.find(query, MATCHES)).matches);
    if (JSON.stringify(exhaustive) === JSON.stringify(indexed)) continue;
    const { content, minimumRate } = query;
    differences.push({ text: contentText(content), minimumRate, exhaustive, indexed });
  }
  return differences;
}

function ratesOf(matches: readonly Match[]): readonly UnitRate[] {
  return matches.map(({ unitId, rate }) => [unitId, rate] as const);
}
