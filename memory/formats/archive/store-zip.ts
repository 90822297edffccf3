import { crc32 } from 'node:zlib';

const LOCAL = { signature: 0x04034b50, length: 30 };
const CENTRAL = { signature: 0x02014b50, length: 46 };
const END = { signature: 0x06054b50, length: 22 };
/** Version 2.0 of the format, with names in UTF-8. */
const VERSION = 20;
const UTF8_NAMES = 0x0800;

/** A ZIP archive of these files, none of them compressed. Up to 65,535 files and 4 GB. */
export function storeZip(files: Iterable<readonly [name: string, data: Uint8Array]>): Buffer {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [fileName, data] of files) {
    const name = Buffer.from(fileName);
    // Version, flags, method, time and date, checksum, both sizes, length of the name: the same in both headers.
    const common = Buffer.alloc(24);
    common.writeUInt16LE(VERSION, 0);
    common.writeUInt16LE(UTF8_NAMES, 2);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.alloc(LOCAL.length);
    local.writeUInt32LE(LOCAL.signature, 0);
    common.copy(local, 4);
    const central = Buffer.alloc(CENTRAL.length);
    central.writeUInt32LE(CENTRAL.signature, 0);
    central.writeUInt16LE(VERSION, 4);
    common.copy(central, 6);
    central.writeUInt32LE(offset, 42);
    pieces.push(local, name, data);
    directory.push(central, name);
    offset += LOCAL.length + name.length + data.length;
  }
  const end = Buffer.alloc(END.length);
  end.writeUInt32LE(END.signature, 0);
  end.writeUInt16LE(directory.length / 2, 8);
  end.writeUInt16LE(directory.length / 2, 10);
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, ...directory, end]);
}
