import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { TroubledReport } from '../support/newsroom/trouble.ts';
import { workThrough } from '../support/newsroom/trouble.ts';
import {
  clockSetBack,
  cutConnections,
  fullDisk,
  lockedFile,
  lockedTables,
  settableClock,
} from '../support/newsroom/troubles.ts';
import { ON_POSTGRES } from '../support/server.ts';
import { skipUnless } from '../support/skip.ts';
import { databaseOnSmallDisk, SMALL_DISK, smallDisk } from '../support/small-disk.ts';

/** How long another program holds the database, in milliseconds; longer than writes wait by hand: `CALQUE_LOCKED=15000`. */
const LOCKED = Number(process.env['CALQUE_LOCKED'] ?? 500);
const TOO_LONG = 11_000;
const REFUSALS = LOCKED > TOO_LONG ? (['database-busy'] as const) : [];

/** How often all connections to a server are cut; more by hand. */
const CUTS = Number(process.env['CALQUE_CUTS'] ?? 5);

const ROWS = 300;
/** What all of it may take, in milliseconds. */
const PATIENCE = 240_000;

const EMBEDDED = ON_POSTGRES ? skipUnless(false, 'is of the embedded database') : SMALL_DISK;

/** PostgreSQL keeps its own promises, and takes its time over them: that ours hold on it is tried where they are asked for. */
const ON_A_SERVER =
  ON_POSTGRES || process.env['CALQUE_LOCKED'] !== undefined
    ? SMALL_DISK
    : skipUnless(false, 'takes a minute: CALQUE_LOCKED=500, or CALQUE_TEST_STORE=postgres, has it run');

describe('a server whose disk is full, whose database is locked or lost and whose clock goes back, while people work', () => {
  it('loses nothing on SQLite', { ...EMBEDDED, timeout: PATIENCE }, async () => {
    const folder = await newFolder();
    const disk = await smallDisk();
    const data = join(disk, 'data');
    const clock = join(folder, 'clock');
    const troubles = [fullDisk(disk), lockedFile(join(data, 'calque.db'), LOCKED, REFUSALS), clockSetBack(clock)];
    expectNothingLost(await workThrough({ data, env: settableClock(clock), troubles, seed: 1, rows: ROWS }));
  });

  it('loses nothing on PostgreSQL', { ...ON_A_SERVER, timeout: PATIENCE }, async ({ skip }) => {
    const folder = await newFolder();
    const { url, disk } = (await databaseOnSmallDisk()) ?? skip('the PostgreSQL server is on another machine');
    const clock = join(folder, 'clock');
    const env = { ...settableClock(clock), CALQUE_DATABASE: url };
    const troubles = [
      fullDisk(disk),
      lockedTables(url, LOCKED, REFUSALS),
      cutConnections(url, CUTS),
      clockSetBack(clock),
    ];
    expectNothingLost(await workThrough({ data: join(folder, 'data'), env, troubles, seed: 1, rows: ROWS }));
  });
});

function expectNothingLost(report: TroubledReport): void {
  if (process.env['CALQUE_LOCKED'] !== undefined) console.dir(report);
  expect(report).toMatchObject({ errors: [], unexpected: [], contradictions: [], check: { wrong: [] } });
  expect(report.imported.added + report.imported.merged).toBe(ROWS);
  expect(report.archived).toBeGreaterThanOrEqual(ROWS);
  // What whoever had to wait was told, and nothing else.
  const told = [...Object.keys(report.refusals), ...Object.keys(report.failedJobs)];
  const expected = ['database-full', 'database-busy', 'database-unreachable'];
  expect(told.filter((code) => !expected.includes(code))).toEqual([]);
}

/** A folder of its own for the files of a test, gone after it. */
async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'calque-troubled-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
