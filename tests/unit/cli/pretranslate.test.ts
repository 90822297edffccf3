import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Shell } from '../../support/terminal.ts';
import { newShell } from '../../support/terminal.ts';
import { openXliff } from '../../support/xliff.ts';

let shell: Shell;
beforeEach(async () => {
  shell = await newShell();
});
afterEach(() => shell.remove());

const PAIRS = [
  'The trial opens on Monday in the old harbour court.\tLe procès s’ouvre lundi dans l’ancien tribunal du port.',
  'Three reporters are charged with theft.\tTrois journalistes sont accusés de vol.',
].join('\n');

const unit = (id: string, text: string, more = '') =>
  `<trans-unit id="${id}"${more}><source>${text}</source></trans-unit>\n`;
const FILE = `<xliff version="1.2">\r\n<file original="a.txt" source-language="en" target-language="fr-CA"><body>
${unit('1', 'Three reporters are charged with theft.')}${unit('2', 'The trial opens on Monday in the new harbour court.')}
${unit('3', 'Three reporters are charged with theft.', ' translate="no"')}${unit('4', 'Nobody knows why.')}
<trans-unit id="5"><source>Done.</source><target state="final">Fini.</target></trans-unit>
</body></file></xliff>`;

async function file(name: string, text: string): Promise<string> {
  const path = join(shell.folder, name);
  await writeFile(path, text);
  return path;
}

async function pretranslated(...options: string[]) {
  const out = join(shell.folder, 'out.xlf');
  const run = await shell.run(['pretranslate', await file('in.xlf', FILE), '--out', out, ...options]);
  return { ...run, bytes: await readFile(out, 'utf8').catch(() => undefined) };
}

describe('calque pretranslate', () => {
  it('gives the very bytes back where the memory is empty', async () => {
    expect((await pretranslated('--no-candidates')).bytes).toBe(FILE);
    expect((await pretranslated()).bytes).toBe(FILE);
  });

  it('fills what is certain, offers the rest, and counts the words', async () => {
    await shell.run(['import', await file('p.tsv', PAIRS), '--columns', 'en,fr', '--memory', 'Presse']);
    const { bytes = '', out } = await pretranslated('--json');
    const report = JSON.parse(out);
    expect(report.filled).toEqual({ context: 0, exact: 1, adapted: 0, fuzzy: 0, machine: 0 });
    expect(report.withCandidates).toBe(2);
    expect(report.bands.filter(({ segments }: { segments: number }) => segments > 0)).toMatchObject([
      { band: '100', segments: 1, words: 6 },
      { band: expect.stringMatching(/\d\d–\d\d/), segments: 1 },
      { band: 'new', segments: 1, words: 3 },
      { band: 'translated', segments: 1, words: 1 },
      { band: 'locked', segments: 1, words: 6 },
    ]);
    const segments = openXliff(new TextEncoder().encode(bytes), 'out').documents[0]?.segments ?? [];
    expect(segments.map(({ target, candidates }) => [target.length, candidates.length])).toEqual([
      [1, 1],
      [0, 1],
      [0, 0],
      [0, 0],
      [1, 0],
    ]);
    expect(bytes).toContain(
      '<target state="translated" state-qualifier="leveraged-tm">Trois journalistes sont accusés de vol.',
    );
    expect(bytes).toContain('<xliff version="1.2">\r\n');

    const fuzzy = await pretranslated('--fuzzy', '75', '--no-candidates');
    expect(fuzzy.bytes).toContain(
      'state="needs-review-translation" state-qualifier="fuzzy-match">Le procès s’ouvre lundi',
    );
    expect(fuzzy.bytes).not.toContain('alt-trans');
    expect(fuzzy.out).toContain('filled: 1 exact, 1 fuzzy; 0 segments with candidates');
  });

  it.each([
    ['--fuzzy 30', ['--fuzzy', '30'], 2],
    ['a memory that is not there', ['--memory', 'None'], 1],
  ])('refuses %s, and writes nothing', async (_, options, status) => {
    const run = await pretranslated(...options);
    expect(run.status).toBe(status);
    expect(run.bytes).toBeUndefined();
  });

  it('refuses what is no XLIFF of ours', async () => {
    const run = await shell.run(['pretranslate', await file('de.xlf', FILE.replace('fr-CA', 'de')), '--out', 'x.xlf']);
    expect(run).toMatchObject({ status: 2 });
    expect(run.err).toContain(
      'de.xlf, line 2: the target language is “de”; French and English (fr, en) are translated here',
    );
  });
});
