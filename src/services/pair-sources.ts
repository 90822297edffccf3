import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { readZip, type ZipEntry } from '../../memory/formats/archive/zip.ts';
import { CalqueError } from '../../memory/model/errors.ts';
import { fileError } from '../files.ts';

/** Files that pairs of articles are found among. */
export interface PairSource {
  /** Names the whole, for errors. */
  readonly name: string;
  /** The paths of the files, with `/` between folders. */
  readonly files: readonly string[];
  /** @throws CalqueError naming the file, which is refused then */
  read(file: string): Promise<Uint8Array>;
}

/** The largest file that is taken, and the most files, whatever they hold. */
const MAXIMUM_FILE = 64 * 1024 * 1024;
const MAXIMUM_FILES = 40_000;
/** Documents pack to a tenth or a twentieth; beyond a harmless size, what unpacks to more was made to fill memories. */
const MAXIMUM_RATIO = 100;
const HARMLESS_BYTES = 256 * 1024 * 1024;

/**
 * The files in a ZIP archive; one is unpacked when it is read.
 * @throws CalqueError as `readZip` does; `too-large` for what says that it unpacks to too much; while files are read, for what
 *   does so in fact
 */
export function archiveSource(bytes: Uint8Array, name: string): PairSource {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    throw new CalqueError('ill-formed-file', `${name} is no ZIP archive.`, { where: name });
  }
  const entries = new Map(readZip(bytes, name).map((entry) => [entry.name.replaceAll('\\', '/'), entry]));
  checkCount(entries.size, name);
  const limit = Math.max(HARMLESS_BYTES, bytes.length * MAXIMUM_RATIO);
  const tooLarge = (): CalqueError =>
    new CalqueError(
      'too-large',
      `${name} unpacks to more than ${MAXIMUM_RATIO} times its size, which no documents do.`,
      {
        where: name,
      },
    );
  if ([...entries.values()].reduce((sum, { size }) => sum + size, 0) > limit) throw tooLarge();
  let unpacked = 0;
  return {
    name,
    files: [...entries.keys()],
    async read(file) {
      const entry = entries.get(file);
      if (entry === undefined) throw missing(file, name);
      const content = unpackEntry(entry, file);
      unpacked += content.length;
      if (unpacked > limit * 2) throw tooLarge();
      return content;
    },
  };
}

function unpackEntry({ data, isDeflated }: ZipEntry, file: string): Uint8Array {
  if (!isDeflated) return data;
  try {
    return inflateRawSync(data, { maxOutputLength: MAXIMUM_FILE });
  } catch (cause) {
    const isLarge = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    if (isLarge) throw largeFile(file);
    const message = `${file} cannot be unpacked: what is packed in it is damaged or cut off.`;
    throw new CalqueError('ill-formed-file', message, { where: file }, { cause });
  }
}

/**
 * The files in a folder and the folders in it. Links are not followed.
 * @throws CalqueError `file-unreadable`
 */
export async function folderSource(folder: string, name: string): Promise<PairSource> {
  const files: string[] = [];
  try {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      files.push(relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
      checkCount(files.length, name);
    }
  } catch (error) {
    throw error instanceof CalqueError ? error : fileError(error, name);
  }
  return {
    name,
    files,
    async read(file) {
      const path = resolve(folder, file);
      // A table may name a file anywhere; it is held to the folder.
      if (!path.startsWith(resolve(folder) + sep)) throw outside(file, name);
      try {
        if ((await stat(path)).size > MAXIMUM_FILE) throw largeFile(file);
        return await readFile(path);
      } catch (error) {
        throw error instanceof CalqueError ? error : fileError(error, file);
      }
    },
  };
}

function checkCount(count: number, name: string): void {
  if (count <= MAXIMUM_FILES) return;
  throw new CalqueError('too-large', `${name} holds more than ${MAXIMUM_FILES} files.`, { where: name });
}

function largeFile(file: string): CalqueError {
  const message = `${file} has more than ${MAXIMUM_FILE / 2 ** 20} MB, which is more than is taken.`;
  return new CalqueError('too-large', message, { where: file });
}

function missing(file: string, name: string): CalqueError {
  return new CalqueError('file-unreadable', `There is no file ${file} in ${name}.`, { where: file });
}

function outside(file: string, name: string): CalqueError {
  return new CalqueError('file-unreadable', `${file} lies outside of ${name}, and is not read.`, { where: file });
}
