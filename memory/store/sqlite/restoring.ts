import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { CalqueError } from '../../model/errors.ts';
import { withAlone } from './alone.ts';
import { requireReplaceable } from './backup-place.ts';
import { COMPANIONS } from './companions.ts';
import { inspectDatabase, inspectSchema, withReadOnly } from './inspection.ts';
import { writeSnapshot } from './snapshot.ts';

/** A database that was put in the place of another. */
export interface Restored {
  /** The version of its schema. */
  readonly schema: number;
  /** Where the database that stood there lies now; absent where there was none. */
  readonly former?: string;
}

/**
 * Writes a backup of the database file, while others work with it, and reads the backup through before it gets its name.
 * @returns the version of its schema
 * @throws CalqueError as {@link inspectDatabase} and {@link requireReplaceable}, `database-full`, `foreign-database` where
 *   it is damaged
 */
export function backUpDatabase(path: string, target: string): number {
  mkdirSync(dirname(target), { recursive: true });
  requireReplaceable(target, path);
  inspectSchema(path);
  return withReadOnly(path, (database) => writeSnapshot(database, target, wholeDatabase));
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
  withReadOnly(backup, (database) => writeSnapshot(database, incoming, () => undefined));
  try {
    const isThere = existsSync(path);
    if (isThere) requireUnused(path);
    const former = freeName(`${path}.before-${new Date(now).toISOString().replace(/[-:]|\.\d+/g, '')}`);
    // Cut off in between, the one before is whole under its new name. A log is no database's but its own: left here, even
    // by one that was taken away, it would be played into the restored one.
    if (isThere) keepAs(path, former);
    for (const companion of COMPANIONS) {
      if (existsSync(path + companion)) renameSync(path + companion, former + companion);
    }
    renameSync(incoming, path);
    return { schema, ...(isThere && { former }) };
  } finally {
    rmSync(incoming, { force: true });
  }
}

/** The name, or the first with a number after it that nothing has: what was kept in the same second stays. */
function freeName(name: string): string {
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${name}-${number}`;
    if (['', ...COMPANIONS].every((end) => !existsSync(free + end))) return free;
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
