import { CalqueError } from '../../model/errors.ts';

/** A file in a ZIP archive, as the directory of the archive has it. */
export interface ZipMember {
  readonly name: string;
  readonly isDeflated: boolean;
  /** What it says it unpacks to, in bytes; it need not be true. */
  readonly size: number;
  /** How many bytes are stored of it. */
  readonly packedSize: number;
  /** Where its header begins in the archive, which stands before what is stored. */
  readonly header: number;
}

/** A file in a ZIP archive, with what is stored of it. */
export interface ZipEntry extends ZipMember {
  readonly data: Uint8Array;
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;

/** The end of the directory, and the longest comment that may stand behind it: so much of an archive tells where that is. */
const END_BYTES = 22;
export const ZIP_TAIL_BYTES = END_BYTES + 0xffff;

/** The header before what is stored of a file, without the name and the further fields it ends in. */
export const ZIP_HEADER_BYTES = 30;

/** What ZIP64 puts in the place of sizes it keeps elsewhere. */
const ELSEWHERE = 0xffffffff;

/** Where the directory of an archive lies in it. */
export interface ZipDirectoryPlace {
  readonly start: number;
  readonly end: number;
  /** How many files and folders it says there are. */
  readonly count: number;
}

/**
 * The files in a ZIP archive, by its central directory; folders are left out.
 * @throws CalqueError as {@link zipDirectoryPlace}, {@link readZipDirectory} and {@link zipDataStart}
 */
export function readZip(bytes: Uint8Array, archive: string): readonly ZipEntry[] {
  const place = zipDirectoryPlace(bytes, archive);
  return readZipDirectory(bytes.subarray(place.start, place.end), place.count, archive).map((member) => {
    const start = zipDataStart(bytes.subarray(member.header, member.header + ZIP_HEADER_BYTES), member, archive);
    const data = bytes.subarray(start, start + member.packedSize);
    if (data.length < member.packedSize) throw damagedZip(archive);
    return { ...member, data };
  });
}

/**
 * @param tail the last {@link ZIP_TAIL_BYTES} of the archive, or more
 * @throws CalqueError `ill-formed-file` for a damaged or cut-off archive
 */
export function zipDirectoryPlace(tail: Uint8Array, archive: string): ZipDirectoryPlace {
  return guarded(archive, () => {
    const view = viewOf(tail);
    for (let place = tail.length - END_BYTES; place >= Math.max(0, tail.length - ZIP_TAIL_BYTES); place--) {
      if (view.getUint32(place, true) !== END_OF_DIRECTORY) continue;
      const start = view.getUint32(place + 16, true);
      return { start, end: start + view.getUint32(place + 12, true), count: view.getUint16(place + 10, true) };
    }
    throw damagedZip(archive);
  });
}

/**
 * @param directory the bytes of the directory
 * @throws CalqueError `ill-formed-file` for a damaged archive and for one with a name that leads out of it,
 * `unsupported-format` for one that is encrypted, larger than 4 GB or packed by another method than deflate
 */
export function readZipDirectory(directory: Uint8Array, count: number, archive: string): readonly ZipMember[] {
  return guarded(archive, () => {
    const view = viewOf(directory);
    const members: ZipMember[] = [];
    for (let place = 0, left = count; left > 0; left--) {
      if (view.getUint32(place, true) !== CENTRAL_HEADER) throw damagedZip(archive);
      const member = readMember(view, directory, place, archive);
      if (leadsOut(member.name)) throw escaping(archive, member.name);
      if (!member.name.endsWith('/')) members.push(member);
      place +=
        46 + view.getUint16(place + 28, true) + view.getUint16(place + 30, true) + view.getUint16(place + 32, true);
    }
    return members;
  });
}

/**
 * Where in the archive begins what is stored of a file.
 * @param header the {@link ZIP_HEADER_BYTES} of its header
 * @throws CalqueError `ill-formed-file` for a damaged or cut-off archive
 */
export function zipDataStart(header: Uint8Array, member: ZipMember, archive: string): number {
  return guarded(archive, () => {
    const view = viewOf(header);
    if (view.getUint32(0, true) !== LOCAL_HEADER) throw damagedZip(archive);
    return member.header + ZIP_HEADER_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
  });
}

function readMember(view: DataView, directory: Uint8Array, place: number, archive: string): ZipMember {
  const isEncrypted = (view.getUint16(place + 8, true) & 1) === 1;
  const method = view.getUint16(place + 10, true);
  const packedSize = view.getUint32(place + 20, true);
  const size = view.getUint32(place + 24, true);
  const header = view.getUint32(place + 42, true);
  const name = new TextDecoder().decode(directory.subarray(place + 46, place + 46 + view.getUint16(place + 28, true)));
  if (isEncrypted) throw unsupported(archive, `“${name}” in it is encrypted`);
  if (method !== 0 && method !== 8) throw unsupported(archive, `“${name}” in it is packed by the method ${method}`);
  if (packedSize === ELSEWHERE || header === ELSEWHERE) throw unsupported(archive, 'it is larger than 4 GB');
  return { name, isDeflated: method === 8, size, packedSize, header };
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

/** Offsets that point out of the file are what a cut-off or damaged archive has. */
function guarded<T>(archive: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw damagedZip(archive);
    throw error;
  }
}

/** Whether a program that unpacked it would write elsewhere than where it was told to. */
function leadsOut(name: string): boolean {
  return /^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\0/i.test(name);
}

function escaping(archive: string, name: string): CalqueError {
  const message = `${archive} is no archive that is safe to open: “${name.slice(0, 100)}” in it leads out of it.`;
  return new CalqueError('ill-formed-file', message, { where: archive });
}

export function damagedZip(archive: string): CalqueError {
  const message = `${archive} begins as a ZIP archive, but is damaged or cut off.`;
  return new CalqueError('ill-formed-file', message, { where: archive });
}

function unsupported(archive: string, why: string): CalqueError {
  return new CalqueError('unsupported-format', `${archive} cannot be unpacked here: ${why}.`, { where: archive });
}
