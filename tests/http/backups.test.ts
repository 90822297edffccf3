import { readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { ON_POSTGRES, startServer } from '../support/server.ts';
import { skipUnless } from '../support/skip.ts';

const EMBEDDED = skipUnless(!ON_POSTGRES, 'is of the embedded database');

it('a server writes a backup by itself where a folder for them is set', EMBEDDED, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'calque-kept-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const server = await startServer({ env: { CALQUE_BACKUPS: folder } });
  onTestFinished(() => server.stop());
  await vi.waitFor(() => expect(readdirSync(folder)).toEqual([expect.stringMatching(/^calque-\d{8}T\d{6}Z\.db$/)]), {
    timeout: 20_000,
    interval: 100,
  });
});

it('a server says in its log that a backup could not be written', EMBEDDED, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'calque-kept-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'notes');
  await writeFile(file, 'notes');
  const server = await startServer({ env: { CALQUE_BACKUPS: join(file, 'kept') } });
  onTestFinished(() => server.stop());
  await vi.waitFor(() => expect(server.errors()).toContain('no backup could be'), { timeout: 20_000, interval: 100 });
  expect(server.errors()).toContain('a part of its path is not a folder');
});
