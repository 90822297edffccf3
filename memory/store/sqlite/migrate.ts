import { basename } from 'node:path';
import Database from 'better-sqlite3';
import { CalqueError } from '../../model/errors.ts';
import type { Migration } from '../sql/migration.ts';
import type { SqliteDatabase } from './connection.ts';
import { storeError } from './errors.ts';
import { writeSnapshot } from './snapshot.ts';

/** “Calq” in ASCII, in the file's header: what tells a Calque database from any other SQLite file. */
export const APPLICATION_ID = 0x43616c71;

/**
 * Brings the schema forward to the last of `migrations`, each step in a transaction of its own; a new database is made
 * in one, which spares the disk as many waits. A database that holds something is first copied to {@link backupPath}, by
 * the process that takes the first step: of several that are started at once, the others wait. A step that fails leaves the
 * version before it.
 * @throws CalqueError `newer-database`, `foreign-database`, and those of any write
 */
export function migrate(database: SqliteDatabase, path: string, migrations: readonly Migration[]): void {
  try {
    // One read transaction: another process may be creating the database between two readings of its header.
    const present = database.transaction(() => schemaVersion(database, path, migrations.length))();
    if (present === migrations.length) return;
    const missing = migrations.slice(present);
    for (const steps of present === 0 ? [missing] : missing.map((one) => [one])) {
      database.transaction(() => take(database, path, steps, { present, latest: migrations.length })).immediate();
    }
  } catch (error) {
    throw storeError(error, path);
  }
}

/** Where the state before a migration is kept: beside the database, named after the schema it has. */
export function backupPath(path: string, version: number): string {
  return `${path}.schema-${version}.backup`;
}

/** The schema version of the database, 0 for an empty one. @throws CalqueError `newer-database`, `foreign-database` */
export function schemaVersion(database: SqliteDatabase, path: string, latest: number): number {
  const name = basename(path);
  const application = database.pragma('application_id', { simple: true });
  const version = Number(database.pragma('user_version', { simple: true }));
  if (application !== APPLICATION_ID) {
    const tables = database.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get();
    if (application === 0 && version === 0 && tables === 0) return 0;
    throw new CalqueError('foreign-database', `The database ${name} belongs to another application.`, { where: path });
  }
  if (version > latest) {
    const message = `The database ${name} was made by a newer version of Calque (schema ${version}; this one knows up to ${latest}). Update Calque, or restore a backup.`;
    throw new CalqueError('newer-database', message, { where: path });
  }
  return version;
}

/** @param known the version that was found first: where it is still the present one, nobody has kept it yet */
function take(
  database: SqliteDatabase,
  path: string,
  steps: readonly Migration[],
  known: { readonly present: number; readonly latest: number },
): void {
  // Another process may have taken some of them while this one waited for the lock.
  const present = schemaVersion(database, path, known.latest);
  if (present > 0 && present === known.present && !database.memory) keepPresent(path, backupPath(path, present));
  for (const { version, sql } of steps) {
    if (version <= present) continue;
    database.exec(sql);
    database.pragma(`application_id = ${APPLICATION_ID}`);
    database.pragma(`user_version = ${version}`);
  }
}

/** By a connection of its own, which reads while the other keeps everybody from writing. */
function keepPresent(path: string, target: string): void {
  const database = new Database(path, { readonly: true, fileMustExist: true });
  try {
    writeSnapshot(database, target, () => undefined);
  } finally {
    database.close();
  }
}
