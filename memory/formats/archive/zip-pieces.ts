import {
  damagedZip,
  readZipDirectory,
  ZIP_HEADER_BYTES,
  ZIP_TAIL_BYTES,
  type ZipMember,
  zipDataStart,
  zipDirectoryPlace,
} from './zip.ts';

/** A file that can be read more than once, each time from its beginning, in pieces. */
export interface ReadableFile {
  /** Names it in errors. */
  readonly name: string;
  open(): AsyncIterable<Uint8Array>;
}

/** The directory of an archive of 65,535 files with long names has a tenth of this. */
const LARGEST_DIRECTORY = 64 * 1024 * 1024;

/**
 * The files in a ZIP archive of which no more is kept in memory than its directory: that is at its end, so the archive is
 * read through twice.
 *
 * @throws CalqueError as `readZip`
 */
export async function listZip(file: ReadableFile): Promise<readonly ZipMember[]> {
  let tail: Uint8Array = new Uint8Array();
  for await (const piece of file.open()) tail = Buffer.concat([tail, piece]).subarray(-ZIP_TAIL_BYTES);
  const { start, end, count } = zipDirectoryPlace(tail, file.name);
  if (end - start > LARGEST_DIRECTORY) throw damagedZip(file.name);
  return readZipDirectory(await gathered(range(file, start, end)), count, file.name);
}

/** What is stored of one of the files. @throws CalqueError `ill-formed-file` for a damaged or cut-off archive */
export async function* zipData(file: ReadableFile, member: ZipMember): AsyncGenerator<Uint8Array> {
  const header = await gathered(range(file, member.header, member.header + ZIP_HEADER_BYTES));
  const start = zipDataStart(header, member, file.name);
  let left = member.packedSize;
  for await (const piece of range(file, start, start + member.packedSize)) {
    left -= piece.length;
    yield piece;
  }
  if (left > 0) throw damagedZip(file.name);
}

/** The bytes from `from` to before `to`, as far as there are any. */
async function* range({ open }: ReadableFile, from: number, to: number): AsyncGenerator<Uint8Array> {
  let place = 0;
  for await (const piece of open()) {
    const wanted = piece.subarray(Math.max(0, from - place), Math.max(0, to - place));
    place += piece.length;
    if (wanted.length > 0) yield wanted;
    if (place >= to) return;
  }
}

async function gathered(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}
