import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { PROJECT_ROOT } from '../../../src/build/root.ts';
import { createClient } from '../../../src/contract/client.ts';
import { seeded } from '../seeded.ts';
import { startServer } from '../server.ts';
import { hireTranslator, isAway } from './translator.ts';

export interface KillingOptions {
  /** The data folder, as an absolute path; nothing else is at it. */
  readonly data: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Makes the jobs of killed servers free at once, which are waited for otherwise. */
  readonly freeJobs?: () => Promise<void>;
  readonly kills: number;
  readonly seed: number;
  /** Lines of the table that is imported meanwhile, by a program that is killed too. */
  readonly rows: number;
}

export interface KillingReport {
  readonly acknowledged: number;
  /** Requests that failed otherwise than by the server being away. */
  readonly errors: readonly string[];
  /** What is there and was never acknowledged, or the other way round. */
  readonly contradictions: readonly string[];
  /** How often the import was begun; and what it said at last. */
  readonly imports: number;
  readonly imported: { readonly added: number; readonly merged: number };
  /** Replacements that were asked for across a memory. */
  readonly replacements: number;
  /** Jobs that ended otherwise than done, or given up after the servers that ran them were killed. */
  readonly failedJobs: readonly string[];
  /** What `calque check` says. */
  readonly check: unknown;
}

const TRANSLATORS = 3;
const SENTENCES = 12;
const THINK = 30;
/** Before the server is killed it has acknowledged so many requests more at most, for this long at most, in milliseconds. */
const MOST_ACKNOWLEDGED = 12;
const MOST_PATIENCE = 20_000;
/** And then goes on for this long at most: the kill is to fall into the midst of something. */
const MOST_DELAY = 100;
/** The program that imports is killed after so long at most. */
const LONGEST_IMPORT = 3_000;
const BETWEEN_REPLACEMENTS = 400;
const BETWEEN_IMPORTS = 500;
/** Jobs of a server that was killed are taken over after this at most, in milliseconds, and then done. */
const JOBS_DONE = 90_000;

/**
 * Has translators confirm, a program import and an editor replace, while the server and the program are killed at
 * random moments; then asks what is left.
 */
export async function killAtRandom({
  data,
  env = {},
  freeJobs,
  kills,
  seed,
  rows,
}: KillingOptions): Promise<KillingReport> {
  const random = seeded(seed);
  let server = await startServer({ data, env });
  const stopping = new AbortController();
  const call = () => createClient(server.url);

  const translators = await Promise.all(
    Array.from({ length: TRANSLATORS }, (_, one) =>
      hireTranslator({
        name: `Desk ${one}`,
        server: () => server.url,
        sentences: Array.from({ length: SENTENCES }, (__, n) => `Le bac ${one * SENTENCES + n} est parti à l’heure.`),
        think: THINK,
        seed: seed + one,
      }),
    ),
  );
  const table = join(data, 'pairs.tsv');
  await writeFile(table, tableOf(rows));
  const archive = await call()('createMemory', { body: { name: 'Archive' } });
  const importing = () =>
    runCommand(['import', table, '--columns', 'en,fr,origin', '--memory', archive.name, '--json'], data, env);

  let imports = 0;
  async function keepImporting(): Promise<void> {
    while (!stopping.signal.aborted) {
      imports++;
      const run = importing();
      const killed = setTimeout(random(LONGEST_IMPORT)).then(() => run.child.kill('SIGKILL'));
      await run.ended;
      await killed;
      await setTimeout(BETWEEN_IMPORTS);
    }
  }

  let replacements = 0;
  /** The next is asked for when the one before is done: the work does not pile up however long it takes. */
  async function keepReplacing(): Promise<void> {
    let last: number | undefined;
    while (!stopping.signal.aborted) {
      await setTimeout(BETWEEN_REPLACEMENTS);
      const [find, replacement] = replacements % 2 === 0 ? ['late', 'delayed'] : ['delayed', 'late'];
      const body = { find, replacement, side: 'en' as const };
      try {
        const before = last === undefined ? undefined : await call()('getJob', { params: { id: last } });
        if (before?.state === 'queued' || before?.state === 'running') continue;
        last = (await call()('replaceInMemory', { params: { id: archive.id }, body })).id;
        replacements++;
      } catch (error) {
        if (!isAway(error)) throw error;
      }
    }
  }

  const acknowledged = () => translators.reduce((sum, { seen }) => sum + seen.acknowledged, 0);

  async function acknowledgedMore(count: number): Promise<void> {
    const [before, deadline] = [acknowledged(), Date.now() + MOST_PATIENCE];
    while (acknowledged() <= before + count && Date.now() < deadline) await setTimeout(5);
  }

  const work = [...translators.map((one) => one.work(stopping.signal)), keepImporting(), keepReplacing()];
  for (let killed = 0; killed < kills; killed++) {
    await acknowledgedMore(random(MOST_ACKNOWLEDGED));
    await setTimeout(random(MOST_DELAY));
    await server.stop('SIGKILL');
    server = await startServer({ data, env });
  }
  stopping.abort();
  await Promise.all(work);

  try {
    await freeJobs?.();
    const failedJobs = await jobsDone(call());
    const last = importing();
    const imported = JSON.parse((await last.ended).trimEnd().split('\n').at(-1) ?? '');
    const contradictions = (await Promise.all(translators.map((one) => one.contradictions()))).flat();
    const check = JSON.parse(await runCommand(['check', '--json'], data, env).ended);
    return {
      acknowledged: acknowledged(),
      errors: translators.flatMap(({ seen }) => seen.errors),
      contradictions,
      imports,
      imported,
      replacements,
      failedJobs,
      check,
    };
  } finally {
    await server.stop();
  }
}

function tableOf(rows: number): string {
  return Array.from({ length: rows }, (_, n) => `Train ${n} is late.\tLe train ${n} est en retard.\t${n >> 8}\n`).join(
    '',
  );
}

function runCommand(args: readonly string[], data: string, env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [join(PROJECT_ROOT, 'dist', 'cli.js'), ...args], {
    env: { ...process.env, CALQUE_DATA: data, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = Promise.all([text(child.stdout), once(child, 'close')]).then(([out]) => out);
  return { child, ended };
}

/** Waits until no job is left to do. @returns those that ended otherwise than done or given up */
async function jobsDone(call: ReturnType<typeof createClient>): Promise<readonly string[]> {
  const deadline = Date.now() + JOBS_DONE;
  while (Date.now() < deadline) {
    const { items } = await call('listJobs', { query: { limit: 1_000 } });
    if (items.every(({ state }) => state !== 'queued' && state !== 'running')) {
      return items
        .filter(({ state, error }) => state !== 'done' && error?.code !== 'job-crashed')
        .map(({ id, state, error }) => `${id} ${state}: ${error?.message}`);
    }
    await setTimeout(250);
  }
  throw new Error('Jobs are still to be done.');
}
