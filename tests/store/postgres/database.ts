import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openPostgresStore } from '../../../memory/store/postgres/open.ts';

/** A database of a test, on the server that is there for all. */
export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Databases of this file are copies of one that is there already, which takes a tenth of making each anew. */
let template: Promise<string> | undefined;

/** An empty database with the present schema. */
export async function newDatabase(): Promise<TestDatabase> {
  template ??= makeTemplate();
  return create(await template);
}

/** A database without anything in it. */
export function bareDatabase(): Promise<TestDatabase> {
  return create('template0');
}

/** Runs SQL as the owner of the server. @param database another than the server's own */
export async function onServer<Row extends pg.QueryResultRow>(sql: string, database?: string): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: database ?? inject('postgres') });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function makeTemplate(): Promise<string> {
  const { url } = await create('template0');
  await (await openPostgresStore(url)).close();
  return new URL(url).pathname.slice(1);
}

async function create(from: string): Promise<TestDatabase> {
  const name = `calque_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${from}`);
  const url = new URL(inject('postgres'));
  url.pathname = name;
  return {
    url: url.href,
    drop: async () => {
      await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}
