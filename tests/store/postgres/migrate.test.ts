import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../../memory/store/postgres/migrate.ts';
import { MIGRATIONS } from '../../../memory/store/postgres/migrations/migrations.ts';
import { openPostgresStore } from '../../../memory/store/postgres/open.ts';
import { MIGRATIONS as SQLITE_MIGRATIONS } from '../../../memory/store/sqlite/migrations/migrations.ts';
import { scratchDatabase } from '../../support/database.ts';
import { expectKept, schemaFile } from '../kept-sample.ts';

/** Each step of PostgreSQL's schema leads to the tables of one of SQLite's, of which a database is kept. */
const BEHIND = SQLITE_MIGRATIONS.length - MIGRATIONS.length;

/** What each step was released as, comments and spacing aside. Never change one; a new step is added. */
const RELEASED: readonly string[] = [
  'a5762a91f92c5db2',
  '24380c91f762347e',
  '00d0f00027293758',
  'c7e17b7f5c4f13fa',
  '9911af64c5ff8ec5',
  'ba26f030a911912e',
  '5c0133c95e3c2155',
  '28b3fd365386684c',
  '8aa49d846265ac3e',
  'a98a2aa39ca96a8a',
];

const VERSIONS = MIGRATIONS.map(({ version }) => version);

describe('migrations of PostgreSQL', () => {
  it('are numbered from 1 without a gap, and stay as they were released', () => {
    expect(VERSIONS).toEqual(VERSIONS.map((_, index) => index + 1));
    const digests = MIGRATIONS.map(({ sql }) => digestOf(sql.replaceAll(/--.*$/gm, '').replaceAll(/\s+/g, ' ')));
    expect(digests).toEqual(RELEASED);
  });

  it.each(VERSIONS)('bring a database of schema %i forward with all it holds', async (version) => {
    const url = await scratchDatabase();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await migrate(client, 'calque', MIGRATIONS.slice(0, version));
    const sample = new Database(':memory:');
    onTestFinished(() => void sample.close());
    sample.exec(schemaFile(version + BEHIND));
    await copyRows(sample, client);
    await client.end();

    const store = await openPostgresStore(url);
    onTestFinished(() => store.close());
    await expectKept(store);
  });
});

/** Puts the rows of all tables into those of the same names, as they are. */
async function copyRows(sample: Database.Database, client: pg.Client): Promise<void> {
  const tables = sample
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .pluck()
    .all();
  await client.query('SET session_replication_role = replica');
  for (const table of tables) {
    const rows = sample.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}"`).all();
    expect(rows.length, table).toBeGreaterThan(0);
    for (const row of rows) {
      const columns = Object.keys(row).map((column) => `"${column}"`);
      const values = columns.map((_, index) => `$${index + 1}`).join(', ');
      await client.query(
        // Of what holds of the index there is one row from the beginning.
        table === 'index_state'
          ? `UPDATE index_state SET (${columns.join(', ')}) = ROW (${values})`
          : `INSERT INTO "${table}" (${columns.join(', ')}) VALUES (${values})`,
        Object.values(row),
      );
    }
  }
}

function digestOf(sql: string): string {
  return createHash('sha256').update(sql.trim()).digest('hex').slice(0, 16);
}
