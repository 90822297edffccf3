import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';

import type { ReadDocument, ReadingWarning } from '../../memory/model/document.ts';
import { CalqueError } from '../../memory/model/errors.ts';
import type { MemoryId } from '../../memory/model/unit.ts';
import type { Store } from '../../memory/store/store.ts';
import { readConfig } from '../config.ts';
import { fileError } from '../files.ts';
import type { GivenDocument } from '../services/documents.ts';
import { readHere } from '../services/documents.ts';
import type { ImportSource } from '../services/imports/source.ts';
import { bytesSource, fileSource } from '../services/imports/source.ts';
import type { Installation, Program, Terminal } from './command.ts';
import { writeLine } from './command.ts';

/** Opens the installation for as long as `work` takes. */
export async function withInstallation<T>(
  { env, folder }: Terminal,
  program: Program,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const installation = await program.openInstallation(readConfig(env, folder));
  try {
    return await work(installation);
  } finally {
    await installation.store.close();
  }
}

/**
 * The memories of these names.
 * @throws CalqueError `not-found`, naming the option
 */
export async function memoryIds(store: Store, names: readonly string[], option = '--memory'): Promise<MemoryId[]> {
  return Promise.all(
    names.map(async (name) => {
      const memory = await store.findMemory(name);
      if (memory) return memory.id;
      throw new CalqueError('not-found', `There is no memory “${name}”.`, { where: option });
    }),
  );
}

/** What a file is called in sentences. */
export function shownName(path: string): string {
  return path === '-' ? 'Standard input' : path;
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

/** A file, or standard input for `-`, that is read as often as is needed. */
export async function givenSource(path: string, terminal: Terminal): Promise<ImportSource> {
  const name = shownName(path);
  return path === '-'
    ? bytesSource(await readBytes(path, terminal), name)
    : fileSource(resolve(terminal.folder, path), name);
}

/** Reads a document of any kind from a file, or from standard input for `-`. @throws CalqueError as `readHere` does */
export async function readFileDocument(path: string, terminal: Terminal): Promise<ReadDocument> {
  return readHere(await givenFile(path, terminal));
}

/** A document in a file, or on standard input for `-`, that is to be read. @throws CalqueError as {@link readBytes} */
export async function givenFile(path: string, terminal: Terminal): Promise<GivenDocument> {
  return { name: shownName(path), where: shownName(path), bytes: await readBytes(path, terminal) };
}

/** Says on the error stream what was decided while a document was read. */
export function writeWarnings(warnings: readonly ReadingWarning[], { stderr }: Terminal): void {
  for (const { message } of warnings) writeLine(stderr, `calque: ${message}`);
}
