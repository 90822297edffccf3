import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SqliteDatabase } from './connection.ts';

/**
 * Writes the database, as it is at one moment, into a file of its own, while others read and write. The file is there
 * whole or not at all: it is written under another name, and on disk before it gets its own. One that stood there is
 * replaced.
 * @throws SqliteError with nothing left behind
 */
export function writeSnapshot(database: SqliteDatabase, target: string): void {
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  try {
    database.prepare('VACUUM INTO ?').run(partial);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
  placeDatabase(partial, target);
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
