import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportedArticle } from '../../../src/services/articles.ts';
import { fixturePath, HARBOUR } from '../../support/fixtures.ts';
import { docx, wordParagraph } from '../../support/office.ts';
import { needsShared, sharedPath } from '../../support/shared.ts';
import type { Shell } from '../../support/terminal.ts';
import { newShell } from '../../support/terminal.ts';

let shell: Shell;
beforeEach(async () => {
  shell = await newShell();
});
afterEach(() => shell.remove());

const FR = fixturePath('articles/harbour.fr.txt');
const EN = fixturePath('articles/harbour.en.txt');

describe('calque import-article', () => {
  it('stores the beads of a pair with what was stated and what was read', async () => {
    const stated = ['--publisher', 'Le Port en ligne', '--date', '2023-02-01', '--url', 'https://example.org/ferry'];
    const { status, out } = await shell.run([
      'import-article',
      '--fr',
      FR,
      '--en',
      EN,
      '--memory',
      'Harbour',
      ...stated,
      '--json',
    ]);
    expect(status).toBe(0);
    const imported = JSON.parse(out) as ImportedArticle;
    expect(imported).toMatchObject({
      added: 26,
      merged: 0,
      unaligned: { fr: [expect.stringContaining('Le quai nord de Port-Lannec')], en: [] },
      provenance: {
        publication: 'Le Port en ligne',
        publishedOn: '2023-02-01',
        url: 'https://example.org/ferry',
        originalLanguage: 'en',
        translator: 'Rédaction du Port',
        credit: 'Traduit de l’anglais (original) par Rédaction du Port.',
      },
    });
  });

  it('finds an article again instead of storing it twice', async () => {
    await shell.run(['import-article', '--fr', FR, '--en', EN]);
    const { out } = await shell.run(['import-article', '--fr', FR, '--en', EN]);
    expect(out).toMatch(/^0 units added to the memory “News”, 26 it held already\.$/m);
  });

  it('tells a person what it did', async () => {
    const { out } = await shell.run(['import-article', '--fr', FR, '--en', EN]);
    expect(out).toMatch(/^26 units added to the memory “News”/);
    expect(out).toContain('1 of 1–2');
    expect(out).toContain('French without a partner: Le quai nord');
  });

  it(
    'gives every sentence of the real article its partner',
    needsShared('articles/mee-2021-11.fr.txt', 'articles/mee-2021-11.en.txt'),
    async () => {
      const [fr, en] = [sharedPath('articles/mee-2021-11.fr.txt'), sharedPath('articles/mee-2021-11.en.txt')];
      const { out } = await shell.run(['import-article', '--fr', fr, '--en', en, '--json']);
      const { beads, unaligned, provenance } = JSON.parse(out) as ImportedArticle;
      expect(unaligned.en).toEqual([]);
      expect(unaligned.fr).toEqual([expect.stringContaining('Diffusion en direct')]);
      expect(beads.filter(({ kind }) => kind !== '1–1')).toMatchObject([
        { kind: '1–2', fr: expect.stringMatching(/^Un porte-parole/), en: expect.stringMatching(/proportionate/) },
      ]);
      expect(beads).toContainEqual(
        expect.objectContaining({
          fr: 'Traduit de l’anglais (original) par VECTranslation.',
          en: 'Translated from English (original) by VECTranslation.',
        }),
      );
      expect(provenance).toMatchObject({
        originalLanguage: 'en',
        translator: 'VECTranslation',
        credit: 'Traduit de l’anglais (original) par VECTranslation.',
      });
    },
  );
});

