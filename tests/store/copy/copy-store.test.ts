import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newConcept } from '../../../memory/model/edit-entry.ts';
import type { CopySource, CopyTarget } from '../../../memory/store/copy/copy-side.ts';
import { copyStore, type TableCopy } from '../../../memory/store/copy/copy-store.ts';
import { postgresSource, postgresTarget } from '../../../memory/store/postgres/copying.ts';
import { openPostgresStore } from '../../../memory/store/postgres/open.ts';
import { sqliteSource, sqliteTarget } from '../../../memory/store/sqlite/copying.ts';
import { openSqliteStore } from '../../../memory/store/sqlite/open.ts';
import type { Store } from '../../../memory/store/store.ts';
import { scratchDatabase } from '../../support/database.ts';
import { runSql } from '../../support/postgres.ts';
import { actor, makeMemory, makeWork, nth, rejection, segment, unit } from '../contract/samples.ts';
import { newDatabasePath } from '../sqlite/place.ts';

/** Some of all that is kept, with what the engines write in different ways. */
async function fill(store: Store): Promise<void> {
  const { memory, segments } = await makeWork(store, [segment('Le port rouvre.'), segment('Deux.')]);
  const first = nth(segments, 0);
  const origin = { kind: 'human' } as const;
  await store.confirmSegment(first.id, 1, { target: ['The port reopens.'], origin }, actor(1));
  await store.addComment(first.id, 'Sûr ? 😀 "\\', actor(2));
  const stored = await store.addDocument(
    memory.id,
    {
      provenance: { title: 'Le procès', url: 'https://exemple.fr/1', publishedOn: '2021-11-02', translator: 'A. B.' },
      units: [
        unit('Un.', 'One.', { note: 'À relire.', properties: [{ type: 'x', value: 'y' }] }),
        unit(['Deux ', { form: 'open', id: '1', type: 'bold' }, 'fois', { form: 'close', id: '1' }], 'Twice.'),
        unit('Trois \0.', 'Three \ud800.'),
      ],
    },
    actor(3),
  );
  const [one = 0, two = 0] = stored.unitIds;
  await store.changeUnit(one, 1, { en: { language: 'en', content: ['The first.'] } }, actor(4));
  await store.deleteUnit(two, 1, actor(5));
  const batch = await store.openBatch({ memoryId: memory.id, kind: 'repair', about: {} }, actor(6));
  await store.changeUnits(
    batch.id,
    [{ does: 'change', id: one, version: 2, change: { flagged: true } }],
    'refuse',
    actor(6),
  );
  const termbase = await store.createTermbase('Presse', actor(7));
  const terms = [{ language: 'fr', text: 'cessez-le-feu' } as const, { language: 'en', text: 'ceasefire' } as const];
  await store.addEntries(termbase.id, [{ concept: newConcept({ terms }) }], actor(7));
  await store.createJob('reindex', {}, actor(8));
}

/** Everything that is read back from a store in the words of the port. */
async function told(store: Store): Promise<unknown> {
  const memories = await store.listMemories();
  const units = (await store.listUnits({}, { limit: 100 })).items;
  return {
    memories,
    revisions: await Promise.all(memories.map(({ id }) => store.memoryRevision(id))),
    units,
    histories: await Promise.all(units.map(({ id }) => store.unitHistory(id))),
    documents: (await store.listDocuments(undefined, { limit: 100 })).items,
    projects: await store.listProjects(),
    jobs: (await store.listJobs({ limit: 100 })).items,
    termbases: await store.listTermbases(),
    events: await store.eventsSince(0, 100),
    index: await store.checkIndex(),
  };
}

