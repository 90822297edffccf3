import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished, type TestOptions } from 'vitest';
import { openSqliteStore } from '../../../memory/store/sqlite/open.ts';
import { skipUnless } from '../../support/skip.ts';
import { actor, makeMemory, rejection, THREE } from '../contract/samples.ts';
import { newDatabasePath } from './place.ts';

const OPENER = fileURLToPath(new URL('opener.ts', import.meta.url));
/** A user whose rights the file system minds: nobody, where the tests run as root. */
const USER = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

describe('opening a SQLite store', () => {
  it('makes the file and its folder', async () => {
    const path = join(dirname(await newDatabasePath()), 'a', 'b', 'calque.db');
    await (await openSqliteStore(path)).close();
    expect(existsSync(path)).toBe(true);
  });

  it('keeps nothing of a database in memory', async () => {
    const store = await openSqliteStore(':memory:');
    const { id } = await makeMemory(store);
    expect(await store.addUnits(id, THREE, actor())).toMatchObject({ added: 3 });
    await store.close();
    expect(existsSync(':memory:')).toBe(false);
  });

  it('is durable, checks its references and knows its own files', async () => {
    const path = await newDatabasePath();
    await (await openSqliteStore(path)).close();
    const database = openRaw(path);
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(database.pragma('application_id', { simple: true })).toBe(0x43616c71);
    const tables = database.prepare<[], { name: string; strict: number }>(
      `SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'`,
    );
    expect(tables.all().filter(({ strict }) => strict === 0)).toEqual([]);
  });

  it('takes an empty file for a new database', async () => {
    const path = await newDatabasePath();
    writeFileSync(path, '');
    const store = await openSqliteStore(path);
    expect(await store.listMemories()).toEqual([]);
    await store.close();
  });

  it('refuses files that are no database of Calque, and leaves them as they are', async () => {
    const path = await newDatabasePath();
    const text = join(dirname(path), 'text.db');
    writeFileSync(text, 'This is a text, and long enough not to be taken for an empty database. '.repeat(20));
    const another = join(dirname(path), 'another.db');
    const database = new Database(another);
    database.exec('CREATE TABLE notes (text)');
    database.close();
    const stamped = join(dirname(path), 'stamped.db');
    const other = new Database(stamped);
    other.pragma('application_id = 7');
    other.close();
    for (const foreign of [text, another, stamped]) {
      const before = readFileSync(foreign);
      const error = await rejection(openSqliteStore(foreign), 'foreign-database');
      expect(error.message).toContain(`${foreign.slice(dirname(foreign).length + 1)} `);
      expect(error.details.where).toBe(foreign);
      expect(readFileSync(foreign)).toEqual(before);
    }
    const folder = join(dirname(path), 'folder.db');
    mkdirSync(folder);
    await rejection(openSqliteStore(folder), 'foreign-database');
  });

  it('refuses a damaged database', async () => {
    const path = await newDatabasePath();
    const store = await openSqliteStore(path);
    await makeMemory(store);
    await store.close();
    const bytes = readFileSync(path);
    bytes.fill(0xff, 100, 4096);
    writeFileSync(path, bytes);
    await rejection(openSqliteStore(path), 'foreign-database');
  });

  it('refuses a database of a newer version, saying what to do', async () => {
    const path = await newDatabasePath();
    await (await openSqliteStore(path)).close();
    const database = openRaw(path);
    database.pragma('user_version = 99');
    database.close();
    const before = readFileSync(path);
    const error = await rejection(openSqliteStore(path), 'newer-database');
    expect(error.message).toMatch(/newer version of Calque \(schema 99; .* Update Calque/);
    expect(readFileSync(path)).toEqual(before);
  });

  it('says that a folder or file is read-only', needsPlainUser(), async () => {
    const closed = dirname(await newDatabasePath());
    const open = dirname(await newDatabasePath());
    for (const folder of [closed, open]) {
      for (const [name, mode] of [
        ['kept.db', 0o444],
        ['free.db', 0o666],
      ] as const) {
        const file = join(folder, name);
        await (await openSqliteStore(file)).close();
        chmodSync(file, mode);
      }
    }
    chmodSync(closed, 0o555);
    chmodSync(open, 0o777);
    onTestFinished(() => chmodSync(closed, 0o755));
    const outcomes = openAsUser([
      join(closed, 'new.db'),
      join(closed, 'new', 'calque.db'),
      join(closed, 'kept.db'),
      join(closed, 'free.db'),
      join(open, 'kept.db'),
      join(open, 'free.db'),
    ]);
    expect(outcomes).toEqual([...Array(5).fill('read-only-database'), 'opened']);
  });

  it('says that the database is in use, once it has waited', async () => {
    const path = await newDatabasePath();
    const store = await openSqliteStore(path, { busyTimeout: 20 });
    onTestFinished(() => store.close());
    const { id } = await makeMemory(store);
    const database = openRaw(path);
    database.exec('BEGIN IMMEDIATE');
    await rejection(store.addUnits(id, THREE, actor()), 'database-busy');
    expect(await store.getMemory(id)).toMatchObject({ unitCount: 0 });
    database.exec('COMMIT');
    expect(await store.addUnits(id, THREE, actor())).toMatchObject({ added: 3 });
  });

  it('has those who wait behind one that has waited in vain not wait as long again', async () => {
    const path = await newDatabasePath();
    const busyTimeout = 300;
    const store = await openSqliteStore(path, { busyTimeout });
    onTestFinished(() => store.close());
    const { id } = await makeMemory(store);
    const database = openRaw(path);
    database.exec('BEGIN IMMEDIATE');
    const many = 20;
    const begun = performance.now();
    const refused = Array.from({ length: many }, () => rejection(store.addUnits(id, THREE, actor()), 'database-busy'));
    await Promise.all(refused);
    expect(performance.now() - begun).toBeLessThan((many * busyTimeout) / 2);
    database.exec('COMMIT');
    expect(await store.addUnits(id, THREE, actor())).toMatchObject({ added: 3 });
  });
});

function openRaw(path: string): Database.Database {
  const database = new Database(path);
  onTestFinished(() => void database.close());
  return database;
}

/** What opening each comes to for {@link USER}. */
function openAsUser(paths: readonly string[]): readonly string[] {
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', OPENER, ...paths], {
    encoding: 'utf8',
    ...USER,
  });
  if (stderr !== '') throw new Error(stderr);
  return stdout.trim().split('\n');
}

function needsPlainUser(): TestOptions {
  const read = `require('node:fs').accessSync(${JSON.stringify(OPENER)})`;
  const { status } = spawnSync(process.execPath, ['-e', read], USER);
  return skipUnless(status === 0, 'the tests run as root, and no other user may read the project');
}
