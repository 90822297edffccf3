import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Shell } from '../../support/terminal.ts';
import { newShell } from '../../support/terminal.ts';

const VALID =
  '<xliff version="2.0" srcLang="fr" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f"><unit id="u">' +
  '<segment><source>A</source></segment></unit></file></xliff>';

describe('calque validate', () => {
  let shell: Shell;
  beforeAll(async () => {
    shell = await newShell();
    await writeFile(join(shell.folder, 'good.xlf'), VALID);
    await writeFile(join(shell.folder, 'bad.xlf'), VALID.replace('<unit', '\n<unit type="x"'));
    await writeFile(join(shell.folder, 'binary.xlf'), new Uint8Array([0x50, 0x4b, 3, 4]));
  });
  afterAll(() => shell.remove());

  it('is silent about valid files', async () => {
    expect(await shell.run(['validate', 'good.xlf'])).toEqual({ status: 0, out: '', err: '' });
  });

  it('names each fault with its place, goes on to the next file, and exits with 1', async () => {
    expect(await shell.run(['validate', 'bad.xlf', 'binary.xlf', 'good.xlf'])).toEqual({
      status: 1,
      out:
        'bad.xlf:2:1: The attribute type of <unit id="u"> must be of the form prefix:value.\n' +
        'binary.xlf:1:1: binary.xlf begins as a ZIP archive, but is damaged or cut off.\n',
      err: '',
    });
  });

  it('checks TMX and TBX too', async () => {
    await writeFile(join(shell.folder, 'bad.tmx'), '<tmx version="1.4">\n<body/></tmx>');
    await writeFile(join(shell.folder, 'bad.tbx'), '<martif type="TBX" xml:lang="en"/>');
    expect((await shell.run(['validate', 'bad.tmx', 'bad.tbx'])).out).toBe(
      'bad.tmx:2:1: <tmx> lacks <header> before <body>.\nbad.tbx:1:1: <martif> lacks <text>.\n',
    );
  });

  it('prints a line of JSON for each fault', async () => {
    const { out } = await shell.run(['validate', 'bad.xlf', '--json']);
    expect(JSON.parse(out)).toMatchObject({ file: 'bad.xlf', line: 2, column: 1 });
  });

  it('wants a file that is there', async () => {
    expect(await shell.run(['validate'])).toMatchObject({ status: 2 });
    expect(await shell.run(['validate', 'none.xlf'])).toMatchObject({ status: 1, out: '' });
  });
});
