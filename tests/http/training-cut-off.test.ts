import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { PROJECT_ROOT } from '../../src/build/root.ts';
import { type ServedApi, serveApi } from '../support/api.ts';
import { letTimeGoBy } from '../support/leases.ts';

let folder: string;
let data: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'calque-training-'));
  data = join(folder, 'data');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function start(...args: readonly string[]) {
  const env = { ...process.env, CALQUE_DATA: data };
  return spawn(process.execPath, [join(PROJECT_ROOT, 'dist', 'cli.js'), ...args], { env });
}

/** What the last line of the output says. */
async function said(child: ReturnType<typeof start>): Promise<unknown> {
  const out = await text(child.stdout);
  return JSON.parse(out.trimEnd().split('\n').at(-1) ?? '');
}

const SYLLABLES = ['ba', 'ce', 'di', 'fo', 'gu', 'la', 'me', 'ni', 'po', 'ru'];
/** The word of a number under 1,000; each language has its own ending. */
const word = (number: number) => [100, 10, 1].map((part) => SYLLABLES[Math.floor(number / part) % 10]).join('');

/** Pairs of sentences of ten words, each word always translated alike; enough for training to take a moment. */
async function importPairs(from: number, to: number): Promise<void> {
  const rows = Array.from({ length: to - from }, (_, at) => {
    const pair = from + at;
    const numbers = Array.from(
      { length: 10 },
      (_, place) => (pair * 7919 + Math.floor(pair / 1000) * place * 37 + place * place * 104_729) % 1000,
    );
    const side = (ending: string) => numbers.map((number) => `${word(number)}${ending}`).join(' ');
    return `${side('x')}\t${side('z')}\n`;
  });
  const table = join(folder, 'pairs.tsv');
  await writeFile(table, rows.join(''));
  await said(start('import', table, '--columns', 'en,fr', '--memory', 'Mots', '--json'));
}

/** The lexicons as they lie in the database, and what it says of itself. */
function lexicons(): unknown {
  const database = new Database(join(data, 'calque.db'), { readonly: true });
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    return database.prepare('SELECT version, learnt_at, units, pairs FROM lexicons ORDER BY version').all();
  } finally {
    database.close();
  }
}

describe('the learning of a lexicon that is killed', () => {
  it('leaves the one before in use on the command line, with nothing half, and is done by the next', async () => {
    await importPairs(0, 4000);
    expect(await said(start('train', '--json'))).toMatchObject({ units: 4000 });
    const before = lexicons();

    const training = start('train', '--json');
    await once(training.stdout, 'data');
    training.kill('SIGKILL');
    await once(training, 'close');
    expect(training.signalCode).toBe('SIGKILL');
    expect(lexicons()).toEqual(before);
    expect(await said(start('check', '--json'))).toMatchObject({ wrong: [] });

    expect(await said(start('train', '--json'))).toMatchObject({ units: 4000 });
    expect(lexicons()).not.toEqual(before);
  }, 120_000);

  it('is begun by the server when the memories have grown, and taken up again after the server was killed', async () => {
    await importPairs(4000, 5500);
    const before = lexicons();
    const first = await serveApi({ data });
    onTestFinished(() => first.stop('SIGKILL'));
    const training = async (api: ServedApi, is: (state: string, done: number) => boolean) => {
      for (;;) {
        const { items } = await api.call('listJobs', { query: { limit: 100 } });
        expect(items.filter(({ kind }) => kind === 'train').length).toBeLessThanOrEqual(1);
        const job = items.find(({ kind }) => kind === 'train');
        if (job !== undefined && is(job.state, job.done)) return job;
        await delay(5);
      }
    };
    const begun = await training(first, (state, done) => state === 'running' && done > 0);
    await first.stop('SIGKILL');
    expect(lexicons()).toEqual(before);

    await letTimeGoBy(data);
    const second = await serveApi({ data });
    onTestFinished(() => second.stop());
    const done = await training(second, (state) => state === 'done' || state === 'failed');
    expect(done).toMatchObject({ id: begun.id, state: 'done', result: { units: 5500 } });
    await second.stop();
    expect(lexicons()).not.toEqual(before);
  }, 120_000);
});
