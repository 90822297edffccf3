import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { CalqueError } from '../../model/errors.ts';
import { withAlone } from './alone.ts';
import { inspectDatabase, withReadOnly } from './inspection.ts';
import { writeSnapshot } from './snapshot.ts';

/** What belongs to a database besides its file, while it is open or after a crash. */
const COMPANIONS = ['-wal', '-shm', '-journal'];

/** A database that was put in the place of another. */
export interface Restored {
  /** The version of its schema. */
  readonly schema: number;
  /** Where the database that stood there lies now; absent where there was none. */
  readonly former?: string;
}

/**
 * Writes a backup of the database file, while others work with it, and reads the backup through.
 * @returns the version of its schema
 * @throws CalqueError as {@link inspectDatabase}, `database-full`, `foreign-database` where it is damaged, `usage` where
 *   the backup would take the place of the database
 */
export function backUpDatabase(path: string, target: string): number {
  if (resolve(path) === resolve(target)) {
    throw new CalqueError('usage', 'A backup cannot take the place of the database itself.', { where: target });
  }
  mkdirSync(dirname(target), { recursive: true });
  withReadOnly(path, (database) => writeSnapshot(database, target));
  return wholeDatabase(target);
}

/**
 * Puts the database that a backup holds in the place of the present one, which is kept beside it under a name that says
 * so. The backup is read through first, and stays as it is.
 * @param now what the name of the present database is told apart by, in milliseconds since 1970
 * @throws CalqueError `database-busy` while any program has the present database open, and as {@link inspectDatabase};
 *   then nothing is changed
 */
export function restoreDatabase(backup: string, path: string, now: number): Restored {
  const schema = wholeDatabase(backup);
  const incoming = `${path}.restored`;
  mkdirSync(dirname(path), { recursive: true });
  withReadOnly(backup, (database) => writeSnapshot(database, incoming));
  try {
    if (!existsSync(path)) {
      renameSync(incoming, path);
      return { schema };
    }
    requireUnused(path);
    const former = `${path}.before-${new Date(now).toISOString().replace(/[-:]|\.\d+/g, '')}`;
    for (const companion of COMPANIONS) {
      if (existsSync(path + companion)) renameSync(path + companion, former + companion);
    }
    keepAs(path, former);
    renameSync(incoming, path);
    return { schema, former };
  } finally {
    rmSync(incoming, { force: true });
  }
}

/** A second name for a file, so that at no moment there is none under its own; a copy where the file system has no such names. */
function keepAs(path: string, former: string): void {
  try {
    linkSync(path, former);
  } catch {
    copyFileSync(path, former);
  }
}

/** @returns the version of the schema @throws CalqueError `foreign-database` where the file is damaged */
function wholeDatabase(path: string): number {
  const { schema, damage } = inspectDatabase(path);
  const [first] = damage;
  if (first === undefined) return schema;
  throw new CalqueError('foreign-database', `${basename(path)} is damaged: ${first}.`, { where: path });
}

/** One that is damaged is used by nobody. */
function requireUnused(path: string): void {
  try {
    withAlone(path, 'restore', () => undefined);
  } catch (error) {
    if (error instanceof CalqueError && error.code === 'database-busy') throw error;
  }
}
