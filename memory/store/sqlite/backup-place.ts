import { closeSync, existsSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { basename } from 'node:path';
import { CalqueError } from '../../model/errors.ts';
import { COMPANIONS } from './companions.ts';
import { APPLICATION_ID } from './migrate.ts';

/** Where the header of an SQLite file has the number of its application, and how many bytes. */
const APPLICATION_AT = 68;
const APPLICATION_BYTES = 4;

/**
 * Sees that a backup may be written under a name: nothing stands there, or a database of Calque that nobody has open, or an empty file.
 * @param path the database that is backed up
 * @throws CalqueError `usage` for the database itself, by whichever of its names, and for a folder; `already-exists` for
 *   any other file, `database-busy` for a database that is open or was not closed
 */
export function requireReplaceable(target: string, path: string): void {
  const name = basename(target);
  const present = statSync(target, { throwIfNoEntry: false });
  if (present !== undefined) {
    if (isSame(present, statSync(path, { throwIfNoEntry: false }))) {
      throw new CalqueError('usage', 'A backup cannot take the place of the database itself.', { where: target });
    }
    if (present.isDirectory()) {
      throw new CalqueError('usage', `${name} is a folder. Name a file in it.`, { where: target });
    }
    if (!present.isFile() || (present.size > 0 && !isOfCalque(target))) {
      const message = `${name} is there already, and is no database of Calque. Move it away, or name another file.`;
      throw new CalqueError('already-exists', message, { where: target });
    }
  }
  if (COMPANIONS.some((companion) => existsSync(target + companion))) {
    const message = `${name} is the name of a database that is open, or was not closed: its log lies beside it. Name another file.`;
    throw new CalqueError('database-busy', message, { where: target });
  }
}

function isSame(one: Stats, other: Stats | undefined): boolean {
  return one.dev === other?.dev && one.ino === other.ino;
}

function isOfCalque(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(APPLICATION_BYTES);
    readSync(file, bytes, 0, APPLICATION_BYTES, APPLICATION_AT);
    return bytes.readUInt32BE() === APPLICATION_ID;
  } finally {
    closeSync(file);
  }
}
