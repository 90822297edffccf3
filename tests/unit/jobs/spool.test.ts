import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSpool } from '../../../src/jobs/spool.ts';

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'calque-spool-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

describe('the spool', () => {
  it('keeps a file until it is removed', async () => {
    const folder = await newFolder();
    const spool = createSpool(join(folder, 'spool'));
    const file = await spool.keep(Readable.from([Buffer.from('une '), Buffer.from('dépêche')]));
    expect((await spool.read(file)).toString()).toBe('une dépêche');
    await spool.remove([file]);
    await spool.remove([file]);
    expect(await readdir(join(folder, 'spool'))).toEqual([]);
  });

  it('takes no more than there is room for, and keeps nothing of what is too much', async () => {
    const folder = await newFolder();
    const spool = createSpool(folder, { file: 10, all: 15 });
    await expect(spool.keep(Buffer.alloc(11))).rejects.toMatchObject({ code: 'too-large' });
    await spool.keep(Buffer.alloc(10));
    await expect(spool.keep(Buffer.alloc(6))).rejects.toMatchObject({ code: 'too-large' });
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('reads nothing outside its folder', async () => {
    const spool = createSpool(await newFolder());
    expect(() => spool.pathOf('../calque.db')).toThrow(expect.objectContaining({ code: 'not-found' }));
  });

  it('sweeps away what was left behind a week ago', async () => {
    const folder = await newFolder();
    const spool = createSpool(folder);
    const [old, young] = [await spool.keep(Buffer.from('a')), await spool.keep(Buffer.from('b'))];
    const now = Date.now();
    await utimes(join(folder, old), now / 1000, now / 1000 - 8 * 24 * 3600);
    await spool.sweep(now);
    expect(await readdir(folder)).toEqual([young]);
  });
});
