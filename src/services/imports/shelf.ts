import { randomUUID } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileError } from '../../files.ts';

/** So many things are kept in memory; where there are more, they are written together. */
const PIECE = 500;
/** How many pieces are read before they are asked for: as many as are stored in one transaction, and some. */
const AHEAD = 10;

/**
 * What was read of a file and is wanted again, in its order: in memory where it is little, else as JSON in a file. That
 * file has no name, so that it goes with the process whatever becomes of that.
 */
export class Shelf<T> {
  readonly #folder: string;
  #file: FileHandle | undefined;
  /** The bytes of each piece of the file. */
  readonly #sizes: number[] = [];
  #items: T[] = [];
  /** What is being written, while the next piece comes together. */
  #writing: Promise<void> = Promise.resolve();

  /** @param folder where the file is made; made itself where it is missing */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Puts one thing more by.
   * @returns what is to be awaited before the next is put by
   * @throws CalqueError `read-only-database` where there is no room for it
   */
  put(item: T): Promise<void> | undefined {
    this.#items.push(item);
    return this.#items.length < PIECE ? undefined : this.#send(this.#items.splice(0));
  }

  /** All that was put by. @throws CalqueError as {@link put} */
  async *take(): AsyncGenerator<T> {
    await this.#writing;
    const read: Promise<string>[] = [];
    let position = 0;
    for (const [index, size] of this.#sizes.entries()) {
      const piece = this.#read(position, size);
      // One that cannot be read is told of when its turn comes.
      piece.catch(() => {});
      read.push(piece);
      position += size;
      const ready = index < AHEAD ? undefined : read.shift();
      if (ready) yield* JSON.parse(await ready) as T[];
    }
    for (const ready of read) yield* JSON.parse(await ready) as T[];
    yield* this.#items;
  }

  /** Lets go of all that was put by. */
  async close(): Promise<void> {
    this.#items = [];
    await this.#writing.catch(() => {});
    await this.#file?.close();
  }

  /** Has a piece written, and comes back as soon as the one before is. */
  async #send(items: readonly T[]): Promise<void> {
    const before = this.#writing;
    this.#writing = before.then(() => this.#write(items));
    // Whoever waits for it next is told; until then it is no fault that nobody heard of.
    this.#writing.catch(() => {});
    await before;
  }

  async #write(items: readonly T[]): Promise<void> {
    const bytes = Buffer.from(JSON.stringify(items));
    try {
      this.#file ??= await this.#open();
      await this.#file.appendFile(bytes);
    } catch (error) {
      throw fileError(error, this.#folder, 'read-only-database');
    }
    this.#sizes.push(bytes.length);
  }

  async #read(position: number, size: number): Promise<string> {
    const bytes = Buffer.allocUnsafe(size);
    await this.#file?.read(bytes, 0, size, position);
    return bytes.toString();
  }

  async #open(): Promise<FileHandle> {
    await mkdir(this.#folder, { recursive: true });
    const path = join(this.#folder, randomUUID());
    const file = await open(path, 'wx+');
    await rm(path);
    return file;
  }
}
