import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixturePath } from '../../support/fixtures.ts';
import type { Shell } from '../../support/terminal.ts';
import { newShell } from '../../support/terminal.ts';

let shell: Shell;
beforeAll(async () => {
  shell = await newShell();
});
afterAll(() => shell.remove());

describe('the command line', () => {
  it('lists its commands', async () => {
    for (const args of [[], ['help'], ['--help']]) {
      const { status, out } = await shell.run(args);
      expect(status).toBe(0);
      for (const name of ['serve', 'import-article', 'import', 'export', 'lookup', 'segment'])
        expect(out).toContain(`calque ${name}`);
    }
  });

  it('explains one command', async () => {
    expect((await shell.run(['segment', '--help'])).out).toMatch(/^calque segment FILE --language/);
  });

  it.each(['lokup', '__proto__', 'toString'])('does not know “%s”', async (name) => {
    const { status, err } = await shell.run([name]);
    expect(status).toBe(2);
    expect(err).toContain(`no command “${name}”`);
  });
});

describe('calque segment', () => {
  it('prints the segments of a text, a line or an element each', async () => {
    const text = 'M. Le Gall est arrivé à 9 h 30. Il a dit : « Bonjour. »\n';
    const lines = ['M. Le Gall est arrivé à 9 h 30.', 'Il a dit : « Bonjour. »'];
    expect((await shell.run(['segment', '-', '--language', 'fr'], text)).out).toBe(`${lines.join('\n')}\n`);
    expect(JSON.parse((await shell.run(['segment', '-', '--language', 'fr', '--json'], text)).out)).toEqual(lines);
  });

  it('needs a language', async () => {
    expect(await shell.run(['segment', '-'], 'Oui.')).toMatchObject({ status: 2, out: '' });
  });
});

describe('calque export and import', () => {
  it('give a memory back as it was', async () => {
    const pair = ['--fr', fixturePath('articles/harbour.fr.txt'), '--en', fixturePath('articles/harbour.en.txt')];
    await shell.run(['import-article', ...pair, '--memory', 'Harbour']);
    expect(await shell.run(['export', '--format', 'tmx', '--memory', 'Harbour', '--out', 'harbour.tmx'])).toMatchObject(
      { status: 0, out: '' },
    );
    const imported = await shell.run(['import', 'harbour.tmx', '--memory', 'Copy', '--json']);
    expect(JSON.parse(imported.out)).toMatchObject({ added: 26, merged: 0, documents: 1, refused: [] });
    const [first, second] = await Promise.all(
      ['Harbour', 'Copy'].map((name) => shell.run(['export', '--format', 'tmx', '--memory', name])),
    );
    const body = (tmx = '') =>
      tmx
        .slice(tmx.indexOf('<body>'))
        .replaceAll(/ (tuid|changedate|changeid|creationdate|creationid)="[^"]*"/g, '')
        .replaceAll(/document-\d+/g, '');
    expect(body(second?.out)).toBe(body(first?.out));
  });

  it.each([
    [['export', '--format', 'docx', '--memory', 'Harbour'], 2],
    [['export', '--format', 'tmx'], 2],
    [['export', '--format', 'xliff', '--memory', 'Harbour'], 2],
    [['export', '--format', 'xliff', '--project', '99'], 1],
    [['export', '--format', 'tmx', '--memory', 'Nowhere'], 1],
    [['import', 'nowhere.tmx'], 1],
  ])('%j fails with %i', async (args, status) => {
    const ran = await shell.run(args);
    expect(ran).toMatchObject({ status, out: '' });
    expect(ran.err).toMatch(/^calque: .+\.\n/);
  });
});

describe('calque import', () => {
  it('takes a packed TMX, and export writes it without inline codes on request', async () => {
    const tmx =
      '<tmx version="1.4"><header srclang="fr"/><body><tu><tuv xml:lang="fr"><seg>Un <hi>mot</hi>.</seg></tuv>' +
      '<tuv xml:lang="en"><seg>A <hi>word</hi>.</seg></tuv></tu></body></tmx>';
    await writeFile(join(shell.folder, 'packed.tmx.gz'), gzipSync(tmx));
    const imported = await shell.run(['import', 'packed.tmx.gz', '--memory', 'Packed', '--json']);
    expect(JSON.parse(imported.out)).toMatchObject({ added: 1 });
    const exported = ['export', '--format', 'tmx', '--memory', 'Packed'];
    expect((await shell.run(exported)).out).toContain('<bpt');
    expect((await shell.run([...exported, '--level', '1'])).out).toContain('<seg>Un mot.</seg>');
    expect(await shell.run([...exported, '--level', '3'])).toMatchObject({ status: 2 });
  });
});

describe('a database of a newer version', () => {
  it('is left alone by every command that would open it, and named with its folder', async () => {
    const other = await newShell();
    const pair = ['--fr', fixturePath('articles/harbour.fr.txt'), '--en', fixturePath('articles/harbour.en.txt')];
    await other.run(['import-article', ...pair]);
    const file = join(other.folder, 'data', 'calque.db');
    const database = new Database(file);
    database.pragma('user_version = 9999');
    database.close();
    const before = await readFile(file);
    for (const args of [
      ['import-article', ...pair],
      ['lookup', 'Oui.', '--from', 'fr', '--to', 'en'],
      ['export', '--format', 'tmx', '--memory', 'News'],
    ]) {
      const { status, out, err } = await other.run(args);
      expect({ status, out }).toEqual({ status: 1, out: '' });
      expect(err).toMatch(/^calque: .*newer version of Calque.*\.\n$/);
      expect(err).toContain(file);
    }
    const { err } = await other.run(['lookup', 'Oui.', '--from', 'fr', '--to', 'en', '--json']);
    expect(JSON.parse(err)).toMatchObject({ error: { code: 'newer-database', where: file } });
    expect(await readFile(file)).toEqual(before);
    await other.remove();
  });
});
