import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CalqueError } from '../../../memory/model/errors.ts';
import type { Migration } from '../../../memory/store/sql/migration.ts';
import { inspectDatabase } from '../../../memory/store/sqlite/inspection.ts';
import { backupPath, migrate } from '../../../memory/store/sqlite/migrate.ts';
import { MIGRATIONS } from '../../../memory/store/sqlite/migrations/migrations.ts';
import { openSqliteStore } from '../../../memory/store/sqlite/open.ts';
import { expectKept, SCHEMAS, schemaFile } from '../kept-sample.ts';
import { newDatabasePath } from './place.ts';

const MIGRATOR = fileURLToPath(new URL('migrator.ts', import.meta.url));

describe('migrations', () => {
  it('are numbered from 1 without a gap, and each has a database of its schema kept', () => {
    const versions = MIGRATIONS.map(({ version }) => version);
    expect(versions).toEqual(versions.map((_, index) => index + 1));
    expect(readdirSync(fileURLToPath(SCHEMAS)).sort()).toEqual(versions.map((version) => `v${version}.sql`).sort());
  });

  it.each(MIGRATIONS.map(({ version }) => version))('lead from nothing to schema %i as it was released', (version) => {
    const made = new Database(':memory:');
    migrate(made, ':memory:', MIGRATIONS.slice(0, version));
    const kept = new Database(':memory:');
    kept.exec(schemaFile(version));
    expect(structure(made)).toEqual(structure(kept));
    expect(made.pragma('user_version', { simple: true })).toBe(version);
  });

  it.each(MIGRATIONS.map(({ version }) => version))(
    'bring a database of schema %i forward with all it holds',
    async (version) => {
      const path = await newDatabasePath();
      const old = new Database(path);
      old.exec(schemaFile(version));
      const before = rowCounts(old);
      expect(before.filter(([table]) => !table.startsWith('sqlite_')).every(([, rows]) => rows > 0)).toBe(true);
      old.close();

      const store = await openSqliteStore(path);
      onTestFinished(() => store.close());
      expect(existsSync(backupPath(path, version))).toBe(version < MIGRATIONS.length);
      await expectKept(store);
    },
  );
});

describe('the migration runner', () => {
  const one: Migration = { version: 1, sql: 'CREATE TABLE a (x INTEGER) STRICT; INSERT INTO a VALUES (1);' };
  const two: Migration = { version: 2, sql: 'CREATE TABLE b (y INTEGER) STRICT; INSERT INTO b SELECT x FROM a;' };
  const broken: Migration = { version: 3, sql: 'CREATE TABLE c (z INTEGER) STRICT; INSERT INTO nowhere VALUES (1);' };

  it('copies what is there before it changes it', async () => {
    const { path, database } = await openNew();
    migrate(database, path, [one]);
    expect(existsSync(backupPath(path, 1))).toBe(false);
    migrate(database, path, [one, two]);
    expect(tables(database)).toEqual(['a', 'b']);
    const copy = open(backupPath(path, 1));
    expect(tables(copy)).toEqual(['a']);
    expect(copy.pragma('user_version', { simple: true })).toBe(1);
    expect(copy.prepare('SELECT x FROM a').pluck().all()).toEqual([1]);
  });

  it('does nothing a second time', async () => {
    const { path, database } = await openNew();
    migrate(database, path, [one, two]);
    migrate(database, path, [one, two]);
    expect(database.prepare('SELECT y FROM b').pluck().all()).toEqual([1]);
    expect(existsSync(backupPath(path, 2))).toBe(false);
  });

  it('leaves the last schema that worked when a step fails, and goes on from there', async () => {
    const { path, database } = await openNew();
    migrate(database, path, [one]);
    expect(() => migrate(database, path, [one, two, broken])).toThrow(CalqueError);
    expect(tables(database)).toEqual(['a', 'b']);
    expect(database.pragma('user_version', { simple: true })).toBe(2);
    migrate(database, path, [one, two, { version: 3, sql: 'CREATE TABLE c (z INTEGER) STRICT;' }]);
    expect(tables(database)).toEqual(['a', 'b', 'c']);
    expect(tables(open(backupPath(path, 2)))).toEqual(['a', 'b']);
  });

  it('leaves the schema before, with all it holds, when it is killed in the midst of a step', async () => {
    const path = await newDatabasePath();
    const store = await openSqliteStore(path);
    await store.setSetting('keys', { preset: 'memoq' });
    await store.close();
    const migrator = spawn(process.execPath, ['--import', 'tsx', MIGRATOR, path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void migrator.kill('SIGKILL'));
    await once(migrator.stdout, 'data');
    migrator.kill('SIGKILL');
    await once(migrator, 'close');
    const latest = MIGRATIONS.length;
    expect(existsSync(`${path}-journal`) || existsSync(`${path}-wal`)).toBe(true);
    expect(inspectDatabase(backupPath(path, latest))).toEqual({ schema: latest, damage: [] });
    const again = await openSqliteStore(path);
    expect(await again.getSetting('keys')).toEqual({ preset: 'memoq' });
    expect(await again.checkIndex()).toEqual({ units: 0, wrong: [] });
    await again.close();
    expect(inspectDatabase(path)).toEqual({ schema: latest, damage: [] });
    expect(tables(open(path))).not.toContain('later');
  });

  it('changes nothing when the copy cannot be made', async () => {
    const { path, database } = await openNew();
    migrate(database, path, [one]);
    const blocker = open(path);
    blocker.exec('BEGIN EXCLUSIVE');
    database.pragma('busy_timeout = 10');
    expect(() => migrate(database, path, [one, two])).toThrow(expect.objectContaining({ code: 'database-busy' }));
    blocker.exec('ROLLBACK');
    expect(tables(database)).toEqual(['a']);
    expect(existsSync(backupPath(path, 1))).toBe(false);
  });
});

async function openNew(): Promise<{ readonly path: string; readonly database: Database.Database }> {
  const path = await newDatabasePath();
  return { path, database: open(path) };
}

function open(path: string): Database.Database {
  const database = new Database(path);
  onTestFinished(() => void database.close());
  return database;
}

function tables(database: Database.Database): unknown[] {
  return database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).pluck().all();
}

/** Every table, index and view with its definition, comments and spacing aside. */
function structure(database: Database.Database): unknown[] {
  const rows = database
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' ORDER BY name`,
    )
    .all();
  return rows.map(({ name, sql }) => [name, sql.replaceAll(/--.*$/gm, '').replaceAll(/\s+/g, ' ')]);
}

function rowCounts(database: Database.Database): [string, number][] {
  return tables(database).map((name) => [
    String(name),
    database.prepare<[], number>(`SELECT count(*) FROM "${name}"`).pluck().get() ?? 0,
  ]);
}
