import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { MOST_SHARDS, placeOf } from '../../memory/model/shards.ts';
import type { UnitId } from '../../memory/model/unit.ts';
import { openSharded } from '../../src/threads/sharded.ts';
import { DURABLE, databaseOn, runSql, startPostgres } from '../support/postgres.ts';
import { loadProse, readCorpus } from '../support/prose.ts';
import { every } from './lookups.ts';
import { round } from './timed.ts';

/**
 * Holds PostgreSQL's own way of parting tables, partitions that are foreign tables scanned side by side, against asking the
 * servers side by side: the rows that lookups show, read both ways from three servers that hold the same units.
 * `npm run bench:foreign-tables -- [--units N] [--sample N]`
 */
const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { units: text, sample: text } });
const units = Number(values.units ?? 30_000);
const sample = Number(values.sample ?? 100);

/** What a lookup asks of rows: as the store says it, and as foreign tables take it best. */
const WANTED = 'unnest($1::bigint[]) AS wanted (value)';
const QUESTIONS = {
  units: {
    store: `SELECT u.* FROM ${WANTED} JOIN units AS u ON u.id = wanted.value`,
    pushed: 'SELECT u.* FROM units AS u WHERE u.id = ANY ($1::bigint[])',
  },
  neighbours: {
    store: `SELECT o.unit_id, o.document_id, o.position, p.fr_text, p.en_text FROM ${WANTED}
      JOIN occurrences AS o ON o.unit_id = wanted.value
      LEFT JOIN occurrences AS before ON before.document_id = o.document_id AND before.position = o.position - 1
      LEFT JOIN units AS p ON p.id = before.unit_id`,
    pushed: `SELECT o.unit_id, o.document_id, o.position, p.fr_text, p.en_text FROM occurrences AS o
      LEFT JOIN occurrences AS before ON before.document_id = o.document_id AND before.position = o.position - 1
      LEFT JOIN units AS p ON p.id = before.unit_id WHERE o.unit_id = ANY ($1::bigint[])`,
  },
} as const;

const servers = await Promise.all([0, 1, 2].map(() => startPostgres(DURABLE)));
try {
  const [first = ''] = servers.map(({ url }) => url);
  await runSql(first, 'CREATE DATABASE calque');
  await runSql(first, 'CREATE DATABASE joined');
  const urls = servers.map(({ url }) => url);
  const { store, retrieval } = await openSharded(databaseOn(first, 'calque'), { urls, required: true });
  const memory = await loadProse(store, units);
  const looked: (readonly UnitId[])[] = [];
  for (const one of every(readCorpus('news-dev.tsv'), sample).slice(0, sample)) {
    const { matches, related, fragments } = await retrieval.find(
      {
        ...{ content: [one[1] ?? ''], sourceLanguage: 'fr', targetLanguage: 'en' },
        ...{ memories: [memory], minimumRate: 50, minimumConfidence: 0, limit: 5 },
      },
      { matches: true, related: true, fragments: true },
    );
    looked.push([...new Set([...matches, ...related, ...fragments].map(({ unitId }) => unitId))]);
  }
  await store.close();
  for (const url of urls) await runSql(url, 'ANALYZE');
  const joined = new pg.Client({ connectionString: databaseOn(first, 'joined') });
  await joined.connect();
  await joinTables(joined, urls);
  const clients = urls.map((url) => new pg.Client({ connectionString: url }));
  for (const client of clients) await client.connect();

  const figures: Record<string, object> = {};
  for (const [what, { store: ours, pushed }] of Object.entries(QUESTIONS)) {
    figures[`${what}, side by side`] = await timedRows(looked, async (ids) => {
      const parts = clients.map((client, place) => ({ client, own: ids.filter((id) => placeOf(id) === place) }));
      const asked = parts.filter(({ own }) => own.length > 0);
      return (await Promise.all(asked.map(({ client, own }) => rowsOf(client, what, ours, own)))).flat();
    });
    figures[`${what}, foreign tables, as the store asks`] = await timedRows(looked, (ids) =>
      rowsOf(joined, `${what} store`, ours, ids),
    );
    figures[`${what}, foreign tables, as they take it best`] = await timedRows(looked, (ids) =>
      rowsOf(joined, `${what} pushed`, pushed, ids),
    );
    for (const sql of [ours, pushed]) {
      const { rows } = await joined.query(`EXPLAIN (ANALYZE, VERBOSE, COSTS OFF) ${sql}`, [looked[0]]);
      console.log(rows.map((row) => row['QUERY PLAN']).join('\n'), '\n');
    }
  }
  await Promise.all([joined, ...clients].map((client) => client.end()));
  const shown = looked.reduce((sum, ids) => sum + ids.length, 0) / looked.length;
  console.log(
    `${units} units on three servers, ${looked.length} lookups of ${round(shown)} units; ${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}`,
  );
  console.table(figures);
} finally {
  await Promise.all(servers.map((server) => server.stop()));
}

/** Tables whose partitions are those of the servers, parted as units are numbered. */
async function joinTables(client: pg.Client, urls: readonly string[]): Promise<void> {
  await client.query('CREATE EXTENSION postgres_fdw');
  for (const [table, key] of [
    ['units', 'id'],
    ['occurrences', 'document_id'],
  ] as const) {
    for (const [place, url] of urls.entries()) {
      const { hostname, port, username, password, pathname } = new URL(url);
      if (table === 'units') {
        await client.query(`CREATE SERVER s${place} FOREIGN DATA WRAPPER postgres_fdw
          OPTIONS (host '${hostname}', port '${port}', dbname '${pathname.slice(1)}', async_capable 'true', use_remote_estimate 'true')`);
        await client.query(
          `CREATE USER MAPPING FOR CURRENT_USER SERVER s${place} OPTIONS (user '${username}', password '${password}')`,
        );
      }
      await client.query(
        `CREATE SCHEMA IF NOT EXISTS s${place}; IMPORT FOREIGN SCHEMA public LIMIT TO (${table}) FROM SERVER s${place} INTO s${place}`,
      );
    }
    await client.query(`CREATE TABLE ${table} (LIKE s0.${table}) PARTITION BY LIST ((${key} % ${MOST_SHARDS}))`);
    for (const place of urls.keys()) {
      await client.query(`ALTER TABLE ${table} ATTACH PARTITION s${place}.${table} FOR VALUES IN (${place})`);
    }
  }
}

async function rowsOf(
  client: pg.Client,
  name: string,
  sql: string,
  ids: readonly UnitId[],
): Promise<readonly unknown[]> {
  return (await client.query({ name, text: sql, values: [ids] })).rows;
}

/** Asks once to have everything planned and read, then measures, in milliseconds. */
async function timedRows(
  looked: readonly (readonly UnitId[])[],
  ask: (ids: readonly UnitId[]) => Promise<readonly unknown[]>,
): Promise<object> {
  for (const ids of looked) await ask(ids);
  const times: number[] = [];
  let rows = 0;
  for (const ids of looked) {
    const started = performance.now();
    rows += (await ask(ids)).length;
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => round(times[Math.floor(times.length * share)] ?? 0);
  return {
    mean: round(times.reduce((sum, time) => sum + time, 0) / times.length),
    median: at(0.5),
    p99: at(0.99),
    rows,
  };
}
