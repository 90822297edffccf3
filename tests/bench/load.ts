/**
 * `npm run bench:load -- --data FOLDER [--database URL --servers 2] [--translators 50] [--minutes 10] [--think 3000]`: people who
 * translate side by side, as they do: suggestions, a draft, a confirmation, now and then a second thought. FOLDER is the
 * data folder of a server with a million units, and is written to: a copy. `--minutes 5` is the soak.
 */
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { buildProject } from '../../src/build/build.ts';
import { PROJECT_ROOT } from '../../src/build/root.ts';
import { createClient } from '../../src/contract/client.ts';
import { workTogether } from '../support/newsroom/newsroom.ts';
import { readCorpus } from '../support/prose.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { residentMegabytes } from './resident.ts';
import { round } from './timed.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    database: { type: 'string' },
    servers: { type: 'string', default: '1' },
    translators: { type: 'string', default: '50' },
    minutes: { type: 'string', default: '10' },
    think: { type: 'string', default: '3000' },
  },
});
if (values.data === undefined) throw new Error('Name the data folder of a server with a million units: --data FOLDER');

const ARTICLE = 40;
/** How often the servers’ memory is read, in milliseconds. */
const READING = 5_000;

await buildProject(PROJECT_ROOT);
const options = {
  data: values.data,
  env: { CALQUE_REQUESTS_PER_MINUTE: '0', ...(values.database && { CALQUE_DATABASE: values.database }) },
};
const servers: RunningServer[] = [];
for (let one = 0; one < Number(values.servers); one++) servers.push(await startServer(options));
const sentences = readCorpus('news-dev.tsv').flatMap((row) => row[1] ?? []);

/** How long the first lookup of a server takes, which reads the index, in milliseconds. */
const first: number[] = [];
for (const { url } of servers) {
  const start = performance.now();
  const body = { text: sentences.at(-1) ?? '', sourceLanguage: 'fr', targetLanguage: 'en' } as const;
  await createClient(url)('lookup', { body });
  first.push(round(performance.now() - start));
}

const resident: number[][] = servers.map(() => []);
const read = async () => {
  for (const [one, { pid }] of servers.entries()) resident[one]?.push(await residentMegabytes(pid));
};
const reading = setInterval(() => void read(), READING);
try {
  const report = await workTogether({
    servers: servers.map(({ url }) => url),
    translators: Number(values.translators),
    sentences,
    article: ARTICLE,
    duration: Number(values.minutes) * 60_000,
    think: Number(values.think),
    seed: 1,
  });
  const times = report.lookups.toSorted((a, b) => a - b);
  const at = (share: number) => round(times[Math.floor(times.length * share)] ?? 0);
  const [processor] = cpus();
  console.log(
    `${values.translators} translators, ${values.minutes} min, ${values.servers} server(s); ${cpus().length} × ${processor?.model ?? 'processor'}, load ${loadavg()[0]?.toFixed(1)}`,
  );
  console.table({
    'first lookup of each server, ms': first.join(', '),
    'requests acknowledged': report.acknowledged,
    lookups: times.length,
    'lookup p50, ms': at(0.5),
    'lookup p99, ms': at(0.99),
    errors: report.errors.length,
    'states other than acknowledged': report.contradictions.length,
  });
  for (const [one, megabytes] of resident.entries()) {
    const fifth = Math.ceil(megabytes.length / 5);
    const mean = (some: readonly number[]) => Math.round(some.reduce((sum, mb) => sum + mb, 0) / some.length);
    const parts = Array.from({ length: 5 }, (_, part) => mean(megabytes.slice(part * fifth, (part + 1) * fifth)));
    console.log(`server ${one + 1}: ${parts.join(' → ')} MB resident, the mean of each fifth of the time`);
  }
  for (const line of [...report.errors, ...report.contradictions].slice(0, 20)) console.log(line);
} finally {
  clearInterval(reading);
  for (const server of servers) await server.stop();
}
