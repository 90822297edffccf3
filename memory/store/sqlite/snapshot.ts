import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { COMPANIONS } from './companions.ts';
import type { SqliteDatabase } from './connection.ts';
import { storeError } from './errors.ts';

/** How the name of a file ends that is being written; left behind by a process that was killed. */
export const PARTIAL = '.partial';

/** What can only be wrong with the file that is written: its disk is another than the database's, maybe. */
const OF_THE_TARGET = /^SQLITE_(FULL|CANTOPEN|READONLY|IOERR_(WRITE|FSYNC|TRUNCATE))/;

/**
 * Writes the database, as it is at one moment, into a file of its own, while others read and write. The file is there
 * whole or not at all: it is written under another name, and examined and on disk before it gets its own. One that stood
 * there is replaced.
 * @param examine is given the path of the file that was written; where it throws, none gets the name
 * @returns what `examine` found
 * @throws CalqueError where the file cannot be written, SqliteError where the database cannot be read, with nothing left behind
 */
export function writeSnapshot<T>(database: SqliteDatabase, target: string, examine: (written: string) => T): T {
  const partial = target + PARTIAL;
  remove(partial);
  try {
    database.prepare('VACUUM INTO ?').run(partial);
    const found = examine(partial);
    placeDatabase(partial, target);
    return found;
  } catch (error) {
    remove(partial);
    const isOfTarget = error instanceof Database.SqliteError && OF_THE_TARGET.test(error.code);
    throw isOfTarget ? storeError(error, target) : error;
  }
}

function remove(partial: string): void {
  for (const end of ['', ...COMPANIONS]) rmSync(partial + end, { force: true });
}

/** Gives a database file that is complete, and closed, its own name once it is on disk. @throws Error with it removed */
export function placeDatabase(partial: string, target: string): void {
  try {
    onDisk(partial);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
  renameSync(partial, target);
  onDisk(dirname(target));
}

/** Waits until what was written to a file, or named in a folder, survives a loss of power. */
function onDisk(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
