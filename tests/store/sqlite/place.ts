import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** The path of a database that is not there yet, in a folder of its own that goes when the test ends. */
export async function newDatabasePath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'calque-store-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'calque.db');
}