describe('calque import-article with other files than texts in UTF-8', () => {
  it('reads a page, a Word document and Windows-1252, and says what it decided', async () => {
    const paragraphs = HARBOUR.fr.split('\n').filter((line) => line.trim() !== '');
    const body = paragraphs.map((text) => wordParagraph(text)).join('');
    await writeFile(join(shell.folder, 'a.fr.docx'), docx(body));
    const page = HARBOUR.en.split('\n').map((line) => `<p>${line}</p>`);
    const head =
      '<html lang="en"><meta charset="windows-1252"><link rel="canonical" href="https://www.example.org/en">';
    await writeFile(join(shell.folder, 'a.en.html'), Buffer.from(`${head}${page.join('\n')}`, 'utf8'));
    const { status, out, err } = await shell.run([
      'import-article',
      '--fr',
      'a.fr.docx',
      '--en',
      'a.en.html',
      '--memory',
      'Files',
    ]);
    expect({ status, err }).toEqual({ status: 0, err: expect.stringContaining('says that it is in windows-1252') });
    expect(out).toMatch(/^27 units added/);
    expect(out).toContain('url: https://www.example.org/en');
  });
});

describe('calque import-article with bad input', () => {
  const write = async (name: string, content: string | Uint8Array) => {
    await writeFile(join(shell.folder, name), content);
    return name;
  };

  /** Runs the import; checks that it says one sentence and that no memory came to be. */
  const refused = async (args: readonly string[]) => {
    const { status, out, err } = await shell.run(['import-article', ...args]);
    expect(out).toBe('');
    expect(err).toMatch(/^calque: .+\n/);
    const { out: exported } = await shell.run(['lookup', 'Oui.', '--from', 'fr', '--to', 'en', '--memory', 'News']);
    expect(exported).toBe('');
    return { status, err };
  };

  it.each([
    ['an empty file', '', /empty\.txt is empty/],
    ['a file of spaces', ' \n ', /empty\.txt holds only white space/],
    ['a file of bytes', Uint8Array.of(0x61, 0, 0x62), /empty\.txt is not text/],
    ['a file in another alphabet', Uint8Array.of(0xcf, 0xee, 0xf0, 0xf2), /not in UTF-8/],
    ['a line of five megabytes', 'mot '.repeat(1_250_000), /Line 1 of empty\.txt has 5000000 characters/],
  ])('refuses %s', async (_, content, sentence) => {
    const file = await write('empty.txt', content);
    const { status, err } = await refused(['--fr', file, '--en', EN]);
    expect(status).toBe(1);
    expect(err).toMatch(sentence);
  });

  it('refuses a picture, which is no document', async () => {
    const file = await write('a.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0));
    const { status, err } = await refused(['--fr', file, '--en', EN]);
    expect(status).toBe(2);
    expect(err).toMatch(/a\.txt is a PNG image/);
  });

  it('refuses one language twice', async () => {
    const { err } = await refused(['--fr', FR, '--en', FR]);
    expect(err).toMatch(/French/);
  });

  it('refuses texts that are not translations of each other', async () => {
    const other = await write(
      'other.txt',
      'The council met on Thursday to vote on the library. Nobody spoke against it. Seven members stayed away because of the snow, ' +
        'and the vote was put off until the spring. The building has been empty since the roof gave way. '.repeat(3),
    );
    const { status, err } = await refused(['--fr', FR, '--en', other]);
    expect(status).toBe(1);
    expect(err).toMatch(/translations of each other/);
  });

  it.each([
    ['a side that is missing', ['--fr', FR], 2, /--en is missing/],
    [
      'a file that is not there',
      ['--fr', 'nowhere.txt', '--en', EN],
      1,
      /nowhere\.txt cannot be read: it does not exist/,
    ],
    ['an option that is not there', ['--fr', FR, '--en', EN, '--editor', 'x'], 2, /--editor/],
    [
      'a date that is none',
      ['--fr', FR, '--en', EN, '--date', 'yesterday'],
      2,
      /--date must be written 2021-11-25, 2021-11 or 2021\./,
    ],
    ['an address that is none', ['--fr', FR, '--en', EN, '--url', 'port'], 2, /--url/],
  ])('refuses %s', async (_, args, status, sentence) => {
    const ran = await refused(args);
    expect(ran.status).toBe(status);
    expect(ran.err).toMatch(sentence);
  });

  it('says it as JSON where that is asked', async () => {
    const { err } = await shell.run(['import-article', '--fr', FR, '--json']);
    expect(JSON.parse(err)).toMatchObject({ error: { code: 'usage', where: '--en' } });
  });
});
