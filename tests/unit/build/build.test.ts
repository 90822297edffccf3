import { execFile } from 'node:child_process';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildProject } from '../../../src/build/build.ts';
import { measureEditor } from '../../../src/build/editor-size.ts';
import { describeFailure } from '../../../src/build/failure.ts';
import type { Manifest } from '../../../src/build/manifest.ts';
import { SMALL_PROJECT, writeTree } from '../../support/tree.ts';

let root: string;

beforeEach(async () => {
  root = await writeTree(SMALL_PROJECT);
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

describe('a build', () => {
  it('gives programs that run, and ships the files that they read', async () => {
    expect(await buildProject(root)).toBe(true);
    expect(await output(process.execPath, 'dist/main.js')).toBe('main 1 shared');
    expect(await output(join(root, 'dist', 'cli.js'))).toMatch(/^cli shared file:\/\/.*\/dist\/cli\.js$/);
    expect(await read('dist/starter/starter.tmx')).toBe('<tmx version="1.4"/>');
  });

  it('names what the browser loads by its content, and lists it in the manifest', async () => {
    await buildProject(root);
    const manifest = await readManifest();
    expect(Object.keys(manifest).sort()).toEqual([
      'views/editor/main.tsx',
      'views/import/client.ts',
      'views/styles/main.css',
    ]);
    const editor = manifest['views/editor/main.tsx'];
    expect(editor?.file).toMatch(/^editor\/main-[A-Z0-9]{8}\.js$/);
    expect(editor?.chunks).toHaveLength(1);
    const loaded = await Promise.all(
      [editor?.file, ...(editor?.chunks ?? [])].map((file) => read(`dist/assets/${file}`)),
    );
    expect(loaded.join('')).toContain('common ');
    expect(loaded.join('')).not.toContain('later()=>');
    expect(editor?.gzipBytes).toBe(loaded.reduce((sum, text) => sum + gzipSync(text).length, 0));

    const styles = await read(`dist/assets/${manifest['views/styles/main.css']?.file}`);
    expect(styles).toContain('--ink: #112233');
    expect(styles).toMatch(/url\("?\.\.\/files\/mark-[A-Z0-9]{8}\.svg"?\)/);
  });

  it('gives a script another name once its content is another', async () => {
    await buildProject(root);
    const before = await readManifest();
    await writeFile(join(root, 'views/import/client.ts'), "document.title = 'changed';");
    await buildProject(root);
    const after = await readManifest();
    expect(after['views/import/client.ts']?.file).not.toBe(before['views/import/client.ts']?.file);
    expect(after['views/styles/main.css']).toEqual(before['views/styles/main.css']);
    // The script, packed too, and its map.
    expect(await readdir(join(root, 'dist/assets/import'))).toHaveLength(3);
  });

  it('is not done again for the same sources', async () => {
    await buildProject(root);
    const { mtimeMs } = await stat(join(root, 'dist/main.js'));
    expect(await buildProject(root)).toBe(false);
    expect((await stat(join(root, 'dist/main.js'))).mtimeMs).toBe(mtimeMs);
  });

  it('leaves the last good output where the sources cannot be built, and says where', async () => {
    await buildProject(root);
    await writeFile(join(root, 'src/shared.ts'), 'export const shared = ;');
    const failure = await buildProject(root).catch((error: unknown) => error);
    expect(await describeFailure(failure)).toContain('src/shared.ts:1:22');
    expect(await output(process.execPath, 'dist/main.js')).toBe('main 1 shared');
    expect((await readdir(root)).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
  });

  it('names every entry that is missing', async () => {
    await rm(join(root, 'src/cli.ts'));
    await rm(join(root, 'views'), { recursive: true });
    const failure = await buildProject(root).catch((error: unknown) => error);
    expect(await describeFailure(failure)).toBe('Cannot build without src/cli.ts, views/editor/main.tsx.');
  });

  it('comes out whole where two are made at once', async () => {
    await Promise.all([1, 2, 3, 4].map(() => buildProject(root)));
    expect(await output(process.execPath, 'dist/main.js')).toBe('main 1 shared');
    expect((await readdir(root)).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
  });
});

describe('the size of the editor', () => {
  it('is held against a budget', async () => {
    await buildProject(root);
    const bytes = (await readManifest())['views/editor/main.tsx']?.gzipBytes ?? 0;
    expect(await measureEditor(root, bytes)).toMatchObject({ withinBudget: true });
    expect(await measureEditor(root, bytes - 1)).toMatchObject({ withinBudget: false });
    expect((await measureEditor(root, 150_000)).sentence).toMatch(
      /^The editor's script is \d\.\d kB of 150\.0 kB, gzip$/,
    );
  });

  it('is unknown where the manifest does not name it', async () => {
    await buildProject(root);
    await writeFile(join(root, 'dist/assets/manifest.json'), '{}');
    await expect(measureEditor(root, 1)).rejects.toThrow('views/editor/main.tsx');
  });
});

async function output(program: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(program, args, { cwd: root });
  return stdout.trim();
}

function read(path: string): Promise<string> {
  return readFile(join(root, path), 'utf8');
}

async function readManifest(): Promise<Manifest> {
  return JSON.parse(await read('dist/assets/manifest.json')) as Manifest;
}
