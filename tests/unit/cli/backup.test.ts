import { linkSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { copyFile, open, readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../../memory/store/sqlite/open.ts';
import { restoreDatabase } from '../../../memory/store/sqlite/restoring.ts';
import { fixturePath } from '../../support/fixtures.ts';
import type { Shell } from '../../support/terminal.ts';
import { newShell } from '../../support/terminal.ts';

let shell: Shell;
let database: string;
beforeEach(async () => {
  shell = await newShell();
  database = join(shell.folder, 'data', 'calque.db');
  const pair = ['--fr', fixturePath('articles/harbour.fr.txt'), '--en', fixturePath('articles/harbour.en.txt')];
  await shell.run(['import-article', ...pair, '--memory', 'Harbour']);
});
afterEach(() => shell.remove());

const export_ = async (): Promise<string> =>
  (await shell.run(['export', '--format', 'tsv', '--memory', 'Harbour'])).out;

describe('calque backup and restore', () => {
  it('bring back what was there, and keep what stood in its place', async () => {
    const before = await export_();
    expect(await shell.run(['backup', 'kept.db'])).toEqual({
      status: 0,
      out: 'The database was written to kept.db; it is whole.\n',
      err: '',
    });
    await writeFile(join(shell.folder, 'more.tsv'), 'fr\ten\nUne ligne de plus.\tOne line more.\n');
    expect((await shell.run(['import', 'more.tsv', '--memory', 'Harbour'])).status).toBe(0);
    const after = await export_();
    expect(after).not.toBe(before);

    const restored = await shell.run(['restore', 'kept.db']);
    expect(restored.out).toMatch(
      /^The database is that of kept\.db\.\nThe one before it is kept beside it, as calque\.db\.before-\S+\.\n$/,
    );
    expect(await export_()).toBe(before);
    expect((await shell.run(['check'])).status).toBe(0);
    const former = readdirSync(join(shell.folder, 'data')).find((name) => /before-\w+$/.test(name)) ?? '';
    await shell.run(['restore', join('data', former)]);
    expect(await export_()).toBe(after);
  });

  it('keep each database that stood there, those of one second too', async () => {
    await shell.run(['backup', 'kept.db']);
    const restore = () => restoreDatabase(join(shell.folder, 'kept.db'), database, Date.UTC(2026, 0, 2)).former;
    expect([restore(), restore(), restore()]).toEqual(
      ['', '-2', '-3'].map((end) => `${database}.before-20260102T000000Z${end}`),
    );
  });

  it('work where there is no database yet', async () => {
    const before = await export_();
    await shell.run(['backup', 'deep/er/kept.db']);
    const elsewhere = await newShell();
    await copyFile(join(shell.folder, 'deep/er/kept.db'), join(elsewhere.folder, 'kept.db'));
    expect((await elsewhere.run(['restore', 'kept.db'])).out).toBe('The database is that of kept.db.\n');
    expect((await elsewhere.run(['export', '--format', 'tsv', '--memory', 'Harbour'])).out).toBe(before);
    await elsewhere.remove();
  });

  it('copies what is in the log of an open database, and restores nothing under its feet', async () => {
    const store = await openSqliteStore(database);
    await shell.run(['backup', 'kept.db']);
    const refused = await shell.run(['restore', 'kept.db']);
    expect(refused.err).toContain('The database calque.db is in use. Stop the server, then restore.');
    expect(refused.status).toBe(1);
    expect(await store.listMemories()).toHaveLength(1);
    await store.close();
  });

  it.each([
    ['text.db', 'Not a database, but a text that is long enough to look like a file.', 'is not a database'],
    ['empty.db', '', 'no database of Calque'],
  ])('refuses %s and changes nothing', async (name, content, says) => {
    await writeFile(join(shell.folder, name), content);
    const present = await readFile(database);
    const { status, err } = await shell.run(['restore', name]);
    expect(status).toBe(1);
    expect(err).toContain(says);
    expect((await readFile(database)).equals(present)).toBe(true);
  });

  it('writes no backup over the database itself, whichever name it is given', async () => {
    await symlink(join(shell.folder, 'data'), join(shell.folder, 'same'));
    linkSync(database, join(shell.folder, 'linked.db'));
    const present = await readFile(database);
    for (const name of ['data/calque.db', 'same/calque.db', 'linked.db']) {
      const { status, err } = await shell.run(['backup', name]);
      expect(status).toBe(2);
      expect(err).toContain('A backup cannot take the place of the database itself.');
    }
    expect((await readFile(database)).equals(present)).toBe(true);
  });

  it('replaces an earlier backup, and nothing else', async () => {
    await shell.run(['backup', 'kept.db']);
    expect((await shell.run(['backup', 'kept.db'])).status).toBe(0);
    await writeFile(join(shell.folder, 'notes.txt'), 'What is to be done.');
    mkdirSync(join(shell.folder, 'folder'));
    expect(await shell.run(['backup', 'notes.txt'])).toMatchObject({
      status: 1,
      err: expect.stringContaining('is there already, and is no database of Calque'),
    });
    expect(await shell.run(['backup', 'folder'])).toMatchObject({
      status: 2,
      err: expect.stringContaining('folder is a folder. Name a file in it.'),
    });
    expect(await shell.run(['backup', 'notes.txt/kept.db'])).toMatchObject({
      status: 1,
      err: 'calque: notes.txt/kept.db cannot be written to: a file stands in its place.\n',
    });
    expect(await readFile(join(shell.folder, 'notes.txt'), 'utf8')).toBe('What is to be done.');
    const other = await openSqliteStore(join(shell.folder, 'other.db'));
    expect((await shell.run(['backup', 'other.db'])).err).toContain('other.db is the name of a database that is open');
    await other.close();
  });

  it('keeps the log of a database that was taken away out of the restored one', async () => {
    const before = await export_();
    await shell.run(['backup', 'kept.db']);
    const store = await openSqliteStore(database);
    await store.setSetting('keys', { preset: 'memoq' });
    const log = await readFile(`${database}-wal`);
    await store.close();
    renameSync(database, join(shell.folder, 'taken.db'));
    await writeFile(`${database}-wal`, log);
    expect((await shell.run(['restore', 'kept.db'])).status).toBe(0);
    expect((await shell.run(['check'])).status).toBe(0);
    expect(await export_()).toBe(before);
    const aside = readdirSync(join(shell.folder, 'data')).find((name) => /before-\w+-wal$/.test(name)) ?? '';
    expect((await readFile(join(shell.folder, 'data', aside))).equals(log)).toBe(true);
  });

  it('says that there is no such file', async () => {
    expect((await shell.run(['restore', 'nothing.db'])).err).toContain('nothing.db: The database cannot be read');
    expect((await shell.run(['restore'])).status).toBe(2);
  });

  it('finds a page that was damaged, and takes no backup of it for whole', async () => {
    await shell.run(['backup', 'kept.db']);
    const page = await damage(join(shell.folder, 'kept.db'));
    const { status, err } = await shell.run(['restore', 'kept.db']);
    expect(status).toBe(1);
    expect(err).toContain('is damaged');
    await shell.run(['backup', 'plain.db']);
    await copyFile(join(shell.folder, 'kept.db'), database);
    const checked = await shell.run(['check']);
    expect(checked.status).toBe(1);
    expect(checked.out).toContain(`The database is damaged: table “units”, page ${page}: `);
    expect(checked.out).not.toMatch(/\*|Tree/);
    await truncate(database, 20 * 4096);
    expect((await shell.run(['check'])).out).toMatch(
      /^The database is damaged: the file is cut off: of its \d+ pages, 20 are there\.$/m,
    );
    expect((await shell.run(['stats'])).err).toMatch(
      /The database calque\.db is cut off: of its \d+ pages, 20 are there; restore it/,
    );
    await shell.run(['restore', 'plain.db']);
    expect((await shell.run(['check'])).status).toBe(0);
  });
});

describe('calque stats and migrate', () => {
  it('count what there is', async () => {
    const { out } = await shell.run(['stats']);
    expect(out).toMatch(/^\d+\tunits in the memory “Harbour”\nNo lexicon was learnt yet/);
    const counted = JSON.parse((await shell.run(['stats', '--json'])).out);
    expect(counted.memories).toEqual([{ name: 'Harbour', units: counted.units }]);
  });

  it('say which schema the database has', async () => {
    const { from, to } = JSON.parse((await shell.run(['migrate', '--json'])).out);
    expect(from).toBe(to);
    expect((await shell.run(['migrate'])).out).toBe(`The database has the schema of this version, ${to}.\n`);
  });
});

/** Overwrites the first page of the units. @returns its number */
async function damage(path: string): Promise<number> {
  const database = new Database(path, { readonly: true });
  const page =
    database.prepare<[], number>("SELECT rootpage FROM sqlite_schema WHERE name = 'units'").pluck().get() ?? 0;
  database.close();
  const file = await open(path, 'r+');
  await file.write(Buffer.alloc(4096, 0xff), 0, 4096, (page - 1) * 4096);
  await file.close();
  return page;
}
