import { CalqueError } from '../../../memory/model/errors.ts';

/** Tools that keep everything in one file; larger ones of these kinds are not read into memory. */
const LARGEST_WHOLE = 256 * 1024 * 1024;

/** The ending of a file's name in lower case, without that of what it is packed in: `gz`, `zip`. */
export function extensionOf(name: string): string {
  const [, extension = ''] = /\.([a-z]+)$/i.exec(name.replace(/\.(gz|zip)$/i, '')) ?? [];
  return extension.toLowerCase();
}

/** The name of a file without the folders it lies in, which are nobody else's business. */
export function lastPart(path: string): string {
  return path.split(/[\\/]/).at(-1) || path;
}

/** Entries that a promise gives. */
export async function* later<T>(entries: () => Promise<AsyncIterable<T> | Iterable<T>>): AsyncGenerator<T> {
  yield* await entries();
}

/** All bytes of a file of which no piece can be read alone. @throws CalqueError `too-large` */
export async function whole(pieces: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    all.push(piece);
    size += piece.length;
    if (size > LARGEST_WHOLE) {
      throw new CalqueError('too-large', `${name} is larger than is taken of its kind, 256 MB.`, { where: name });
    }
  }
  return Buffer.concat(all);
}
