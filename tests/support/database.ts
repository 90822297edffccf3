import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { databaseOn, runSql } from './postgres.ts';

/** A database of a test, on the server that is there for all. */
export interface TestDatabase {
  readonly url: string;
  /** Gives it back, to be emptied for another test of the file: that takes a tenth of making one. */
  release(): Promise<void>;
}

/** Those given back, by what they were used as. */
const free = new Map<string, string[]>();

/** Leaves a database as it was made, but for what it is among several. Nobody else may be at it. */
const EMPTY = `DO $$
DECLARE one record;
BEGIN
  SET LOCAL session_replication_role = replica;
  FOR one IN SELECT tablename AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename NOT IN ('calque_schema', 'index_state', 'settings')
  LOOP EXECUTE format('DELETE FROM %I', one.name); END LOOP;
  FOR one IN SELECT sequencename AS name, start_value AS start FROM pg_sequences WHERE schemaname = 'public'
  LOOP PERFORM setval(one.name::regclass, one.start, false); END LOOP;
  DELETE FROM settings WHERE name <> 'sharding';
  UPDATE index_state SET complete = 1, numbering = 1, revision = 0, building = NULL, built_to = 0;
END $$`;

/**
 * An empty database with the present schema.
 * @param use what it is used as; one that was one of several stays that, and is given to no other use
 */
export async function newDatabase(use = 'all there is'): Promise<TestDatabase> {
  const url = free.get(use)?.pop() ?? (await create(inject('postgres').prefix));
  return {
    url,
    release: async () => {
      await emptying(url).query(EMPTY);
      free.set(use, [...(free.get(use) ?? []), url]);
    },
  };
}

const cleaners = new Map<string, pg.Pool>();

/** Who empties a database again and again is connected once: what the server knows of fifty tables, it has read then. */
function emptying(url: string): pg.Pool {
  const known =
    cleaners.get(url) ??
    new pg.Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0, allowExitOnIdle: true }).on('error', () => {});
  cleaners.set(url, known);
  return known;
}

/** The address of a database with nothing in it, which is gone with the server. */
export function scratchDatabase(): Promise<string> {
  return create('template0');
}

const ofFolders = new Map<string, Promise<TestDatabase>>();

/** The database of a server's data folder, which is the same for whoever is started on the folder again. */
export async function databaseOf(folder: string): Promise<string> {
  const known = ofFolders.get(folder) ?? newDatabase();
  ofFolders.set(folder, known);
  return (await known).url;
}

async function create(template: string): Promise<string> {
  const { url, prefix } = inject('postgres');
  const name = `${prefix}_${randomBytes(4).toString('hex')}`;
  await runSql(url, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return databaseOn(url, name);
}
