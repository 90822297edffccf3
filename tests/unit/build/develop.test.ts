import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Development, develop } from '../../../src/build/develop.ts';
import type { Manifest } from '../../../src/build/manifest.ts';
import { SMALL_PROJECT, writeTree } from './tree.ts';

/** A server that leaves behind where pages listen for a reload, and which of its versions runs. */
const serverCode = (version: number): string => `
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
writeFileSync('${root}/running.json', JSON.stringify({ version: ${version}, reload: process.env.CALQUE_DEV_RELOAD }));
createServer().listen(0, '127.0.0.1', () => console.log('Calque is at http://127.0.0.1'));
`;

let root: string;
let development: Development;

beforeEach(async () => {
  root = await writeTree(SMALL_PROJECT);
  await writeServer(1);
  development = await develop(root);
  await expect.poll(running, { timeout: 10_000 }).toMatchObject({ version: 1 });
});

afterEach(async () => {
  await development.stop();
  await rm(root, { recursive: true, force: true });
});

it('restarts the server and reloads the pages when the code of the server changes', async () => {
  const page = await openPage();
  await writeServer(2);
  expect(await once(page, 'data')).toEqual(['data: reload\n\n']);
  await expect.poll(running).toMatchObject({ version: 2 });
  page.destroy();
});

it('reloads the pages when the code of the browser changes, and has every script listen', async () => {
  const page = await openPage();
  await writeFile(join(root, 'views/import/client.ts'), "document.title = 'changed';");
  expect(await once(page, 'data')).toEqual(['data: reload\n\n']);
  page.destroy();
  await expect.poll(clientScript).toContain('changed');
  expect(await clientScript()).toContain((await running()).reload);
});

async function writeServer(version: number): Promise<void> {
  await writeFile(join(root, 'src/main.ts'), serverCode(version));
}

async function running(): Promise<{ version: number; reload: string }> {
  const text = await readFile(join(root, 'running.json'), 'utf8').catch(() => '{}');
  return JSON.parse(text) as { version: number; reload: string };
}

async function clientScript(): Promise<string> {
  const manifest = JSON.parse(await readFile(join(root, 'dist/assets/manifest.json'), 'utf8')) as Manifest;
  return await readFile(join(root, 'dist/assets', manifest['views/import/client.ts']?.file ?? ''), 'utf8');
}

/** Listens as an open page does, once the server is up. */
async function openPage(): Promise<IncomingMessage> {
  const { reload } = await running();
  const page = await new Promise<IncomingMessage>((resolve, reject) => {
    get(reload, resolve).on('error', reject);
  });
  return page.setEncoding('utf8');
}
