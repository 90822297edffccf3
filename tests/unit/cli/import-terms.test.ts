import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Shell } from '../../support/terminal.ts';
import { newShell } from '../../support/terminal.ts';

let shell: Shell;
beforeEach(async () => {
  shell = await newShell();
});
afterEach(() => shell.remove());

const entry = (id: string, fr: string, en: string, date = '') =>
  `<termEntry id="${id}">${date && `<transacGrp><transac type="transactionType">modification</transac><date>${date}</date></transacGrp>`}` +
  `<langSet xml:lang="fr"><tig><term>${fr}</term></tig></langSet><langSet xml:lang="en"><tig><term>${en}</term></tig></langSet></termEntry>\n`;
const tbx = (...entries: readonly string[]) =>
  `<martif type="TBX-Basic" xml:lang="fr"><text><body>\n${entries.join('')}</body></text></martif>`;

async function imported(content: string, ...options: readonly string[]) {
  await writeFile(join(shell.folder, 'press.tbx'), content);
  const { status, out, err } = await shell.run(['import', 'press.tbx', '--json', ...options]);
  return status === 0 ? JSON.parse(out) : { status, ...JSON.parse(err).error };
}

async function exported(...options: readonly string[]): Promise<string> {
  return (await shell.run(['export', '--termbase', 'News', ...options])).out;
}

describe('calque import of terms', () => {
  it('takes TBX, says what it did, and export gives it back, in either version and as a table', async () => {
    const file = tbx(
      entry('c1', 'cessez-le-feu', 'ceasefire'),
      entry('c2', 'Vorspann', 'x').replaceAll(/fr"|en"/g, 'de"'),
    );
    const none = '<termEntry id="c3"><langSet xml:lang="fr"><tig/></langSet></termEntry>';
    expect(await imported(tbx(file.slice(file.indexOf('<termEntry'), file.indexOf('</body>')), none))).toMatchObject({
      termbaseId: 1,
      added: 2,
      merged: 0,
      refused: [{ line: 4, reason: 'It has no term.' }],
    });
    expect(await imported(await exported('--format', 'tbx'))).toMatchObject({ added: 0, merged: 2 });
    expect(await imported(await exported('--format', 'tbx3'), '--dry-run')).toMatchObject({ added: 0, merged: 2 });
    const csv = await exported('--format', 'csv');
    expect(csv).toContain('cessez-le-feu,admitted,ceasefire,admitted,');
    await writeFile(join(shell.folder, 'again.csv'), csv);
    const again = await shell.run(['import', 'again.csv', '--termbase', 'News']);
    expect(again.out).toBe('0 entries added to the termbase “News”, 1 it held already.\n');
  });

  it.each([
    ['add', { added: 1, skipped: 0, overwritten: 0 }],
    ['skip', { added: 0, skipped: 1, overwritten: 0 }],
    ['newer', { added: 0, skipped: 0, overwritten: 1 }],
  ])('does with an entry in another version what mode %s says, and a dry run says so', async (mode, counts) => {
    await imported(tbx(entry('c1', 'cessez-le-feu', 'cease-fire', '2020-01-01')));
    const newer = tbx(entry('c1', 'cessez-le-feu', 'ceasefire', '2021-01-01'));
    expect(await imported(newer, '--mode', mode, '--dry-run')).toMatchObject(counts);
    expect(await exported('--format', 'tsv')).not.toContain('ceasefire');
    expect(await imported(newer, '--mode', mode)).toMatchObject(counts);
    expect((await exported('--format', 'tsv')).includes('ceasefire')).toBe(mode !== 'skip');
    const older = tbx(entry('c1', 'cessez-le-feu', 'truce', '2019-01-01'));
    expect(await imported(older, '--mode', 'newer')).toMatchObject({ skipped: 1 });
  });

  it('refuses what it cannot read, and changes nothing', async () => {
    const deep = `${'<a>'.repeat(2000)}${'</a>'.repeat(2000)}`;
    for (const [content, code] of [
      ['', 'empty-text'],
      ['<martif><text><body/></text></martif>', 'empty-text'],
      ['<tmx version="1.4"/>', 'ill-formed-file'],
      [tbx(entry('c1', 'a', 'b')).slice(0, -9), 'ill-formed-xml'],
      [tbx(entry('c1', deep, 'b')), 'ill-formed-xml'],
      ['<!DOCTYPE martif [<!ENTITY a "b">]><martif>&a;</martif>', 'ill-formed-xml'],
      ['<!DOCTYPE martif [<!ENTITY a SYSTEM "file:///etc/passwd">]><martif>&a;</martif>', 'ill-formed-xml'],
    ] as const) {
      expect(await imported(content), content.slice(0, 60)).toMatchObject({ code });
    }
    expect((await shell.run(['export', '--termbase', 'News', '--format', 'tbx'])).status).toBe(1);
    await writeFile(join(shell.folder, 'terms.csv'), 'a,b\n');
    expect(await shell.run(['import', 'terms.csv', '--termbase', 'x'])).toMatchObject({ status: 2 });
    expect(await shell.run(['import', 'press.tbx', '--memory', 'x'])).toMatchObject({ status: 2 });
  });
});
