import { accessSync, constants } from 'node:fs';
import Database from 'better-sqlite3';
import { CalqueError } from '../../model/errors.ts';
import type { SqliteDatabase } from './connection.ts';
import { storeError } from './errors.ts';
import { schemaVersion } from './migrate.ts';
import { MIGRATIONS } from './migrations/migrations.ts';

/** What a database file was found to be. */
export interface Inspection {
  /** The version of its schema. */
  readonly schema: number;
  /** What is wrong with its pages, tables and indexes, in SQLite's words, which name them; nothing where all is well. */
  readonly damage: readonly string[];
}

/** As many faults as are told of at most. */
const MOST_FAULTS = 100;

/**
 * Reads a whole database file through, without changing it: 1 GB takes some seconds.
 * @throws CalqueError `file-unreadable`, `foreign-database` for what is no database of Calque, `newer-database`
 */
export function inspectDatabase(path: string): Inspection {
  return withReadOnly(path, (database) => ({ schema: schemaOf(database, path), damage: damageOf(database) }));
}

/** The schema version of a database file, which is read for nothing else. @throws CalqueError as {@link inspectDatabase} */
export function inspectSchema(path: string): number {
  return withReadOnly(path, (database) => schemaOf(database, path));
}

/** Opens a database file for as long as `work` takes; it cannot write. @throws CalqueError as {@link inspectDatabase} */
export function withReadOnly<T>(path: string, work: (database: SqliteDatabase) => T): T {
  try {
    accessSync(path, constants.R_OK);
  } catch (error) {
    throw new CalqueError(
      'file-unreadable',
      'The database cannot be read: there is no such file, or access is denied.',
      { where: path },
      { cause: error },
    );
  }
  let database: SqliteDatabase | undefined;
  try {
    database = new Database(path, { readonly: true, fileMustExist: true });
    return work(database);
  } catch (error) {
    throw storeError(error, path);
  } finally {
    database?.close();
  }
}

function schemaOf(database: SqliteDatabase, path: string): number {
  const schema = schemaVersion(database, path, MIGRATIONS.length);
  if (schema > 0) return schema;
  throw new CalqueError('foreign-database', 'The file is empty: no database of Calque.', { where: path });
}

function damageOf(database: SqliteDatabase): readonly string[] {
  try {
    const found = database.prepare<[], string>(`PRAGMA integrity_check(${MOST_FAULTS})`).pluck().all();
    return found.filter((line) => line !== 'ok');
  } catch (error) {
    // Damage can be such that looking for it breaks off.
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CORRUPT')) return [error.message];
    throw error;
  }
}
