import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Databases } from '../../memory/model/shards.ts';
import { readConfig } from '../../src/config.ts';
import { openAlone } from '../../src/threads/open.ts';
import { DURABLE, databaseOn, runSql, startPostgres } from '../support/postgres.ts';

/** An installation that is measured, with nothing in it yet. */
export interface BenchPlace {
  readonly folder: string;
  /** The file or the databases that it keeps all in. */
  readonly databases: Databases;
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

export const SQLITE_REACHES: Reaches = {
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

/** An installation that keeps all in a file of this folder. */
export function sqlitePlace(folder: string): BenchPlace {
  return placeOf(folder, { CALQUE_DATA: folder });
}

function placeOf(folder: string, env: BenchPlace['env']): BenchPlace {
  const databases = readConfig(env, folder);
  return {
    folder,
    databases,
    env,
    async size() {
      const { store: opened } = await openAlone(databases);
      const files = await opened.size();
      await opened.close();
      return files.find(({ file }) => file === 'database')?.bytes ?? 0;
    },
  };
}

/**
 * Makes two places: files in temporary folders, or databases on a PostgreSQL server that is started for it.
 * @param shards databases that units lie in beside one for everything else; 0 for one that keeps all
 */
export async function makePlaces(store: 'sqlite' | 'postgres', shards = 0): Promise<BenchPlaces> {
  const server = store === 'postgres' ? await startPostgres(DURABLE) : undefined;
  const folders: string[] = [];
  const make = async (name: string): Promise<BenchPlace> => {
    const folder = await mkdtemp(join(tmpdir(), 'calque-bench-'));
    folders.push(folder);
    const env: Record<string, string> = { CALQUE_DATA: folder };
    if (server !== undefined) {
      const names = Array.from({ length: shards + 1 }, (_, place) => `calque_${name}_${place}`);
      for (const one of names) await runSql(server.url, `CREATE DATABASE ${one}`);
      const [first = '', ...others] = names.map((one) => databaseOn(server.url, one));
      env['CALQUE_DATABASE'] = first;
      if (shards > 0) env['CALQUE_SHARDS'] = others.join(',');
    }
    return placeOf(folder, env);
  };
  return {
    small: await make('small'),
    whole: await make('whole'),
    reaches: store === 'postgres' ? POSTGRES : SQLITE_REACHES,
    async remove() {
      await server?.stop();
      for (const folder of folders) await rm(folder, { recursive: true, force: true });
    },
  };
}
