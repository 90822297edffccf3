import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../src/build/root.ts';
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

describe('an import of a table that is killed', () => {
  it('goes on from where it was, and leaves what one that was not killed does', async () => {
    const first = importing();
    await once(first.stdout, 'data');
    first.kill('SIGKILL');
    await once(first, 'close');
    expect(await said(start('check', '--json'))).toMatchObject({ wrong: [] });

    const again = (await said(importing())) as { added: number; merged: number; documents: number; after: number };
    expect(again.after).toBeGreaterThan(0);
    expect(again.after).toBeLessThan(ROWS);
    expect(again.added + again.merged).toBe(ROWS);
    expect(await said(start('check', '--json'))).toEqual({ units: ROWS, wrong: [] });

    const third = await said(importing());
    expect(third).toMatchObject({ added: 0, merged: ROWS, documents: again.documents });
    expect(third).not.toHaveProperty('after');
  }, 180_000);

  it('begins at the first line where the table is another by then', async () => {
    installation = await installationIn(join(folder, 'other'));
    const first = importing();
    await once(first.stdout, 'data');
    first.kill('SIGKILL');
    await once(first, 'close');
    await writeFile(table, `One more.\tUn de plus.\t0\n${rows(ROWS)}`);
    const again = await said(importing());
    expect(again).not.toHaveProperty('after');
    expect(await said(start('check', '--json'))).toEqual({ units: ROWS + 1, wrong: [] });
  }, 180_000);
});
