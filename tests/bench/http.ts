/**
 * `npm run bench:http -- --data FOLDER`: how many requests a second the server answers over loopback, and what that costs.
 * FOLDER is the data folder of a server with a million units; it is read, and is best a copy.
 */
import { cpus, loadavg } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { buildProject } from '../../src/build/build.ts';
import { PROJECT_ROOT } from '../../src/build/root.ts';
import { readCorpus } from '../support/prose.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { holdUps, WATCHED } from './event-loop.ts';
import { every } from './lookups.ts';
import { residentMegabytes } from './resident.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    seconds: { type: 'string', default: '60' },
    connections: { type: 'string', default: '32' },
  },
});
if (values.data === undefined) throw new Error('Name the data folder of a server with a million units: --data FOLDER');
const seconds = Number(values.seconds);
const connections = Number(values.connections);

/** The first seconds of a server are not measured, nor its first requests, during which its code is compiled. */
const SETTLED = 2_500;
const WARMING_SECONDS = 5;
const STREAMS = 200;
const TEXTS = 1_000;

interface Row {
  readonly 'requests a second': number;
  readonly p50: number;
  readonly p99: number;
  readonly errors: number;
  /** Before, and after each third of the time. */
  readonly 'MB resident': string;
}

await buildProject(PROJECT_ROOT);
const texts = every(readCorpus('news-dev.tsv'), TEXTS).flatMap((row) => row[1] ?? []);
const server = await startServer({
  data: values.data,
  env: { ...WATCHED, CALQUE_REQUESTS_PER_MINUTE: '0' },
});
const rows: Record<string, Row> = {};
let streams = 0;
try {
  await setTimeout(SETTLED);
  rows['POST /api/v1/lookup, matches'] = await measured(server, lookups(texts));
  rows['GET /tmserver'] = await measured(server, tmserver(texts));
  streams = await idleStreams(server);
} finally {
  await server.stop();
}
const [processor] = cpus();
console.log(
  `${connections} connections, ${seconds} s; ${cpus().length} × ${processor?.model ?? 'processor'}, load ${loadavg()[0]?.toFixed(1)}`,
);
console.table(rows);
console.log(`${STREAMS} idle event streams: ${streams} MB; the longest hold-ups of the event loop, in milliseconds:`);
console.table(holdUps(server.errors()));

function lookups(given: readonly string[]): autocannon.Request[] {
  return given.map((text) => ({
    method: 'POST',
    path: '/api/v1/lookup',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text, sourceLanguage: 'fr', targetLanguage: 'en', tiers: ['matches'] }),
  }));
}

function tmserver(given: readonly string[]): autocannon.Request[] {
  return given.map((text) => ({ method: 'GET', path: `/tmserver/fr/en/unit/${encodeURIComponent(text)}` }));
}

async function measured({ url, pid }: RunningServer, requests: autocannon.Request[]): Promise<Row> {
  await autocannon({ url, connections, requests, duration: WARMING_SECONDS });
  const resident = [await residentMegabytes(pid)];
  const reading = setInterval(async () => void resident.push(await residentMegabytes(pid)), (seconds * 1_000) / 3);
  const run = await autocannon({ url, connections, requests, duration: seconds });
  clearInterval(reading);
  const { requests: answered, latency, errors, timeouts, non2xx } = run;
  return {
    'requests a second': Math.round(answered.average),
    p50: latency.p50,
    p99: latency.p99,
    errors: errors + timeouts + non2xx,
    'MB resident': [...resident.slice(0, 3), await residentMegabytes(pid)].join(' → '),
  };
}

/** What {@link STREAMS} open streams of events cost, in MB. */
async function idleStreams({ url, pid }: RunningServer): Promise<number> {
  const before = await residentMegabytes(pid);
  const controller = new AbortController();
  const open = Array.from({ length: STREAMS }, () => fetch(`${url}/api/v1/events`, { signal: controller.signal }));
  await Promise.all(open);
  await setTimeout(SETTLED);
  const after = await residentMegabytes(pid);
  controller.abort();
  return after - before;
}