async function copied(from: Promise<CopySource>, to: () => Promise<CopyTarget>): Promise<readonly TableCopy[]> {
  const source = await from;
  try {
    const target = await to();
    try {
      return await copyStore(source, target);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function opened(store: Promise<Store>): Promise<Store> {
  const one = await store;
  onTestFinished(() => one.close());
  return one;
}

describe('copying a store', { timeout: 60_000 }, () => {
  it('carries everything to PostgreSQL and back, and goes on from there', async () => {
    const file = await newDatabasePath();
    const before = await openSqliteStore(file, { longestTail: 3 });
    await fill(before);
    const held = await told(before);
    await before.close();

    const url = await scratchDatabase();
    const there = await copied(sqliteSource(file), () => postgresTarget(url));
    const postgres = await openPostgresStore(url);
    expect(await told(postgres)).toEqual(held);
    await postgres.close();

    const again = `${file}.again`;
    const back = await copied(postgresSource(url), () => sqliteTarget(again));
    expect(byName(back)).toEqual(byName(there));
    for (const store of [await opened(openSqliteStore(again)), await opened(openPostgresStore(url))]) {
      expect(await told(store)).toEqual(held);
      const memory = await makeMemory(store, 'Neuve');
      const { unitIds } = await store.addUnits(memory.id, [unit('Neuf.', 'New.')], actor(20));
      expect([memory.id, unitIds]).toEqual([2, [5]]);
      expect(await store.memoryRevision(memory.id)).toBe(1);
      expect((await store.checkIndex()).wrong).toEqual([]);
    }
  });

  it('refuses a place in which something is, and leaves it as it is', async () => {
    const file = await newDatabasePath();
    const url = await scratchDatabase();
    const store = await openPostgresStore(url);
    await makeMemory(store, 'Present');
    await store.close();
    await (await openSqliteStore(file)).close();
    const refused = await rejection(
      copied(sqliteSource(file), () => postgresTarget(url)),
      'already-exists',
    );
    expect(refused.message).toContain('is not empty');
    await rejection(
      copied(postgresSource(url), () => sqliteTarget(file)),
      'already-exists',
    );
    await rejection(
      copied(sqliteSource(`${file}.none`), () => postgresTarget(url)),
      'file-unreadable',
    );
    const again = await opened(openPostgresStore(url));
    expect(await again.listMemories()).toMatchObject([{ name: 'Present' }]);
    expect(await makeMemory(again, 'Other')).toMatchObject({ id: 2 });
  });

  it('refuses what the other has no room for', async () => {
    const file = await newDatabasePath();
    await (await openSqliteStore(file)).close();
    const database = new Database(file);
    database.exec('CREATE TABLE recipes (name TEXT); INSERT INTO recipes VALUES (NULL)');
    database.close();
    const url = await scratchDatabase();
    const error = await rejection(
      copied(sqliteSource(file), () => postgresTarget(url)),
      'unsupported-database',
    );
    expect(error.message).toContain('recipes');
  });

  it('leaves nothing where it is cut off, and can be done again', async () => {
    const file = await newDatabasePath();
    const before = await openSqliteStore(file);
    await fill(before);
    const held = await told(before);
    await before.close();
    const url = await scratchDatabase();
    const name = new URL(url).pathname.slice(1);

    const source = await sqliteSource(file);
    const target = await postgresTarget(url);
    const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}' AND state <> 'active'`;
    await runSql(url, cut);
    await rejection(copyStore(source, target), 'database-unreachable');
    await target.close();
    await source.close();
    await copied(sqliteSource(file), () => postgresTarget(url));
    expect(await told(await opened(openPostgresStore(url)))).toEqual(held);

    const again = `${file}.again`;
    const back = await postgresSource(url);
    const partial = await sqliteTarget(again);
    const stop = new Error('cut off');
    const written = copyStore(back, partial, () => {
      throw stop;
    });
    await expect(written).rejects.toBe(stop);
    await partial.close();
    await back.close();
    expect(existsSync(again)).toBe(false);
    expect((await readdir(dirname(file))).filter((one) => one.includes('partial'))).toEqual([]);
  });

  it('lets nobody write into the first meanwhile', async () => {
    const file = await newDatabasePath();
    const store = await opened(openSqliteStore(file, { busyTimeout: 20 }));
    const source = await sqliteSource(file);
    await rejection(makeMemory(store), 'database-busy');
    await source.close();
    await makeMemory(store);

    const url = await scratchDatabase();
    const other = await opened(openPostgresStore(url, { patience: 50 }));
    const reading = await postgresSource(url);
    await rejection(makeMemory(other), 'database-busy');
    await reading.close();
    await makeMemory(other);
  });
});

function byName(copies: readonly TableCopy[]): readonly TableCopy[] {
  return copies.toSorted((a, b) => (a.table < b.table ? -1 : 1));
}
