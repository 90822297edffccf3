import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { mayMount, mountSmall, unmount } from './newsroom/troubles.ts';
import { databaseOn, runSql } from './postgres.ts';
import { skipUnless } from './skip.ts';

/** Of a disk that becomes full. */
const MEGABYTES = 64;

/** What a test needs that fills a disk. */
export const SMALL_DISK = skipUnless(mayMount(), 'needs the right to mount a small file system, which is then filled');

/** The folder of a small disk of the running test. @param like what its owner is to be that of */
export async function smallDisk(like?: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'calque-disk-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  // A server's user is another, who passes through here.
  await chmod(folder, 0o755);
  const disk = join(folder, 'disk');
  mountSmall(disk, MEGABYTES, like);
  onTestFinished(() => unmount(disk));
  return disk;
}

/** A PostgreSQL database with the present schema on a small disk, for the running test; none where the server is elsewhere. */
export async function databaseOnSmallDisk(): Promise<{ readonly url: string; readonly disk: string } | undefined> {
  const { url: server, prefix } = inject('postgres');
  const [place] = await runSql<{ data_directory: string }>(server, 'SHOW data_directory');
  if (place === undefined || !existsSync(place.data_directory)) return undefined;
  const disk = await smallDisk(place.data_directory);
  const name = `${prefix}_small`;
  await runSql(server, `CREATE TABLESPACE ${name} LOCATION '${disk}'`);
  onTestFinished(async () => {
    await runSql(server, `DROP TABLESPACE ${name}`);
  });
  await runSql(server, `CREATE DATABASE ${name} TEMPLATE ${prefix} TABLESPACE ${name}`);
  onTestFinished(async () => {
    await runSql(server, `DROP DATABASE ${name} WITH (FORCE)`);
  });
  return { url: databaseOn(server, name), disk };
}
