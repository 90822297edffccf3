import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HARBOUR } from '../../support/fixtures.ts';
import { docx, wordParagraph, zip } from '../../support/office.ts';
import type { Shell } from '../../support/terminal.ts';
import { newShell } from '../../support/terminal.ts';

let shell: Shell;
beforeEach(async () => {
  shell = await newShell();
});
afterEach(() => shell.remove());

const FR = [
  'La gare de Lannec rouvrira le 3 mars 2024, a annoncé la ville.',
  'Le chantier a coûté 14 millions d’euros et duré deux ans.',
  'Les trains de Wexcombe y arrêteront six fois par jour.',
];
const EN = [
  'Lannec station will reopen on 3 March 2024, the town announced.',
  'The work cost €14 million and took two years.',
  'Trains from Wexcombe will stop there six times a day.',
];

async function write(path: string, content: string | Uint8Array): Promise<void> {
  const whole = join(shell.folder, path);
  await mkdir(join(whole, '..'), { recursive: true });
  await writeFile(whole, content);
}

describe('calque import-articles', () => {
  it('takes the pairs of a folder, each by itself, and says what became of each', async () => {
    await write('in/station.fr.txt', FR.join('\n'));
    await write('in/station.en.docx', docx(EN.map((line) => wordParagraph(line)).join('')));
    await write('in/fr/port.txt', HARBOUR.fr);
    await write('in/en/port.txt', HARBOUR.en);
    await write('in/mixed.fr.txt', HARBOUR.followUp);
    await write('in/mixed.en.txt', HARBOUR.en);
    await write('in/alone.fr.txt', FR.join('\n'));
    const { status, out } = await shell.run(['import-articles', 'in', '--memory', 'Many', '--json']);
    expect(status).toBe(1);
    const last = JSON.parse(out.trim().split('\n').at(-1) ?? '') as {
      outcomes: { name: string; outcome: string; code?: string }[];
    };
    expect(last.outcomes.map(({ name, outcome, code }) => [name, outcome, code])).toEqual([
      ['port', 'taken', undefined],
      ['mixed', 'refused', 'unrelated-texts'],
      ['station', 'taken', undefined],
      ['alone.fr.txt', 'refused', 'missing-side'],
    ]);
    const again = await shell.run(['import-articles', 'in', '--memory', 'Many']);
    expect(again.out).toContain('taken into the memory “Many”: 0; already there: 2; refused: 2.');
  });

  it('takes what a table lists, with the provenance it states', async () => {
    await write('in/a.txt', FR.join('\n'));
    await write('in/b.txt', EN.join('\n'));
    const table =
      'fr;en;publication;date\na.txt;b.txt;Le Port en ligne;2024-02-01\na.txt;;;\n../x;b.txt;;\na.txt;b.txt;;yesterday\n';
    await write('in/list.csv', table);
    const { status, out } = await shell.run(['import-articles', 'in/list.csv', '--memory', 'Listed']);
    expect(status).toBe(1);
    expect(out).toContain('list.csv:2: 3 units added');
    expect(out).toMatch(/list\.csv:3: refused: .*no English file/);
    expect(out).toMatch(/list\.csv:4: refused: .*outside/);
    expect(out).toMatch(/list\.csv:5: refused: .*publishedOn must be written/);
    const { out: found } = await shell.run(['lookup', FR[1] ?? '', '--from', 'fr', '--to', 'en', '--json']);
    expect(found).toContain('"publication":"Le Port en ligne"');
  });

  it('takes an archive', async () => {
    const files = [
      { name: 'n/station.fr.txt', data: FR.join('\n') },
      { name: 'n/station.en.txt', data: EN.join('\n') },
    ];
    await write('a.zip', zip(...files));
    const { status, out } = await shell.run(['import-articles', 'a.zip']);
    expect({ status, out }).toEqual({ status: 0, out: expect.stringContaining(': 1; already there: 0; refused: 0.') });
  });

  it.each([
    ['what is not there', 'nowhere', /nowhere cannot be read: it does not exist/],
    ['a folder without pairs', '.', /no pair of articles/],
    ['an archive that leads out of itself', 'out.zip', /leads out of it/],
    ['an archive that unpacks without end', 'bomb.zip', /100 times its size/],
    ['a table without columns', 'list.csv', /columns fr and en/],
  ])('refuses %s, and stores nothing', async (_, path, sentence) => {
    await write('list.csv', 'a,b\n');
    await write('out.zip', zip({ name: '../a.fr.txt', data: 'x' }, { name: '../a.en.txt', data: 'x' }));
    const zeros = Buffer.alloc(150_000_000);
    if (path === 'bomb.zip')
      await write('bomb.zip', zip({ name: 'a.fr.txt', data: zeros }, { name: 'a.en.txt', data: zeros }));
    const { status, out, err } = await shell.run(['import-articles', path, '--memory', 'None']);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toMatch(sentence);
  });
});
