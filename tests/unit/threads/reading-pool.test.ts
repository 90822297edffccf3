import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { indexedRetrieval } from '../../../memory/retrieval/indexed.ts';
import { openSqliteStore } from '../../../memory/store/sqlite/open.ts';
import type { PoolOptions, ReadingPool } from '../../../src/threads/reading-pool.ts';
import { openReadingPool } from '../../../src/threads/reading-pool.ts';
import { sideBySide } from '../../../src/threads/side-by-side.ts';
import { query } from '../retrieval/units.ts';

const ACTOR = { by: 'test', at: '2026-01-02T03:04:05.000Z' };
const MATCHES = { matches: true, related: false } as const;

async function newFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'calque-pool-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'calque.db');
}

async function openStore(file: string) {
  const store = await openSqliteStore(file, { longestTail: 2 });
  onTestFinished(() => store.close());
  const memory = await store.createMemory({ name: 'Port' }, ACTOR);
  const add = (fr: string, en: string) =>
    store.addUnits(
      memory.id,
      [
        {
          fr: { language: 'fr', content: [fr] },
          en: { language: 'en', content: [en] },
          origin: { kind: 'human' },
          status: 'confirmed',
        },
      ],
      ACTOR,
    );
  return { store, memory, add };
}

function openPool(file: string, options?: PoolOptions): ReadingPool {
  const pool = openReadingPool({ databaseFile: file }, options);
  onTestFinished(() => pool.close());
  return pool;
}

// Threads are started from sources here, which takes a while on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

it('finds in every thread what another has just stored, through blocks that are read once', async () => {
  const file = await newFile();
  const { store, memory, add } = await openStore(file);
  const pool = openPool(file, { threads: 3 });
  for (const [number, word] of ['un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept'].entries()) {
    await add(`Le quai ${word} est fermé ce matin.`, `Quay ${number} is closed this morning.`);
    const asked = query(`Le quai ${word} est fermé ce matin.`, { memories: [memory], minimumRate: 70 });
    const found = await Promise.all(Array.from({ length: 6 }, () => pool.find(asked, MATCHES)));
    for (const { matches } of found) expect(matches[0]).toMatchObject({ rate: 100, source: asked.content });
  }
  const asked = query('Ce matin, un quai est fermé.', { memories: [memory], minimumRate: 70, minimumConfidence: 0 });
  const tiers = { matches: true, related: true, fragments: true };
  const found = await sideBySide(pool).find(asked, tiers);
  expect(found).toEqual(await indexedRetrieval(store).find(asked, tiers));
  expect(found.related).not.toEqual([]);
});

it('reads lists as the store itself does, and passes its errors on', async () => {
  const file = await newFile();
  const { store, memory, add } = await openStore(file);
  await add('Le port est fermé.', 'The harbour is closed.');
  const pool = openPool(file);
  const filter = { memoryId: memory.id, text: 'port' };
  expect(await pool.listUnits(filter, { limit: 5 })).toEqual(await store.listUnits(filter, { limit: 5 }));
  await expect(pool.listUnits(filter, { limit: 0 })).rejects.toMatchObject({ code: 'bad-request' });
});

it('ends a call that takes too long, and answers the next', async () => {
  const file = await newFile();
  const { memory } = await openStore(file);
  const impatient = openPool(file, { threads: 1, patience: 0 });
  const asked = query('Le port est fermé.', { memories: [memory] });
  await expect(impatient.find(asked, MATCHES)).rejects.toMatchObject({ code: 'took-too-long' });
  await expect(impatient.find(asked, MATCHES)).rejects.toMatchObject({ code: 'took-too-long' });
});

it('tries twice where a thread breaks off, says so, and starts another for the next call', async () => {
  const file = await newFile();
  const pool = openPool(file, { threads: 1 });
  await expect(pool.listUnits({}, { limit: 5 })).rejects.toMatchObject({ code: 'internal' });
  await openStore(file);
  expect(await pool.listUnits({}, { limit: 5 })).toEqual({ items: [] });
});

it('fails what waits when it is closed', async () => {
  const file = await newFile();
  await openStore(file);
  const pool = openReadingPool({ databaseFile: file }, { threads: 1 });
  const waiting = Promise.allSettled(Array.from({ length: 3 }, () => pool.listUnits({}, { limit: 5 })));
  await pool.close();
  for (const { status } of await waiting) expect(status).toBe('rejected');
});
