import { readFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Memory } from '../../memory/model/unit.ts';
import type { Retrieval } from '../../memory/retrieval/retrieval.ts';
import { buildProject } from '../../src/build/build.ts';
import { PROJECT_ROOT } from '../../src/build/root.ts';
import { openForServing } from '../../src/threads/open.ts';
import { runSql } from '../support/postgres.ts';
import { readCorpus } from '../support/prose.ts';
import { measureImport, measureTraining } from './importing.ts';
import { every } from './lookups.ts';
import { makePlaces } from './place.ts';
import { round } from './timed.ts';

/**
 * Holds units in three databases against the same units in one, on the same processors: lookups a second of a server whose
 * threads have as many to do as they can take, and what each costs the program and each database.
 * `npm run bench:shards -- [--units N] [--sample N]`
 */
const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { units: text, sample: text } });
const units = Number(values.units ?? 100_000);
const sample = Number(values.sample ?? 1_000);

/** Lookups that wait at the same time. */
const AT_ONCE = 8;
/** Parts of a second that Linux counts processor time in. */
const TICKS = 100;
const WARM = 200;

const TIERS = {
  'matches ≥ 70': { minimumRate: 70, tiers: { matches: true, related: false } },
  'all tiers': { minimumRate: 50, tiers: { matches: true, related: true, fragments: true } },
} as const;

await buildProject(PROJECT_ROOT);
const figures: Record<string, object> = {};
for (const shards of [1, 3]) {
  const { whole, reaches, remove } = await makePlaces('postgres', shards);
  try {
    const [imported] = await measureImport(whole, units, reaches);
    figures[`${shards}: import, units a second`] = { reached: imported?.reached };
    await measureTraining(whole);
    const { store, retrieval } = await openForServing(whole.databases);
    const memories = await store.listMemories();
    const texts = every(readCorpus('news-dev.tsv'), sample).flatMap((row) => row[1] ?? []);
    const urls = whole.databases.shards?.urls ?? [];
    for (const [what, asked] of Object.entries(TIERS)) {
      await lookUpAll(retrieval, memories, texts.slice(0, WARM), asked);
      const before = await spent(urls);
      const begun = performance.now();
      await lookUpAll(retrieval, memories, texts, asked);
      const seconds = (performance.now() - begun) / 1000;
      const after = await spent(urls);
      const each = (total: number) => round((total * 1000) / texts.length);
      figures[`${shards}: ${what}`] = {
        'a second': round(texts.length / seconds),
        'program, ms of processor': each(after.program - before.program),
        'each database, ms of processor': each((sum(after.databases) - sum(before.databases)) / shards),
      };
    }
    await store.close();
  } finally {
    await remove();
  }
}
const [processor] = cpus();
console.log(`${units} units; ${cpus().length} × ${processor?.model ?? 'processor'}, load ${loadavg()[0]?.toFixed(1)}`);
console.table(figures);

async function lookUpAll(
  retrieval: Retrieval,
  memories: readonly Memory[],
  texts: readonly string[],
  { minimumRate, tiers }: (typeof TIERS)[keyof typeof TIERS],
): Promise<void> {
  const waiting = [...texts];
  const lookUp = async (): Promise<void> => {
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      await retrieval.find(
        {
          ...{ content: [one], sourceLanguage: 'fr', targetLanguage: 'en' },
          ...{ memories, minimumRate, limit: 5 },
        },
        tiers,
      );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lookUp));
}

interface Spent {
  /** Seconds of processor time, of this program and of each database. */
  readonly program: number;
  readonly databases: readonly number[];
}

async function spent(urls: readonly string[]): Promise<Spent> {
  const { user, system } = process.cpuUsage();
  const databases: number[] = [];
  for (const url of urls) {
    const pids = await runSql<{ pid: number }>(
      url,
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'calque'`,
    );
    databases.push(sum(await Promise.all(pids.map(({ pid }) => processorOf(pid)))));
  }
  return { program: (user + system) / 1e6, databases };
}

/** Seconds that a process has taken; known on Linux alone. */
async function processorOf(pid: number): Promise<number> {
  const times = await readFile(`/proc/${pid}/stat`, 'utf8');
  const [user = 0, system = 0] = times
    .slice(times.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return (user + system) / TICKS;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
