import { statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixturePath } from '../../support/fixtures.ts';
import type { Shell } from '../../support/terminal.ts';
import { newShell } from '../../support/terminal.ts';

let shell: Shell;
let file: string;
beforeAll(async () => {
  shell = await newShell();
  file = join(shell.folder, 'data', 'calque.db');
  const pair = ['--fr', fixturePath('articles/harbour.fr.txt'), '--en', fixturePath('articles/harbour.en.txt')];
  await shell.run(['import-article', ...pair, '--memory', 'Harbour']);
});
afterAll(() => shell.remove());

/** What a rebuilding of the index leaves that is cut off while it removes the words of the one before. */
function leaveWords(count: number): void {
  const database = new Database(file);
  const add = database.prepare(
    `INSERT INTO index_words (numbering, language, form, id) SELECT numbering - 1, 'fr', ?, 0 FROM index_state`,
  );
  database.transaction(() => {
    for (let word = 0; word < count; word++) add.run(`${word} ${'x'.repeat(100)}`);
  })();
  database.close();
}

it('removes what earlier indexes have left, which check names, and gives the room back', async () => {
  leaveWords(10_000);
  const named = await shell.run(['check']);
  expect(named).toMatchObject({ status: 0, out: expect.stringContaining('Of an earlier index 10000 rows are left') });
  const { size } = statSync(file);
  const { status, out } = await shell.run(['compact', '--json']);
  expect(status).toBe(0);
  expect(JSON.parse(out)).toEqual({ before: expect.any(Number), after: statSync(file).size });
  expect(statSync(file).size).toBeLessThan(size - 1_000_000);
  expect((await shell.run(['check', '--json'])).out).not.toContain('left');
  expect(
    (await shell.run(['lookup', 'Une voiture coûtera 129 € l’aller.', '--from', 'fr', '--to', 'en'])).out,
  ).toContain('A car will cost €129 each way.');
});

it('leaves a database alone that something else has open', async () => {
  const other = new Database(file);
  try {
    other.prepare('SELECT count(*) FROM units').get();
    const { status, err } = await shell.run(['compact']);
    expect(status).toBe(1);
    expect(err).toContain('calque.db is in use. Stop the server, then compact.');
  } finally {
    other.close();
  }
});
