import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { readConfig } from '../config.ts';
import type { Context } from '../context.ts';
import { openContext } from '../context.ts';
import { fileError } from '../files.ts';
import type { Terminal } from './command.ts';

/** Opens the installation for as long as `work` takes. */
export async function withInstallation<T>(terminal: Terminal, work: (context: Context) => Promise<T>): Promise<T> {
  const context = await openContext(readConfig(terminal.env, terminal.folder));
  try {
    return await work(context);
  } finally {
    await context.store.close();
  }
}

/**
 * The bytes of a file, or of standard input for `-`.
 * @throws CalqueError `file-unreadable`, naming the file
 */
export async function readBytes(path: string, { folder, stdin }: Terminal): Promise<Uint8Array> {
  if (path === '-') return buffer(stdin);
  try {
    return await readFile(resolve(folder, path));
  } catch (error) {
    throw fileError(error, path);
  }
}
