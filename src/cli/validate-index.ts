import { CalqueError } from '../../memory/model/errors.ts';
import { contentText } from '../../memory/model/inline.ts';
import { LANGUAGES, otherLanguage } from '../../memory/model/language.ts';
import type { Memory } from '../../memory/model/unit.ts';
import { exhaustiveRetrieval } from '../../memory/retrieval/exhaustive.ts';
import { indexedRetrieval } from '../../memory/retrieval/indexed.ts';
import type { Query } from '../../memory/retrieval/retrieval.ts';
import type { Store } from '../../memory/store/store.ts';
import type { Command } from './command.ts';
import { readArguments, writeLine } from './command.ts';
import { withInstallation } from './installation.ts';

/** A lookup of which the two ways to find matches differ. */
interface Difference {
  readonly text: string;
  /** Units with their net rates, in order. */
  readonly exhaustive: readonly (readonly [number, number])[];
  readonly indexed: readonly (readonly [number, number])[];
}

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
      let lookups = 0;
      let different = 0;
      for await (const query of sampleQueries(store, await store.listMemories(), sample)) {
        lookups++;
        const difference = await compare(store, query);
        if (difference === undefined) continue;
        different++;
        writeLine(terminal.stdout, JSON.stringify(difference));
      }
      if (values.json) writeLine(terminal.stdout, JSON.stringify({ lookups, different }));
      else writeLine(terminal.stdout, `${lookups} lookups, ${different} with other matches through the index.`);
      return different === 0 ? 0 : 1;
    });
  },
};

/** Sentences from all over the memories, both languages in turn, each without one of its words. */
async function* sampleQueries(store: Store, memories: readonly Memory[], sample: number): AsyncGenerator<Query> {
  const units = memories.reduce((sum, memory) => sum + memory.unitCount, 0);
  const step = Math.max(1, Math.floor(units / sample));
  const ids = memories.map(({ id }) => id);
  let seen = 0;
  let afterId = 0;
  for (;;) {
    const batch = await store.scanUnits(ids, afterId, 1000);
    for (const { unit } of batch) {
      afterId = unit.id;
      if (seen++ % step !== 0 || seen > step * sample) continue;
      const sourceLanguage = LANGUAGES[(seen / step) & 1] ?? 'fr';
      const words = contentText(unit[sourceLanguage].content).split(' ');
      const text = words.filter((_, index) => words.length < 3 || index !== words.length >> 1).join(' ');
      const targetLanguage = otherLanguage(sourceLanguage);
      yield { content: [text], sourceLanguage, targetLanguage, memories, minimumRate: 50, limit: 5 };
    }
    if (batch.length === 0 || seen > step * sample) return;
  }
}

async function compare(store: Store, query: Query): Promise<Difference | undefined> {
  const [exhaustive, indexed] = await Promise.all(
    [exhaustiveRetrieval(store), indexedRetrieval(store)].map(async (retrieval) => {
      const { matches } = await retrieval.find(query, MATCHES);
      return matches.map(({ unitId, rate }) => [unitId, rate] as const);
    }),
  );
  if (exhaustive === undefined || indexed === undefined) return undefined;
  if (JSON.stringify(exhaustive) === JSON.stringify(indexed)) return undefined;
  return { text: contentText(query.content), exhaustive, indexed };
}
