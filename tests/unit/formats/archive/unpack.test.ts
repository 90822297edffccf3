import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unpack } from '../../../../memory/formats/archive/unpack.ts';
import { zip } from '../../../support/office.ts';

const TEXT = Buffer.from('<tmx version="1.4">é</tmx>'.repeat(100));

/** @param piece how many bytes come at a time */
async function unpacked(bytes: Uint8Array, piece = bytes.length): Promise<string> {
  const file = {
    name: 'memory',
    async *open() {
      for (let start = 0; start < bytes.length; start += piece) yield bytes.subarray(start, start + piece);
    },
  };
  const pieces: Uint8Array[] = [];
  for await (const one of unpack(file, ['.tmx'])) pieces.push(one);
  return Buffer.concat(pieces).toString();
}

describe('unpack', () => {
  it('takes gzip, ZIP and plain files for the same', async () => {
    const readme = { name: 'readme.txt', data: Buffer.from('read me') };
    const folder = { name: 'a/', data: Buffer.alloc(0), method: 0 };
    const files = [
      TEXT,
      gzipSync(TEXT),
      zip(folder, readme, { name: 'a/M.TMX', data: TEXT }),
      zip({ name: 'm.tmx', data: TEXT, method: 0 }),
    ];
    for (const file of files) {
      expect(await unpacked(file)).toBe(TEXT.toString());
      expect(await unpacked(file, 7)).toBe(TEXT.toString());
    }
  });

  it('refuses what is damaged or cut off', async () => {
    const packed = gzipSync(TEXT);
    const archive = zip({ name: 'm.tmx', data: TEXT });
    const broken = [
      packed.subarray(0, packed.length - 12),
      Buffer.concat([packed.subarray(0, 15), Buffer.from('????'), packed.subarray(19)]),
      archive.subarray(0, archive.length - 10),
      Buffer.concat([archive.subarray(0, 10), archive.subarray(30)]),
      archive.subarray(0, 4),
    ];
    for (const bytes of broken) {
      await expect(unpacked(bytes)).rejects.toMatchObject({ code: 'ill-formed-file' });
    }
  });

  it('refuses archives with no or several such files, and what it cannot unpack', async () => {
    const one = { name: 'm.tmx', data: TEXT };
    await expect(unpacked(zip({ ...one, name: 'm.docx' }))).rejects.toThrow(/holds no \.tmx file/);
    await expect(unpacked(zip(one, { ...one, name: 'n.tmx' }))).rejects.toThrow(/holds 2 \.tmx files/);
    await expect(unpacked(zip({ ...one, flags: 1 }))).rejects.toThrow(/encrypted/);
    await expect(unpacked(zip({ ...one, method: 14 }))).rejects.toThrow(/method 14/);
  });

  it('stops where a file unpacks without end', async () => {
    const bomb = gzipSync(Buffer.alloc(80 * 1024 * 1024));
    await expect(unpacked(bomb)).rejects.toMatchObject({ code: 'too-large' });
  });
});
