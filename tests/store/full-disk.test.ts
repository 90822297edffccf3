import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openPostgresStore } from '../../memory/store/postgres/open.ts';
import { openSqliteStore } from '../../memory/store/sqlite/open.ts';
import type { Store } from '../../memory/store/store.ts';
import { fullDisk } from '../support/newsroom/troubles.ts';
import { databaseOnSmallDisk, SMALL_DISK, smallDisk } from '../support/small-disk.ts';
import { actor, makeMemory, rejection, unit } from './contract/samples.ts';

/** Stored at a time. */
const MANY = 100;
/** Times after which a disk with no room must have refused something: what is there already has some. */
const TIMES = 40;

const units = (time: number) =>
  Array.from({ length: MANY }, (_, n) => unit(`Le bac ${time}-${n} est parti.`, `Ferry ${time}-${n} has left.`));

describe('a store whose disk is full', () => {
  it('refuses what has no room, answers on, and takes it again, on SQLite', SMALL_DISK, async () => {
    const disk = await smallDisk();
    await expectNothingLost(await openSqliteStore(join(disk, 'calque.db')), disk);
  });

  it('refuses what has no room, answers on, and takes it again, on PostgreSQL', SMALL_DISK, async ({ skip }) => {
    const { url, disk } = (await databaseOnSmallDisk()) ?? skip('the PostgreSQL server is on another machine');
    await expectNothingLost(await openPostgresStore(url), disk);
  });
});

async function expectNothingLost(store: Store, disk: string): Promise<void> {
  onTestFinished(() => store.close());
  const { id } = await makeMemory(store);
  await store.addUnits(id, units(0), actor());
  const full = fullDisk(disk);
  await full.begin();
  let times = 1;
  const fill = async () => {
    for (; times < TIMES; times++) await store.addUnits(id, units(times), actor());
  };
  const { message } = await rejection(fill(), 'database-full');
  expect(message).toMatch(/disk is full/);
  const expectKept = async (count: number) => {
    expect(await store.getMemory(id)).toMatchObject({ unitCount: count });
    expect(await store.checkIndex()).toEqual({ units: count, wrong: [] });
  };
  await expectKept(times * MANY);
  await full.end();
  expect(await store.addUnits(id, units(times), actor())).toMatchObject({ added: MANY });
  await expectKept((times + 1) * MANY);
}
