import { existsSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { CalqueError } from '../../model/errors.ts';
import {
  bytesOf,
  type CopiedRow,
  type CopiedTable,
  type CopySource,
  type CopyTarget,
  PORTION_BYTES,
  STATE_TABLE,
} from '../copy/copy-side.ts';
import { openDatabase, type SqliteDatabase } from './connection.ts';
import { storeError } from './errors.ts';
import { inspectSchema } from './inspection.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { openSqliteStore } from './open.ts';
import { placeDatabase } from './snapshot.ts';

/** Milliseconds to wait for another program's transaction. */
const PATIENCE = 5000;

/**
 * Opens a database file to copy all it holds; it is brought forward to the present schema first.
 * @throws CalqueError `file-unreadable` where there is none, `database-busy`, and as {@link openSqliteStore}
 */
export async function sqliteSource(path: string): Promise<CopySource> {
  inspectSchema(path);
  await (await openSqliteStore(path)).close();
  const database = openDatabase(path, PATIENCE);
  try {
    // Whoever would write meanwhile is kept waiting: it would not be copied.
    database.exec('BEGIN IMMEDIATE');
  } catch (error) {
    database.close();
    throw storeError(error, path);
  }
  return {
    ...reading(database, basename(path)),
    async close() {
      database.exec('ROLLBACK');
      database.close();
    },
  };
}

/**
 * Makes a database file to copy into, under another name until it is finished.
 * @throws CalqueError `already-exists` where there is a file already, `read-only-database`
 */
export async function sqliteTarget(path: string): Promise<CopyTarget> {
  const name = basename(path);
  if (existsSync(path)) {
    const message = `There is a database ${name} already. Move it away, or name another file.`;
    throw new CalqueError('already-exists', message, { where: path });
  }
  const partial = `${path}.partial`;
  const remove = () => {
    for (const file of [partial, `${partial}-journal`]) rmSync(file, { force: true });
  };
  remove();
  const database = openDatabase(partial, PATIENCE);
  let finished = false;
  let triggers: readonly string[];
  try {
    migrate(database, partial, MIGRATIONS);
    triggers = withoutTriggers(database);
    database.pragma('foreign_keys = OFF');
    database.exec(`BEGIN IMMEDIATE; DELETE FROM ${STATE_TABLE}`);
  } catch (error) {
    database.close();
    remove();
    throw storeError(error, path);
  }

  return {
    ...reading(database, name),
    stored: (value) => value,

    async write(table, rows) {
      try {
        const insert = database.prepare(insertionInto(table));
        for (const row of rows) insert.run(...row);
      } catch (error) {
        throw storeError(error, path);
      }
    },

    async goOnAfter(last) {
      for (const [table, number] of last) {
        database.prepare('DELETE FROM sqlite_sequence WHERE name = ?').run(table);
        database.prepare('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)').run(table, number);
      }
    },

    async finish() {
      try {
        for (const trigger of triggers) database.exec(trigger);
        const [broken] = database.pragma('foreign_key_check') as readonly { readonly table: string }[];
        if (broken !== undefined) throw new Error(`a row of ${broken.table} names another that is not there`);
        database.exec('COMMIT');
        database.pragma('journal_mode = WAL');
        database.close();
        placeDatabase(partial, path);
        finished = true;
      } catch (error) {
        throw storeError(error, path);
      }
    },

    async close() {
      if (finished) return;
      if (database.open) database.close();
      remove();
    },
  };
}

function reading(database: SqliteDatabase, name: string): Omit<CopySource, 'close'> {
  return {
    name,
    tables: async () => tablesOf(database),

    async *rows(table) {
      let portion: CopiedRow[] = [];
      let bytes = 0;
      for (const row of database.prepare<[], CopiedRow>(selectionOf(table)).raw().iterate()) {
        portion.push(row);
        bytes += bytesOf(row);
        if (bytes < PORTION_BYTES) continue;
        yield portion;
        portion = [];
        bytes = 0;
      }
      if (portion.length > 0) yield portion;
    },

    async lastNumbers() {
      const rows = database.prepare<[], { name: string; seq: number }>('SELECT name, seq FROM sqlite_sequence').all();
      return new Map(rows.map((row) => [row.name, row.seq]));
    },
  };
}

function tablesOf(database: SqliteDatabase): readonly CopiedTable[] {
  const names = database
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
    )
    .pluck()
    .all();
  const columnsOf = database.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck();
  const referencesOf = database.prepare<[string], string>('SELECT "table" FROM pragma_foreign_key_list(?)').pluck();
  return names.map((name) => ({ name, columns: columnsOf.all(name), references: referencesOf.all(name) }));
}

/** Takes away what would count again what was counted. @returns what makes it again */
function withoutTriggers(database: SqliteDatabase): readonly string[] {
  const triggers = database
    .prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
    .all();
  for (const { name } of triggers) database.exec(`DROP TRIGGER "${name}"`);
  return triggers.map(({ sql }) => sql);
}

function selectionOf({ name, columns }: CopiedTable): string {
  return `SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(name)}`;
}

function insertionInto({ name, columns }: CopiedTable): string {
  const marks = columns.map(() => '?').join(', ');
  return `INSERT INTO ${quoted(name)} (${columns.map(quoted).join(', ')}) VALUES (${marks})`;
}

function quoted(name: string): string {
  return `"${name}"`;
}
