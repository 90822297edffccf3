import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/threads/database.ts';
import { DURABLE, databaseOn, runSql, startPostgres } from '../support/postgres.ts';

/** An installation that is measured, with nothing in it yet. */
export interface BenchPlace {
  readonly folder: string;
  /** A file, or the address of a database on a server. */
  readonly database: string;
  /** Has a program use it. */
  readonly env: Readonly<Record<string, string>>;
  /** Bytes of the database. */
  size(): Promise<number>;
}

/** What is to be reached with all of prose.tsv.gz on a machine of its own, by what it is kept in. */
export interface Reaches {
  readonly import: string;
  readonly database?: string;
  readonly start: string;
  readonly seventy: Readonly<Record<'news' | 'domain', string>>;
  readonly fifty: Readonly<Record<'news' | 'domain', string>>;
  readonly all: string;
  readonly short: string;
}

const SQLITE: Reaches = {
  import: '≥ 10,000',
  database: '≤ 1,200 for all',
  start: '≤ 1,000',
  seventy: { news: '≤ 0.4, p99 ≤ 10', domain: '≤ 1, p99 ≤ 10' },
  fifty: { news: '≤ 8, p99 ≤ 60', domain: '≤ 8, p99 ≤ 60' },
  all: 'median ≤ 15, p99 ≤ 100',
  short: 'p99 ≤ 20',
};

const POSTGRES: Reaches = {
  import: '≥ 4,000',
  start: '–',
  seventy: { news: '≤ 15, p99 ≤ 80', domain: '≤ 15, p99 ≤ 80' },
  fifty: { news: '–', domain: '–' },
  all: 'p99 ≤ 250',
  short: 'p99 ≤ 250',
};

export interface BenchPlaces {
  readonly small: BenchPlace;
  readonly whole: BenchPlace;
  readonly reaches: Reaches;
  remove(): Promise<void>;
}

/** Makes two places: files in temporary folders, or databases on a PostgreSQL server that is started for it. */
export async function makePlaces(store: 'sqlite' | 'postgres'): Promise<BenchPlaces> {
  const server = store === 'postgres' ? await startPostgres(DURABLE) : undefined;
  const folders: string[] = [];
  const make = async (name: string): Promise<BenchPlace> => {
    const folder = await mkdtemp(join(tmpdir(), 'calque-bench-'));
    folders.push(folder);
    if (server !== undefined) await runSql(server.url, `CREATE DATABASE calque_${name}`);
    const database = server === undefined ? join(folder, 'calque.db') : databaseOn(server.url, `calque_${name}`);
    return {
      folder,
      database,
      env: { CALQUE_DATA: folder, ...(server !== undefined && { CALQUE_DATABASE: database }) },
      async size() {
        const opened = await openDatabase(database);
        const files = await opened.size();
        await opened.close();
        return files.find(({ file }) => file === 'database')?.bytes ?? 0;
      },
    };
  };
  return {
    small: await make('small'),
    whole: await make('whole'),
    reaches: store === 'postgres' ? POSTGRES : SQLITE,
    async remove() {
      await server?.stop();
      for (const folder of folders) await rm(folder, { recursive: true, force: true });
    },
  };
}
