import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { DOUBTFUL, TAUGHT } from '../../support/doubtful.ts';
import { fixturePath, HARBOUR } from '../../support/fixtures.ts';
import { needsShared, sharedPath } from '../../support/shared.ts';
import type { Shell } from '../../support/terminal.ts';
import { newShell } from '../../support/terminal.ts';

let shell: Shell;
beforeAll(async () => {
  shell = await newShell();
});
afterAll(() => shell.remove());

const PAIR = [fixturePath('articles/harbour.fr.txt'), fixturePath('articles/harbour.en.txt')];

describe('calque align', () => {
  it('writes the beads of two articles as TMX that can be imported', async () => {
    const { status, out } = await shell.run(['align', ...PAIR, '--out', 'harbour.tmx']);
    expect(status).toBe(0);
    expect(out).toMatch(/^29 units written to harbour\.tmx\.\nfr without a partner: Le quai nord/);
    const tmx = await readFile(join(shell.folder, 'harbour.tmx'), 'utf8');
    expect(tmx).toContain('Traduit de l’anglais (original) par Rédaction du Port.');
    const imported = await shell.run(['import', 'harbour.tmx', '--json']);
    expect(JSON.parse(imported.out)).toMatchObject({ added: 29, documents: 1, refused: [] });
  });

  it('prints links between sentences a line', async () => {
    for (const [language, text] of Object.entries({ fr: HARBOUR.fr, en: HARBOUR.en })) {
      const { out } = await shell.run(['segment', '-', '--language', language], text);
      await writeFile(join(shell.folder, `${language}.sent`), out.replaceAll('\n', ' \r\n'));
    }
    const { out } = await shell.run(['align', 'fr.sent', 'en.sent', '--sentences', '--links']);
    const links = out.trim().split('\n');
    expect(links.slice(0, 3)).toEqual(['[0]:[0]', '[1]:[1]', '[2]:[2]']);
    expect(links).toContain('[9, 10]:[8]');
    expect(links).toContain('[13]:[11, 12]');
  });

  it('knows the words that the memories have taught, and makes no installation to ask', async () => {
    const own = await newShell();
    onTestFinished(() => own.remove());
    for (const language of ['fr', 'en'] as const) await writeFile(join(own.folder, language), DOUBTFUL[language]);
    const links = async () => (await own.run(['align', 'fr', 'en', '--sentences', '--links'])).out.split('\n');
    const alone = await links();
    expect(alone).toContain('[2]:[2]');
    expect((await readdir(own.folder)).toSorted()).toEqual(['en', 'fr']);

    const table = ['fr\ten', ...TAUGHT.map((pair) => pair.join('\t'))].join('\n');
    await writeFile(join(own.folder, 'taught.tsv'), table);
    expect(await own.run(['import', 'taught.tsv'])).toMatchObject({ status: 0 });
    expect(await links()).toEqual(alone);
    expect(await own.run(['train'])).toMatchObject({ status: 0 });
    expect(await links()).toContain('[3]:[2]');

    expect(await own.run(['align', 'fr', 'en', '--out', 'a.tmx'])).toMatchObject({
      status: 0,
      out: expect.stringContaining(`fr without a partner: ${DOUBTFUL.alone}`),
    });
  });

  it('prints them in the form of published alignments', needsShared('corpora/alignment/student-fren'), async () => {
    const folder = sharedPath('corpora/alignment/student-fren/andrault');
    const { out } = await shell.run(['align', `${folder}/fr.sent`, `${folder}/en.sent`, '--sentences', '--links']);
    const gold = await readFile(`${folder}/gold.links`, 'utf8');
    expect(out.split('\n').slice(0, 3)).toEqual(gold.split('\n').slice(0, 3));
  });

  it('puts swapped sides right, and says so', async () => {
    const ran = await shell.run(['align', ...PAIR.toReversed(), '--out', 'swapped.tmx']);
    expect(ran).toMatchObject({
      status: 0,
      out: expect.stringContaining('29 units written'),
      err: expect.stringMatching(/changed places/),
    });
  });

  it.each([
    ['one file', [PAIR[0] ?? '', '--out', 'x.tmx'], 2, /English file/],
    ['three files', [...PAIR, 'third', '--out', 'x.tmx'], 2, /“third” is one too many/],
    ['no place to write to', PAIR, 2, /--out is missing/],
    ['links without sentences', [...PAIR, '--links'], 2, /--sentences and --links together/],
    ['a folder that is not there', [...PAIR, '--out', 'no/where.tmx'], 1, /no\/where\.tmx cannot be written to/],
  ])('refuses %s', async (_, args, status, sentence) => {
    const ran = await shell.run(['align', ...args]);
    expect(ran).toMatchObject({ status, out: '' });
    expect(ran.err).toMatch(sentence);
  });
});
