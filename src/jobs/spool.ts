import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CalqueError } from '../../memory/model/errors.ts';
import { fileError } from '../files.ts';

/** The name of a spooled file, as it stands in a job's input. */
export type SpooledFile = string;

/**
 * Files on their way into a job: under the data folder, so that they are there after a restart as the job is. A file
 * goes with its job; one whose job was never made goes after a week.
 */
export interface Spool {
  /**
   * Keeps a file.
   * @throws CalqueError `too-large` where the file, or all that waits, would be more than is taken; nothing is kept then
   */
  keep(content: Uint8Array | Readable): Promise<SpooledFile>;
  read(file: SpooledFile): Promise<Uint8Array>;
  stream(file: SpooledFile): Readable;
  /** Where it lies, for what reads files by their path. */
  pathOf(file: SpooledFile): string;
  remove(files: readonly SpooledFile[]): Promise<void>;
  /** Removes what was left behind. @param now milliseconds since 1970 */
  sweep(now: number): Promise<void>;
}

export interface SpoolLimits {
  /** Bytes of one file, and of all. */
  readonly file: number;
  readonly all: number;
}

const GIB = 1024 ** 3;
const LIMITS: SpoolLimits = { file: 2 * GIB, all: 8 * GIB };
const WEEK = 7 * 24 * 3600 * 1000;
const NAME = /^[0-9a-f-]{36}$/;

/** @param folder made when the first file comes */
export function createSpool(folder: string, limits: SpoolLimits = LIMITS): Spool {
  /** @throws CalqueError `not-found`, so that no name leads out of the folder */
  function pathOf(file: SpooledFile): string {
    if (NAME.test(file)) return join(folder, file);
    throw new CalqueError('not-found', 'There is no such file waiting.', { where: 'file' });
  }

  async function listed() {
    const names = await readdir(folder).catch(() => []);
    const files = await Promise.all(
      names.map(async (name) => ({ name, ...sizeAndTime(await stat(join(folder, name)).catch(() => undefined)) })),
    );
    return files;
  }

  return {
    async keep(content) {
      await mkdir(folder, { recursive: true });
      const waiting = (await listed()).reduce((sum, { size }) => sum + size, 0);
      const room = Math.min(limits.file, limits.all - waiting);
      const file = randomUUID();
      const path = pathOf(file);
      try {
        const source = content instanceof Uint8Array ? [content] : content;
        await pipeline(source, atMost(room), createWriteStream(path, { flags: 'wx', flush: true }));
        return file;
      } catch (error) {
        await rm(path, { force: true });
        throw error instanceof CalqueError ? error : fileError(error, path, 'read-only-database');
      }
    },
    read: (file) => readFile(pathOf(file)),
    stream: (file) => createReadStream(pathOf(file)),
    pathOf,
    async remove(files) {
      await Promise.all(files.map((file) => rm(pathOf(file), { force: true })));
    },
    async sweep(now) {
      const old = (await listed()).filter(({ time }) => time < now - WEEK);
      await Promise.all(old.map(({ name }) => rm(join(folder, name), { force: true })));
    },
  };
}

function sizeAndTime(stats: { readonly size: number; readonly mtimeMs: number } | undefined) {
  return { size: stats?.size ?? 0, time: stats?.mtimeMs ?? Number.POSITIVE_INFINITY };
}

function atMost(bytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      seen += chunk.length;
      if (seen <= bytes) done(null, chunk);
      else done(new CalqueError('too-large', 'The file is larger than there is room for.', { where: 'file' }));
    },
  });
}
