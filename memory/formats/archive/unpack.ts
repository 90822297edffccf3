import type { Duplex } from 'node:stream';
import { pipeline, Readable } from 'node:stream';
import { createGunzip, createInflateRaw } from 'node:zlib';
import { CalqueError } from '../../model/errors.ts';
import type { ZipMember } from './zip.ts';
import { listZip, type ReadableFile, zipData } from './zip-pieces.ts';

/** Text packs to a tenth or a twentieth; what unpacks to more than this many times its size was made to fill memories. */
const MAXIMUM_RATIO = 200;

/** The ratio is minded beyond this size only. */
const HARMLESS_BYTES = 64 * 1024 * 1024;

/**
 * The bytes of a file that may be packed: of a gzip file what it holds, of a ZIP archive the only file with one of the
 * extensions, of any other file itself. Unpacked in pieces while they are taken, of which none is kept.
 *
 * @param extensions with their dot, in lower case
 * @throws CalqueError while the pieces are taken: `ill-formed-file` for what is damaged or cut off, named `.gz` or `.zip` and
 * neither, or an archive with no or several such files; `too-large` for what unpacks without end; `unsupported-format` as
 * `readZip`
 */
export async function* unpack(file: ReadableFile, extensions: readonly string[]): AsyncGenerator<Uint8Array> {
  const { name } = file;
  const iterator = file.open()[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) return;
  const [a, b] = first.value;
  const whole = restOf(first.value, iterator);
  if (a === 0x1f && b === 0x8b) yield* inflated(whole, createGunzip(), name);
  else if (a === 0x50 && b === 0x4b) {
    await iterator.return?.();
    const member = onlyMember(await listZip(file), name, extensions);
    const data = zipData(file, member);
    yield* member.isDeflated ? inflated(data, createInflateRaw(), name) : data;
  } else if (/\.(?:gz|zip)$/i.test(name)) throw notPacked(name);
  else yield* whole;
}

async function* restOf(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  try {
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

function notPacked(name: string): CalqueError {
  const message = `${name} is not packed, as its name says: it is no gzip file and no ZIP archive.`;
  return new CalqueError('ill-formed-file', message, { where: name, line: 1 });
}

function onlyMember(members: readonly ZipMember[], archive: string, extensions: readonly string[]): ZipMember {
  const wanted = members.filter(({ name }) => {
    const lower = name.toLowerCase();
    return extensions.some((extension) => lower.endsWith(extension)) && !lower.startsWith('__macosx/');
  });
  const [member] = wanted;
  if (member && wanted.length === 1) return member;
  const kinds = extensions.join(' or ');
  const message = member
    ? `${archive} holds ${wanted.length} ${kinds} files; take them one by one.`
    : `${archive} is a ZIP archive that holds no ${kinds} file.`;
  throw new CalqueError('ill-formed-file', message, { where: archive });
}

async function* inflated(packed: AsyncIterable<Uint8Array>, inflate: Duplex, name: string): AsyncGenerator<Uint8Array> {
  let taken = 0;
  let length = 0;
  const counted = async function* () {
    for await (const piece of packed) {
      taken += piece.length;
      yield piece;
    }
  };
  try {
    const unpacked = pipeline(Readable.from(counted()), inflate, () => {});
    for await (const piece of unpacked as AsyncIterable<Uint8Array>) {
      length += piece.length;
      if (length > Math.max(HARMLESS_BYTES, taken * MAXIMUM_RATIO)) {
        const message = `${name} unpacks to more than ${MAXIMUM_RATIO} times its size, which no text does.`;
        throw new CalqueError('too-large', message, { where: name });
      }
      yield piece;
    }
  } catch (cause) {
    if (!isZlibError(cause)) throw cause;
    const message = `${name} cannot be unpacked: what is packed in it is damaged or cut off.`;
    throw new CalqueError('ill-formed-file', message, { where: name }, { cause });
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');
}
