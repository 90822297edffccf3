import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { storeZip } from '../../../memory/formats/archive/store-zip.ts';
import { openParts } from '../../../memory/formats/document/office/parts.ts';
import { readConfig } from '../../../src/config.ts';
import { openContext } from '../../../src/context.ts';
import type { Shell } from '../../support/terminal.ts';
import { newShell } from '../../support/terminal.ts';

const ACTOR = { by: 'test', at: '2026-01-02T03:04:05.000Z' };
const XLIFF = `<xliff version="1.2"><file original="a" source-language="en" target-language="fr"><body>
<trans-unit id="1"><source>The quay is shut.</source><target>Le quai est fermé.</target></trans-unit>
<trans-unit id="2"><source>Nobody knows.</source></trans-unit></body></file></xliff>`;

let shell: Shell;
let project: string;
beforeAll(async () => {
  shell = await newShell();
  const { xliffFiles, store } = await openContext(readConfig({}, shell.folder));
  const made = await xliffFiles.create({ name: 'a.xlf', bytes: new TextEncoder().encode(XLIFF) }, ACTOR);
  project = String(made.project.id);
  await store.close();
});
afterAll(() => shell.remove());

it('writes a project for a reviser, takes the edits back, and shows what was changed here too', async () => {
  expect(await shell.run(['revision', '--project', project, '--out', 'a.docx'])).toEqual({
    status: 0,
    out: '',
    err: '',
  });
  const xml = openParts(await readFile(join(shell.folder, 'a.docx')), 'a.docx').get('word/document.xml')?.() ?? '';
  const revise = async (name: string, text: string) => {
    const revised = xml.replace('Le quai est fermé.', text);
    await writeFile(join(shell.folder, name), storeZip([['word/document.xml', new TextEncoder().encode(revised)]]));
    return shell.run(['revision', name, '--project', project]);
  };
  expect(await revise('b.docx', 'Le quai reste fermé.')).toMatchObject({
    status: 0,
    out: '1 segments have the reviser’s text now, 1 as before.\n',
  });
  expect(await revise('c.docx', 'Le quai ferme.')).toMatchObject({
    status: 1,
    out: expect.stringContaining(
      'segment 1: changed here too; the reviser: Le quai ferme. – here: Le quai reste fermé.',
    ),
  });
});

it.each([
  [['--out', 'x.docx'], 2, '--project'],
  [['--project', 'one', '--out', 'x.docx'], 2, '--project'],
  [['--project', '1'], 2, 'FILE.docx'],
  [['a.docx', '--project', '1', '--out', 'x.docx'], 2, 'with --out'],
  [['a.docx', '--project', '1', '--document', '1'], 2, '--document'],
  [['none.docx', '--project', '1'], 1, 'none.docx'],
])('is used wrongly as %j', async (args, status, said) => {
  const ran = await shell.run(['revision', ...args]);
  expect(ran.status).toBe(status);
  expect(ran.err).toContain(said);
});
