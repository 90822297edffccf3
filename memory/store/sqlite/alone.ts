import { basename } from 'node:path';
import Database from 'better-sqlite3';
import { CalqueError } from '../../model/errors.ts';
import type { SqliteDatabase } from './connection.ts';
import { storeError } from './errors.ts';

/**
 * Opens a database file that no other program has open, for as long as `work` takes. Leaving the write-ahead log takes
 * the database for oneself; whoever opens it next enters it again.
 * @param verb what is to be done, as the error says it
 * @throws CalqueError `database-busy` while any other program has it open
 */
export function withAlone<T>(path: string, verb: string, work: (database: SqliteDatabase) => T): T {
  const database = new Database(path, { fileMustExist: true, timeout: 0 });
  try {
    requireAlone(database, path, verb);
    return work(database);
  } catch (error) {
    throw storeError(error, path);
  } finally {
    database.close();
  }
}

function requireAlone(database: SqliteDatabase, path: string, verb: string): void {
  try {
    database.pragma('journal_mode = DELETE');
  } catch (error) {
    const meant = storeError(error, path);
    if (!(meant instanceof CalqueError) || meant.code !== 'database-busy') throw meant;
    const message = `The database ${basename(path)} is in use. Stop the server, then ${verb}.`;
    throw new CalqueError('database-busy', message, { where: path }, { cause: error });
  }
}
