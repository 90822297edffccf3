import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newDatabase } from '../support/database.ts';
import { letTimeGoBy } from '../support/leases.ts';
import { killAtRandom } from '../support/newsroom/killing.ts';
import { ON_POSTGRES } from '../support/server.ts';

/** How often the server is killed, and from which seed; more by hand: `CALQUE_KILLS=300 CALQUE_SEED=7`. */
const KILLS = Number(process.env['CALQUE_KILLS'] ?? 2);
const SEED = Number(process.env['CALQUE_SEED'] ?? 1);
/** What a kill may take, with all that is waited for after it, in milliseconds. */
const A_KILL = 30_000;
const AFTERWARDS = 120_000;
const ROWS = 300;

/** PostgreSQL keeps its own promises; that ours hold on it, and on shards of it, is tried where they are asked for. */
const BY_HAND = process.env['CALQUE_KILLS'] === undefined ? ['SQLite'] : ['SQLite', 'PostgreSQL', 'shards'];
const STORES = ON_POSTGRES ? ['PostgreSQL', 'shards'] : BY_HAND;
/** How many databases each has on a server: of shards, the first keeps the segments and the others the units. */
const DATABASES: Readonly<Record<string, number>> = { PostgreSQL: 1, shards: 3 };

describe('a server that is killed while people confirm, import and replace', () => {
  for (const store of STORES) {
    it(
      `loses nothing on ${store}`,
      async () => {
        const folder = await mkdtemp(join(tmpdir(), 'calque-killed-'));
        onTestFinished(() => rm(folder, { recursive: true, force: true }));
        const data = join(folder, 'data');
        const databases = await Promise.all(
          Array.from({ length: DATABASES[store] ?? 0 }, (_, place) => newDatabase(`${store} ${place}`)),
        );
        onTestFinished(async () => void (await Promise.all(databases.map((database) => database.release()))));
        const [url, ...shards] = databases.map((database) => database.url);
        const env = url && { CALQUE_DATABASE: url, ...(shards.length > 0 && { CALQUE_SHARDS: shards.join(',') }) };

        const freeJobs = () => letTimeGoBy(data, url);
        const options = { data, kills: KILLS, seed: SEED, rows: KILLS * ROWS, freeJobs };

        const report = await killAtRandom({ ...options, ...(env && { env }) });

        if (process.env['CALQUE_KILLS'] !== undefined) console.table({ [store]: report });
        expect(report).toMatchObject({ errors: [], contradictions: [], check: { wrong: [] } });
        // A job whose server is killed again and again is given up.
        expect(Object.keys(report.failedJobs).filter((code) => code !== 'job-crashed')).toEqual([]);
        expect(report.acknowledged).toBeGreaterThan(0);
        expect(report.imported.added + report.imported.merged).toBe(KILLS * ROWS);
        expect(report.archived).toBeGreaterThanOrEqual(KILLS * ROWS);
      },
      AFTERWARDS + KILLS * A_KILL,
    );
  }
});
