import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import type { TroubledReport } from '../support/newsroom/trouble.ts';
import { workThrough } from '../support/newsroom/trouble.ts';
import {
  clockSetBack,
  cutConnections,
  fullDisk,
  lockedFile,
  lockedTables,
  mayMount,
  mountSmall,
  settableClock,
  unmount,
} from '../support/newsroom/troubles.ts';
import { databaseOn, runSql } from '../support/postgres.ts';
import { ON_POSTGRES } from '../support/server.ts';
import { skipUnless } from '../support/skip.ts';

/** How long another program holds the database, in milliseconds; longer than writes wait by hand: `CALQUE_LOCKED=15000`. */
const LOCKED = Number(process.env['CALQUE_LOCKED'] ?? 500);
const TOO_LONG = 11_000;
const REFUSALS = LOCKED > TOO_LONG ? (['database-busy'] as const) : [];

/** How often all connections to a server are cut; more by hand. */
const CUTS = Number(process.env['CALQUE_CUTS'] ?? 5);

const ROWS = 300;
/** Of the disk that becomes full. */
const MEGABYTES = 64;
/** What all of it may take, in milliseconds. */
const PATIENCE = 240_000;

const SMALL_DISK = skipUnless(mayMount(), 'needs the right to mount a small file system, which is then filled');

const EMBEDDED = ON_POSTGRES ? skipUnless(false, 'is of the embedded database') : SMALL_DISK;

/** PostgreSQL keeps its own promises, and takes its time over them: that ours hold on it is tried where they are asked for. */
const ON_A_SERVER =
  ON_POSTGRES || process.env['CALQUE_LOCKED'] !== undefined
    ? SMALL_DISK
    : skipUnless(false, 'takes a minute: CALQUE_LOCKED=500, or CALQUE_TEST_STORE=postgres, has it run');

describe('a server whose disk is full, whose database is locked or lost and whose clock goes back, while people work', () => {
  it('loses nothing on SQLite', { ...EMBEDDED, timeout: PATIENCE }, async () => {
    const folder = await newFolder();
    const data = join(folder, 'disk', 'data');
    smallDisk(join(folder, 'disk'));
    const clock = join(folder, 'clock');
    const troubles = [
      fullDisk(join(folder, 'disk')),
      lockedFile(join(data, 'calque.db'), LOCKED, REFUSALS),
      clockSetBack(clock),
    ];
    expectNothingLost(await workThrough({ data, env: settableClock(clock), troubles, seed: 1, rows: ROWS }));
  });

  it('loses nothing on PostgreSQL', { ...ON_A_SERVER, timeout: PATIENCE }, async ({ skip }) => {
    const folder = await newFolder();
    const { url: server, prefix } = inject('postgres');
    const [place] = await runSql<{ data_directory: string }>(server, 'SHOW data_directory');
    if (!existsSync(place?.data_directory ?? '')) skip('the PostgreSQL server is on another machine');
    const disk = join(folder, 'disk');
    // The server's user is another, who passes through here.
    await chmod(folder, 0o755);
    smallDisk(disk, place?.data_directory);
    const name = `${prefix}_small`;
    await runSql(server, `CREATE TABLESPACE ${name} LOCATION '${disk}'`);
    await runSql(server, `CREATE DATABASE ${name} TEMPLATE ${prefix} TABLESPACE ${name}`);
    onTestFinished(async () => {
      await runSql(server, `DROP DATABASE ${name} WITH (FORCE)`);
      await runSql(server, `DROP TABLESPACE ${name}`);
    });
    const url = databaseOn(server, name);
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

function smallDisk(folder: string, like?: string): void {
  mountSmall(folder, MEGABYTES, like);
  onTestFinished(() => unmount(folder));
}
