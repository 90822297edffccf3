import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../src/build/root.ts';
import { runSql } from '../support/postgres.ts';
import { installationIn } from '../support/server.ts';

const ROWS = 15_000;

let folder: string;
let table: string;
let installation: Readonly<Record<string, string>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'calque-cut-off-'));
  table = join(folder, 'pairs.tsv');
  await writeFile(table, rows(ROWS));
  installation = await installationIn(join(folder, 'data'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function rows(count: number): string {
  return Array.from({ length: count }, (_, n) => `Ferry ${n} is late.\tLe bac ${n} est en retard.\t${n >> 8}\n`).join(
    '',
  );
}

function start(...args: readonly string[]) {
  const env = { ...process.env, ...installation };
  return spawn(process.execPath, [join(PROJECT_ROOT, 'dist', 'cli.js'), ...args], { env });
}

const importing = () => start('import', table, '--columns', 'en,fr,origin', '--memory', 'Bacs', '--json');

/** What the last line of the output says. */
async function said(child: ReturnType<typeof start>): Promise<unknown> {
  const out = await text(child.stdout);
  return JSON.parse(out.trimEnd().split('\n').at(-1) ?? '');
}

/** Until some of the table is stored. */
async function begun(child: ReturnType<typeof start>): Promise<void> {
  while (child.exitCode === null && !(await isSomeStored())) await setTimeout(5);
}

async function isSomeStored(): Promise<boolean> {
  const { CALQUE_DATABASE: database } = installation;
  if (database !== undefined) {
    const [units] = await runSql(database, 'SELECT 1 FROM units LIMIT 1');
    return units !== undefined;
  }
  // The log of the database is larger than its schema makes it.
  const log = join(folder, 'data', 'calque.db-wal');
  return (await stat(log).catch(() => ({ size: 0 }))).size > 2e6;
}

describe('an import of a table that is killed', () => {
  it('goes on when it is done again, and leaves what one that was not killed does', async () => {
    const first = importing();
    await begun(first);
    first.kill('SIGKILL');
    await once(first, 'close');
    expect(await said(start('check', '--json'))).toMatchObject({ wrong: [] });

    const again = (await said(importing())) as { added: number; merged: number; documents: number };
    expect(again.merged).toBeGreaterThan(0);
    expect(again.added).toBeGreaterThan(0);
    expect(again.added + again.merged).toBe(ROWS);
    expect(await said(start('check', '--json'))).toEqual({ units: ROWS, wrong: [] });
    expect(await said(importing())).toMatchObject({ added: 0, merged: ROWS, documents: again.documents });
  }, 180_000);
});
