import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { Shelf } from '../../../../src/services/imports/shelf.ts';

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'calque-shelf-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

async function taken<T>(shelf: Shelf<T>): Promise<readonly T[]> {
  const items: T[] = [];
  for await (const item of shelf.take()) items.push(item);
  return items;
}

it.each([0, 3, 500, 1_234, 8_001])(
  'gives back %i things in their order, however often, and leaves no file',
  async (count) => {
    const folder = await newFolder();
    const shelf = new Shelf<{ readonly text: string }>(join(folder, 'new'));
    const items = Array.from({ length: count }, (_, n) => ({ text: `Été ${n} 😀\n\u2028\ud800` }));
    for (const item of items) await shelf.put(item);
    expect(await taken(shelf)).toEqual(items);
    expect(await taken(shelf)).toEqual(items);
    expect(await readdir(join(folder, 'new')).catch(() => [])).toEqual([]);
    await shelf.close();
  },
);

it('says where there is no room for it', async () => {
  const shelf = new Shelf<number>(join(import.meta.filename, 'nowhere'));
  for (let n = 0; n < 999; n++) await shelf.put(n);
  await expect(shelf.put(999)).rejects.toMatchObject({ code: 'read-only-database' });
});
