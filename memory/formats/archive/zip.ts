import { CalqueError } from '../../model/errors.ts';

/** A file in a ZIP archive. */
export interface ZipEntry {
  readonly name: string;
  /** What is stored of it. */
  readonly data: Uint8Array;
  readonly isDeflated: boolean;
  /** What it says it unpacks to, in bytes; it need not be true. */
  readonly size: number;
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;

/** The end of the directory and the longest comment that may stand behind it. */
const END_BYTES = 22;
const MAXIMUM_COMMENT = 0xffff;

/** What ZIP64 puts in the place of sizes it keeps elsewhere. */
const ELSEWHERE = 0xffffffff;

/**
 * The files in a ZIP archive, by its central directory; folders are left out.
 * @throws CalqueError `ill-formed-file` for a damaged or cut-off archive and for one with a name that leads out of it, `unsupported-format` for one that is encrypted,
 * larger than 4 GB or packed by another method than deflate
 */
export function readZip(bytes: Uint8Array, archive: string): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = findEnd(view);
    if (end === undefined) throw damaged(archive);
    const entries: ZipEntry[] = [];
    let place = view.getUint32(end + 16, true);
    for (let count = view.getUint16(end + 10, true); count > 0; count--) {
      if (view.getUint32(place, true) !== CENTRAL_HEADER) throw damaged(archive);
      const entry = readEntry(view, bytes, place, archive);
      if (leadsOut(entry.name)) throw escaping(archive, entry.name);
      if (!entry.name.endsWith('/')) entries.push(entry);
      place +=
        46 + view.getUint16(place + 28, true) + view.getUint16(place + 30, true) + view.getUint16(place + 32, true);
    }
    return entries;
  } catch (error) {
    // Offsets that point out of the file are what a cut-off or damaged archive has.
    if (error instanceof RangeError) throw damaged(archive);
    throw error;
  }
}

function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_BYTES - MAXIMUM_COMMENT);
  for (let place = view.byteLength - END_BYTES; place >= first; place--) {
    if (view.getUint32(place, true) === END_OF_DIRECTORY) return place;
  }
  return undefined;
}

function readEntry(view: DataView, bytes: Uint8Array, place: number, archive: string): ZipEntry {
  const isEncrypted = (view.getUint16(place + 8, true) & 1) === 1;
  const method = view.getUint16(place + 10, true);
  const size = view.getUint32(place + 20, true);
  const unpacked = view.getUint32(place + 24, true);
  const local = view.getUint32(place + 42, true);
  const name = new TextDecoder().decode(bytes.subarray(place + 46, place + 46 + view.getUint16(place + 28, true)));
  if (isEncrypted) throw unsupported(archive, `“${name}” in it is encrypted`);
  if (method !== 0 && method !== 8) throw unsupported(archive, `“${name}” in it is packed by the method ${method}`);
  if (size === ELSEWHERE || local === ELSEWHERE) throw unsupported(archive, 'it is larger than 4 GB');
  if (view.getUint32(local, true) !== LOCAL_HEADER) throw damaged(archive);
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + size > bytes.length) throw damaged(archive);
  return { name, data: bytes.subarray(start, start + size), isDeflated: method === 8, size: unpacked };
}

/** Whether a program that unpacked it would write elsewhere than where it was told to. */
function leadsOut(name: string): boolean {
  return /^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\0/i.test(name);
}

function escaping(archive: string, name: string): CalqueError {
  const message = `${archive} is no archive that is safe to open: “${name.slice(0, 100)}” in it leads out of it.`;
  return new CalqueError('ill-formed-file', message, { where: archive });
}

function damaged(archive: string): CalqueError {
  const message = `${archive} begins as a ZIP archive, but is damaged or cut off.`;
  return new CalqueError('ill-formed-file', message, { where: archive });
}

function unsupported(archive: string, why: string): CalqueError {
  return new CalqueError('unsupported-format', `${archive} cannot be unpacked here: ${why}.`, { where: archive });
}
