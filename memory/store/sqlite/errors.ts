import { basename } from 'node:path';
import Database from 'better-sqlite3';
import { CalqueError, type ErrorCode } from '../../model/errors.ts';
import { cutOff, isDamage } from './damage.ts';

const FULL = 'cannot grow, because its disk is full; nothing was changed. Make room there, and try again';
const REFUSES =
  'cannot be written to: its disk refuses, as one that fails or whose quota is used up does; nothing was changed';

/** SQLite's result codes that whoever runs Calque can do something about; extended codes begin with the plain one. */
const MEANINGS: readonly { readonly result: string; readonly code: ErrorCode; readonly says: string }[] = [
  { result: 'SQLITE_BUSY', code: 'database-busy', says: 'is in use by another program; try again in a moment' },
  { result: 'SQLITE_LOCKED', code: 'database-busy', says: 'is in use; try again in a moment' },
  { result: 'SQLITE_FULL', code: 'database-full', says: FULL },
  // The file beside it by which processes share what they know is the first for which there is no room.
  { result: 'SQLITE_IOERR_SHMSIZE', code: 'database-full', says: FULL },
  { result: 'SQLITE_IOERR_READ', code: 'foreign-database', says: 'cannot be read: its disk reports an error' },
  { result: 'SQLITE_IOERR_SHORT_READ', code: 'foreign-database', says: 'is cut off; restore it from a backup' },
  { result: 'SQLITE_IOERR', code: 'read-only-database', says: REFUSES },
  { result: 'SQLITE_READONLY', code: 'read-only-database', says: 'cannot be written to; nothing was changed' },
  { result: 'SQLITE_CANTOPEN', code: 'read-only-database', says: 'cannot be opened or created for writing' },
  { result: 'SQLITE_PERM', code: 'read-only-database', says: 'cannot be written to with the present rights' },
  { result: 'SQLITE_NOTADB', code: 'foreign-database', says: 'is not a database' },
  { result: 'SQLITE_CORRUPT', code: 'foreign-database', says: 'is damaged; restore it from a backup' },
];

/**
 * An error of SQLite in the words of {@link CalqueError}, with the original as its cause; any other error as it is.
 * @param path the database file, named in the sentence
 */
export function storeError(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const meaning = MEANINGS.find(({ result }) => error.code === result || error.code.startsWith(`${result}_`));
  const name = basename(path);
  if (meaning === undefined) {
    return new CalqueError(
      'internal',
      `The database ${name} failed: ${error.message}.`,
      { where: path },
      { cause: error },
    );
  }
  const missing = isDamage(error) ? cutOff(path) : undefined;
  const says = missing === undefined ? meaning.says : `is cut off: ${missing}; restore it from a backup`;
  return new CalqueError(meaning.code, `The database ${name} ${says}.`, { where: path }, { cause: error });
}
