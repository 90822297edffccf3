import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../../memory/store/sqlite/open.ts';
import type { Shell } from '../../support/terminal.ts';
import { newShell } from '../../support/terminal.ts';

let shell: Shell;
beforeEach(async () => {
  shell = await newShell();
});
afterEach(() => shell.remove());

const TABLE = [
  'The trial opens on Monday.\tLe procès s’ouvre lundi.\tproces',
  'Three reporters are charged.\tTrois journalistes sont accusés.\tproces',
  'not a pair',
  'The harbour is closed.\tLe port est fermé.\tport',
].join('\n');

async function tableFile(name: string, bytes: string | Uint8Array): Promise<string> {
  const path = join(shell.folder, name);
  await writeFile(path, bytes);
  return path;
}

describe('calque import of a table', () => {
  it('stores its pairs, a document for each origin, and names the lines that are none', async () => {
    const file = await tableFile('pairs.tsv', TABLE);
    const { status, out } = await shell.run(['import', file, '--columns', 'en,fr,origin', '--memory', 'Prose']);
    expect(status).toBe(0);
    expect(out).toContain('3 units added to the memory “Prose”, 0 it held already.');
    expect(out).toContain('pairs.tsv:3: not taken: Its French side is empty.');
    const again = await shell.run(['import', file, '--columns', 'en,fr,origin', '--memory', 'Prose']);
    expect(again.out).toContain('0 units added to the memory “Prose”, 3 it held already.');
  });

  it('reads a gzipped one, which lookups then find, and the index agrees', async () => {
    const file = await tableFile('pairs.tsv.gz', gzipSync(TABLE));
    await shell.run(['import', file, '--columns', 'en,fr,-']);
    const found = await shell.run(['lookup', 'Le procès s’ouvre mardi.', '--from', 'fr', '--to', 'en', '--json']);
    expect(JSON.parse(found.out).matches[0]).toMatchObject({ target: ['The trial opens on Monday.'] });
    expect((await shell.run(['check', '--json'])).out).toBe('{"units":3,"wrong":[]}\n');
    expect((await shell.run(['validate-index', '--sample', '3'])).out).toContain('3 lookups, 0 with other matches');
    expect((await shell.run(['reindex'])).out).toContain('3 units are in the index.');
  });

  it('is told how far a rebuilding of the index had come that was cut off, and ends it', async () => {
    const file = await tableFile('pairs.tsv', TABLE);
    await shell.run(['import', file, '--columns', 'en,fr,-']);
    const store = await openSqliteStore(join(shell.folder, 'data', 'calque.db'), { portion: 1 });
    const report = (done: number) => {
      if (done === 2) throw new Error('cut off');
    };
    await expect(store.reindex(report)).rejects.toThrow('cut off');
    await store.close();
    const { status, out } = await shell.run(['check']);
    expect(status).toBe(0);
    expect(out).toContain('has come to 2 of 3 units; `calque reindex` goes on');
    expect(out).toContain('The index and the 3 units agree.');
    expect((await shell.run(['check', '--json'])).out).toBe('{"units":3,"wrong":[],"rebuilt":2}\n');
    expect((await shell.run(['reindex'])).out).toContain('3 units are in the index.');
    expect((await shell.run(['check', '--json'])).out).toBe('{"units":3,"wrong":[]}\n');
  });

  it('has the index compared with all units, and every lookup printed that differs', async () => {
    const file = await tableFile('pairs.tsv', TABLE);
    await shell.run(['import', file, '--columns', 'en,fr,-']);
    const { status, out } = await shell.run(['validate-index', '--json']);
    expect(status).toBe(0);
    expect(out.trimEnd().split('\n').at(-1)).toBe('{"lookups":3,"different":0}');
    expect(out).toContain('{"progress":{"done":3,"total":3}}');

    const database = new Database(join(shell.folder, 'data', 'calque.db'));
    database.exec('DELETE FROM index_tail WHERE unit_id = 1');
    database.close();
    const broken = await shell.run(['validate-index', '--json']);
    expect(broken.status).toBe(1);
    const lines = broken.out.trimEnd().split('\n').slice(-2);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { text: expect.any(String), minimumRate: 50, exhaustive: [[1, expect.any(Number)]], indexed: [] },
      { lookups: 3, different: 1 },
    ]);
  });

  it.each([
    ['no columns', 'pairs.tsv', TABLE, [], 2, 'does not say which column is French and which English'],
    ['a wrong column', 'pairs.tsv', TABLE, ['--columns', 'en,de'], 2, '“de” is not fr, en, origin, note or -'],
    ['Latin-1', 'pairs.tsv', Uint8Array.of(0x61, 0x09, 0xe9, 0x0a), ['--columns', 'en,fr'], 1, 'is not in UTF-8'],
    ['a broken archive', 'pairs.tsv.gz', 'no archive', ['--columns', 'en,fr'], 1, 'is not packed, as its name says'],
  ])('says what is wrong: %s', async (_, name, bytes, options, status, message) => {
    const file = await tableFile(name, bytes);
    const refused = await shell.run(['import', file, ...options]);
    expect(refused.status).toBe(status);
    expect(refused.err).toContain(message);
  });

  it('says that a file is not there', async () => {
    const refused = await shell.run(['import', join(shell.folder, 'none.tsv'), '--columns', 'en,fr']);
    expect(refused).toMatchObject({ status: 1 });
    expect(refused.err).toContain('does not exist');
  });
});
