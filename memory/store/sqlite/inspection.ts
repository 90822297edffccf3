import { accessSync, constants } from 'node:fs';
import Database from 'better-sqlite3';
import { CalqueError } from '../../model/errors.ts';
import type { SqliteDatabase } from './connection.ts';
import { cutOff, damageOf, isDamage } from './damage.ts';
import { storeError } from './errors.ts';
import { schemaVersion } from './migrate.ts';
import { MIGRATIONS } from './migrations/migrations.ts';

/** What a database file was found to be. */
export interface Inspection {
  /** The version of its schema; 0 where damage keeps it from being read. */
  readonly schema: number;
  /** What is wrong with its pages, tables and indexes, which are named; nothing where all is well. */
  readonly damage: readonly string[];
}

/**
 * Reads a whole database file through, without changing it: 1 GB takes some seconds.
 * @throws CalqueError `file-unreadable`, `foreign-database` for what is no database of Calque, `newer-database`
 */
export function inspectDatabase(path: string): Inspection {
  return withReadOnly(path, (database) => {
    try {
      return { schema: schemaOf(database, path), damage: damageOf(database) };
    } catch (error) {
      if (!isDamage(error)) throw error;
      const missing = cutOff(path);
      const fault = missing && `the file is cut off: ${missing}`;
      return {
        schema: 0,
        damage: [fault ?? 'the pages that name its tables, of which 1 is the first, cannot be read'],
      };
    }
  });
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
