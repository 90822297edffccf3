import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { PROJECT_ROOT } from '../../../src/build/root.ts';
import { createClient } from '../../../src/contract/client.ts';
import { seeded } from '../seeded.ts';
import { hireTranslator, refusalOf } from './translator.ts';

export interface StaffOptions {
  /** The data folder, as an absolute path. */
  readonly data: string;
  readonly env: Readonly<Record<string, string>>;
  /** Where the server is now. */
  readonly server: () => string;
  readonly seed: number;
  /** Lines of the table that is imported meanwhile, again and again. */
  readonly rows: number;
  /** The program that imports is killed after so long at most, in milliseconds; never when absent. */
  readonly longestImport?: number;
}

export interface StaffReport {
  readonly acknowledged: number;
  /** Requests that failed otherwise than they may while the server or its database is away. */
  readonly errors: readonly string[];
  /** The codes of the errors that the translators and the program that imports were answered meanwhile, and how often each. */
  readonly refusals: Readonly<Record<string, number>>;
  /** What is there and was never acknowledged, or the other way round. */
  readonly contradictions: readonly string[];
  /** How often the import was begun; and what it said at last. */
  readonly imports: number;
  readonly imported: { readonly added: number; readonly merged: number };
  /** Units in the memory that was imported into, as the server sees it: also those that were replaced and imported anew. */
  readonly archived: number;
  /** What the program that imports said where it could not go on, each line once. */
  readonly complaints: readonly string[];
  /** Replacements that were asked for across a memory. */
  readonly replacements: number;
  /** Jobs that failed, by the code of the error, and how often. */
  readonly failedJobs: Readonly<Record<string, number>>;
  /** What `calque check` says. */
  readonly check: unknown;
}

/** Translators who confirm, a program that imports, and an editor who replaces, all at once. */
export interface Staff {
  /** Requests of the translators that the server has acknowledged so far. */
  acknowledged(): number;
  /** Waits until somebody was refused with one of these errors once more. @returns whether one was, before patience ended */
  refusedBy(codes: readonly string[]): Promise<boolean>;
  /** Waits until the translators were acknowledged so many requests more. @returns whether they were, before patience ended */
  acknowledgedMore(count: number): Promise<boolean>;
  /** Has everybody stop; afterwards nobody writes but what jobs are still to be done. */
  stop(): Promise<void>;
  /** Waits for the jobs, imports once more, and holds what is there against what was acknowledged. */
  report(): Promise<StaffReport>;
}

const TRANSLATORS = 3;
const SENTENCES = 12;
const THINK = 30;
const BETWEEN_REPLACEMENTS = 400;
/** Each begins a program anew, which takes a second of the processor. */
const BETWEEN_IMPORTS = 1_000;
/** How long something may take to be acknowledged, or refused, in milliseconds. */
const PATIENCE = 60_000;
/** Jobs of a server that was killed are taken over after this at most, in milliseconds, and then done. */
const JOBS_DONE = 90_000;

/** Has them begin. */
export async function hireStaff({ data, env, server, seed, rows, longestImport }: StaffOptions): Promise<Staff> {
  const random = seeded(seed + TRANSLATORS);
  const call = () => createClient(server());
  const stopping = new AbortController();

  const translators = await Promise.all(
    Array.from({ length: TRANSLATORS }, (_, one) =>
      hireTranslator({
        name: `Desk ${one}`,
        server,
        sentences: Array.from({ length: SENTENCES }, (__, n) => `Le bac ${one * SENTENCES + n} est parti à l’heure.`),
        think: THINK,
        seed: seed + one,
      }),
    ),
  );
  const table = join(data, '..', 'pairs.tsv');
  await writeFile(table, tableOf(rows));
  const archive = await call()('createMemory', { body: { name: 'Archive' } });
  const importing = () =>
    runCommand(['import', table, '--columns', 'en,fr,origin', '--memory', archive.name, '--json'], data, env);

  let imports = 0;
  const complaints: string[] = [];
  async function keepImporting(): Promise<void> {
    while (!stopping.signal.aborted) {
      imports++;
      const run = importing();
      const killed = longestImport && setTimeout(random(longestImport)).then(() => run.child.kill('SIGKILL'));
      const { said } = await run.ended;
      if (said !== '') complaints.push(said.trimEnd());
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
        if (refusalOf(error) === undefined) throw error;
      }
    }
  }

  const work = [...translators.map((one) => one.work(stopping.signal)), keepImporting(), keepReplacing()];
  /** @returns whether it came to be before patience ended */
  const until = async (isSo: () => boolean): Promise<boolean> => {
    for (const deadline = Date.now() + PATIENCE; !isSo(); await setTimeout(5)) {
      if (Date.now() >= deadline) return false;
    }
    return true;
  };
  const acknowledged = () => translators.reduce((sum, { seen }) => sum + seen.acknowledged, 0);
  const refusals = (): Record<string, number> => {
    const counts: Record<string, number> = {};
    const count = (code: string, times: number) => {
      counts[code] = (counts[code] ?? 0) + times;
    };
    for (const { seen } of translators) for (const [code, times] of seen.refusals) count(code, times);
    for (const complaint of complaints) count(/"code":"([^"]+)"/.exec(complaint)?.[1] ?? complaint, 1);
    return counts;
  };

  return {
    acknowledged,
    refusedBy(codes) {
      const refused = () => codes.reduce((sum, code) => sum + (refusals()[code] ?? 0), 0);
      const before = refused();
      return until(() => refused() > before);
    },
    acknowledgedMore(count) {
      const before = acknowledged();
      return until(() => acknowledged() >= before + count);
    },
    async stop() {
      stopping.abort();
      await Promise.all(work);
    },
    async report() {
      const failedJobs = await jobsDone(call());
      const { out } = await importing().ended;
      const imported = JSON.parse(out.trimEnd().split('\n').at(-1) ?? '');
      const { unitCount: archived } = await call()('getMemory', { params: { id: archive.id } });
      const contradictions = (await Promise.all(translators.map((one) => one.contradictions()))).flat();
      const check = JSON.parse((await runCommand(['check', '--json'], data, env).ended).out);
      return {
        acknowledged: acknowledged(),
        errors: translators.flatMap(({ seen }) => seen.errors),
        refusals: refusals(),
        contradictions,
        imports,
        imported,
        archived,
        complaints: [...new Set(complaints)],
        replacements,
        failedJobs,
        check,
      };
    },
  };
}

function tableOf(rows: number): string {
  return Array.from({ length: rows }, (_, n) => `Train ${n} is late.\tLe train ${n} est en retard.\t${n >> 8}\n`).join(
    '',
  );
}

function runCommand(args: readonly string[], data: string, env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [join(PROJECT_ROOT, 'dist', 'cli.js'), ...args], {
    env: { ...process.env, CALQUE_DATA: data, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]).then(([out, said]) => ({
    out,
    said,
  }));
  return { child, ended };
}

/** Waits until no job is left to do. @returns the codes of those that failed, with how often each did */
async function jobsDone(call: ReturnType<typeof createClient>): Promise<Readonly<Record<string, number>>> {
  const deadline = Date.now() + JOBS_DONE;
  while (Date.now() < deadline) {
    const { items } = await call('listJobs', { query: { limit: 1_000 } });
    if (items.every(({ state }) => state !== 'queued' && state !== 'running')) {
      const codes: Record<string, number> = {};
      for (const { state, error } of items) {
        if (state !== 'done') codes[error?.code ?? state] = (codes[error?.code ?? state] ?? 0) + 1;
      }
      return codes;
    }
    await setTimeout(250);
  }
  throw new Error('Jobs are still to be done.');
}
