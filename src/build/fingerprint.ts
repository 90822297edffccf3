import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesUnder } from './entries.ts';

const FOLDERS = ['src', 'views', 'memory'];
const FILES = ['package.json', 'package-lock.json', 'tsconfig.json'];

/** A hash over every file that can change what a build gives: the same hash, the same output. */
export async function fingerprint(root: string): Promise<string> {
  const found = await Promise.all(FOLDERS.map((folder) => filesUnder(root, folder)));
  const paths = [...FILES.filter((path) => existsSync(join(root, path))), ...found.flat()];
  const contents = await Promise.all(paths.map((path) => readFile(join(root, path))));
  const hash = createHash('sha256');
  for (const [at, path] of paths.entries()) {
    const content = contents[at] ?? Buffer.alloc(0);
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
