import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestOptions } from 'vitest';
import { skipUnless } from './skip.ts';

/** Real articles, corpora and schemas that lie beside the project on some machines, and are never copied into it. */
const FOLDER = fileURLToPath(new URL('../../../shared', import.meta.url));

/** The path of a file or folder in `../shared`, whether or not it is there. */
export function sharedPath(...parts: readonly string[]): string {
  return join(FOLDER, ...parts);
}

/**
 * Options of a test that needs these paths in `../shared`; it is skipped, with the reason, where one is missing.
 *
 *     it('aligns the real article', needsShared('articles/mee-2021-11.fr.txt'), async () => { … });
 */
export function needsShared(...paths: readonly string[]): TestOptions {
  const missing = paths.filter((path) => !existsSync(sharedPath(path)));
  return skipUnless(missing.length === 0, `../shared/${missing.join(', ../shared/')} is not on this machine`);
}
