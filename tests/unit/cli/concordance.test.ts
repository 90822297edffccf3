import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixturePath } from '../../support/fixtures.ts';
import type { Shell } from '../../support/terminal.ts';
import { newShell } from '../../support/terminal.ts';

let shell: Shell;
beforeAll(async () => {
  shell = await newShell();
  const pair = ['--fr', fixturePath('articles/harbour.fr.txt'), '--en', fixturePath('articles/harbour.en.txt')];
  await shell.run(['import-article', ...pair, '--memory', 'Harbour', '--publisher', 'Le Port en ligne']);
});
afterAll(() => shell.remove());

describe('calque concordance', () => {
  it('shows both sides with what was found, and where it comes from', async () => {
    const { status, out } = await shell.run(['concordance', 'noise study', '--language', 'en', '--mode', 'phrase']);
    expect(status).toBe(0);
    expect(out).toContain('1 found');
    expect(out).toContain('a *noise study*;');
    expect(out).toMatch(/unit \d+ · Harbour · Le Port en ligne · translated by Rédaction du Port/);
  });

  it('gives pages and JSON', async () => {
    const { out } = await shell.run(['concordance', 'quai', '--limit', '1']);
    const cursor = /More with --cursor (\S+)/.exec(out)?.[1] ?? '';
    const next = await shell.run(['concordance', 'quai', '--limit', '1', '--cursor', cursor, '--json']);
    expect(JSON.parse(next.out)).toMatchObject({ items: [{ memory: { name: 'Harbour' } }], total: { exact: true } });
  });

  it('writes a table', async () => {
    const { out } = await shell.run(['concordance', 'ferry', '--csv', '--published-to', '2030', '--memory', 'Harbour']);
    expect(out.split('\r\n')[0]).toMatch(/^unit,french,english,/);
  });

  it.each([
    ['no text', [], 2, /TEXT is missing/],
    ['no words', ['…'], 1, /no word to search for/],
    ['an unknown mode', ['quai', '--mode', 'fuzzy'], 2, /--mode must be one of words, phrase, near/],
    ['a date that is none', ['quai', '--published-from', 'May'], 2, /--published-from must be written 2021-11-25/],
    ['a cursor of a table', ['quai', '--csv', '--cursor', '1.1'], 2, /--cursor is not taken with --csv/],
    ['two forms', ['quai', '--csv', '--json'], 2, /--json or --csv, not both/],
    ['an unknown memory', ['quai', '--memory', 'Nowhere'], 1, /no memory “Nowhere”/],
  ])('says what is wrong with %s', async (_, args, status, message) => {
    const ran = await shell.run(['concordance', ...args]);
    expect(ran.status).toBe(status);
    expect(ran.err).toMatch(message);
  });
});
