import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EDITOR_SCRIPT } from './entries.ts';
import type { Manifest } from './manifest.ts';

/** What the editor's script and the chunks it starts with may weigh over the wire: 150 kB, gzip. */
export const EDITOR_BUDGET_BYTES = 150_000;

export interface EditorSize {
  readonly withinBudget: boolean;
  /** For a person: what the editor weighs, and what it may. */
  readonly sentence: string;
}

/** Holds the editor's bundle in `root/dist` against a budget in bytes. */
export async function measureEditor(root: string, budget: number): Promise<EditorSize> {
  const manifest = JSON.parse(await readFile(join(root, 'dist', 'assets', 'manifest.json'), 'utf8')) as Manifest;
  const bytes = manifest[EDITOR_SCRIPT]?.gzipBytes;
  if (bytes === undefined) throw new Error(`dist/assets/manifest.json does not name ${EDITOR_SCRIPT}.`);
  return {
    withinBudget: bytes <= budget,
    sentence: `The editor's script is ${kilobytes(bytes)} kB of ${kilobytes(budget)} kB, gzip`,
  };
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
