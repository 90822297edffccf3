import { createReadStream } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { fileError } from '../../files.ts';

/** A file to import, which can be read more than once. */
export interface ImportSource {
  /** Names it in errors. */
  readonly name: string;
  /** Where it lies; a file that is at hand as bytes lies nowhere. */
  readonly path?: string;
  open(): AsyncIterable<Uint8Array>;
}

/** How much of a file is read at once, in bytes. */
const PIECE = 256 * 1024;

/** @throws CalqueError while it is read: `file-unreadable` */
export function fileSource(path: string, name: string): ImportSource {
  return {
    name,
    path,
    async *open() {
      try {
        yield* createReadStream(path, { highWaterMark: PIECE }) as AsyncIterable<Uint8Array>;
      } catch (error) {
        throw fileError(error, name);
      }
    },
  };
}

/** Bytes in pieces, between which other requests get their turn. */
export function bytesSource(bytes: Uint8Array, name: string): ImportSource {
  return {
    name,
    async *open() {
      for (let start = 0; start < bytes.length; start += PIECE) {
        await setImmediate();
        yield bytes.subarray(start, start + PIECE);
      }
    },
  };
}
