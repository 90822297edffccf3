import { tmpdir } from 'node:os';
import pg from 'pg';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { indexedRetrieval } from '../../../memory/retrieval/indexed.ts';
import { LOCK_SPACE, WRITING } from '../../../memory/store/postgres/connection.ts';
import { migrate } from '../../../memory/store/postgres/migrate.ts';
import { MIGRATIONS } from '../../../memory/store/postgres/migrations/migrations.ts';
import { openPostgresStore } from '../../../memory/store/postgres/open.ts';
import { requireUsable } from '../../../memory/store/postgres/pool.ts';
import { createImports } from '../../../src/services/imports/imports.ts';
import { newDatabase, scratchDatabase } from '../../support/database.ts';
import { databaseOn, runSql } from '../../support/postgres.ts';
import { actor, makeMemory, rejection, THREE } from '../contract/samples.ts';

/** What a transaction holds while it writes. */
const WRITING_LOCK = `${LOCK_SPACE}, ${WRITING}`;

/** The address of the test server with something else in it. */
function address(change: (url: URL) => void): string {
  const url = new URL(inject('postgres').url);
  change(url);
  return url.href;
}

describe('opening a PostgreSQL store', () => {
  it('makes the schema of an empty database, however many begin at once, and finds it again', async () => {
    const url = await scratchDatabase();
    const stores = await Promise.all([1, 2, 3].map(() => openPostgresStore(url)));
    for (const store of stores) expect(await store.listMemories()).toEqual([]);
    for (const store of stores) await store.close();
  });

  it.each([
    ['postgres://', 'bad-configuration'],
    ['postgres://127.0.0.1:5432', 'bad-configuration'],
    ['mysql://127.0.0.1/calque', 'bad-configuration'],
  ] as const)('refuses the address %s', async (url, code) => {
    await rejection(openPostgresStore(url), code);
  });

  it('says that nobody answers, that the host, database or user is not known, and never the password', async () => {
    const wrong = [
      [address((url) => Object.assign(url, { port: '1' })), 'database-unreachable'],
      [address((url) => Object.assign(url, { hostname: 'calque.invalid' })), 'database-unreachable'],
      [address((url) => Object.assign(url, { pathname: 'no_such_database' })), 'database-refused'],
      [address((url) => Object.assign(url, { password: 'mistaken' })), 'database-refused'],
    ] as const;
    for (const [url, code] of wrong) {
      const error = await rejection(openPostgresStore(url), code);
      expect(error.message).toMatch(/^The database \w+ at \S+ .*\.$/);
      expect(error.message).not.toContain(new URL(url).password);
    }
  });

  it('refuses a user who may not make tables', async () => {
    const url = await scratchDatabase();
    const user = `reader_${new URL(url).pathname.slice(-8)}`;
    await runSql(url, `CREATE USER ${user} PASSWORD 'secret'`);
    const reader = new URL(url);
    Object.assign(reader, { username: user, password: 'secret' });
    await rejection(openPostgresStore(reader.href), 'database-refused');
    await runSql(url, `DROP USER ${user}`);
  });

  it('lets a user who may read alone read, and says what is missing where something is to be written', async () => {
    const { url } = await newDatabase();
    const user = `guest_${new URL(url).pathname.slice(-8)}`;
    await runSql(url, `CREATE USER ${user} PASSWORD 'secret'; GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${user}`);
    const store = await openPostgresStore(Object.assign(new URL(url), { username: user, password: 'secret' }).href);
    onTestFinished(async () => {
      await store.close();
      await runSql(url, `DROP OWNED BY ${user}; DROP USER ${user}`);
    });
    expect(await store.listMemories()).toEqual([]);
    const error = await rejection(makeMemory(store), 'database-refused');
    expect(error.message).toMatch(/does not give this user the rights that Calque needs\.$/);
  });

  it('refuses a database of another application, and leaves it as it is', async () => {
    const url = await scratchDatabase();
    await runSql(url, 'CREATE TABLE notes (text text)');
    await rejection(openPostgresStore(url), 'foreign-database');
    const tables = await runSql(url, `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`);
    expect(tables).toEqual([{ tablename: 'notes' }]);
  });

  it('refuses a database of a newer version, saying what to do', async () => {
    const url = await scratchDatabase();
    await (await openPostgresStore(url)).close();
    await runSql(url, 'UPDATE calque_schema SET version = 99');
    const error = await rejection(openPostgresStore(url), 'newer-database');
    expect(error.message).toMatch(/newer version of Calque \(schema 99; .* Update Calque/);
  });

  it('refuses a database that does not keep its texts in UTF-8', async () => {
    const { url, prefix } = inject('postgres');
    const name = `${prefix}_latin`;
    await runSql(url, `CREATE DATABASE ${name} ENCODING 'LATIN1' TEMPLATE template0 LOCALE 'C'`);
    await rejection(openPostgresStore(databaseOn(url, name)), 'unsupported-database');
  });

  it('refuses a server that is too old', async () => {
    const { url } = inject('postgres');
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    onTestFinished(() => client.end());
    await requireUsable(client, 'calque');
    const error = await rejection(requireUsable(client, 'calque', 99), 'unsupported-database');
    expect(error.message).toMatch(/^The database calque is of PostgreSQL \d\d; Calque needs 99 or later\.$/);
  });

  it('may only be read where the database is read-only, and says so', async () => {
    const url = await scratchDatabase();
    await (await openPostgresStore(url)).close();
    await runSql(url, `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET default_transaction_read_only = on`);
    const store = await openPostgresStore(url);
    onTestFinished(() => store.close());
    expect(await store.listMemories()).toEqual([]);
    await rejection(makeMemory(store), 'read-only-database');
  });
});

describe('a connection that is lost', () => {
  it('is replaced between two calls, and in the middle of many, with nothing lost or done twice', async () => {
    const { url, release } = await newDatabase();
    const store = await openPostgresStore(url);
    const { id } = await makeMemory(store);
    const writes = Array.from({ length: 12 }, (_, place) =>
      store.addUnits(
        id,
        THREE.map((one) => ({ ...one, fr: { language: 'fr' as const, content: [`Fois ${place}.`] } })),
        actor(),
      ),
    );
    const cut = async () => {
      for (let times = 0; times < 6; times++) {
        await runSql(
          inject('postgres').url,
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = '${new URL(url).pathname.slice(1)}' AND application_name = 'calque'`,
        );
      }
    };
    const [stored] = await Promise.all([Promise.allSettled(writes), cut()]);
    // Whoever was told that it is stored finds it; whoever was told otherwise may ask again, and nothing is there twice.
    for (const result of stored)
      if (result.status === 'rejected') expect(result.reason.code).toBe('database-unreachable');
    const done = stored.filter(({ status }) => status === 'fulfilled').length;
    const { unitCount } = await store.getMemory(id);
    const { items } = await store.listUnits({ memoryId: id }, { limit: 100 });
    expect(items).toHaveLength(unitCount);
    expect(unitCount).toBe(done * 3);
    expect((await store.checkIndex()).wrong).toEqual([]);
    await store.close();
    await release();
  });

  it.each([
    ['while it waits to write', async () => WRITING_LOCK],
    [
      'while it commits',
      async (url: string) => {
        await runSql(
          url,
          `CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS
             'BEGIN PERFORM pg_advisory_xact_lock(7, 7); RETURN NULL; END';
           CREATE CONSTRAINT TRIGGER waiting AFTER INSERT ON memories DEFERRABLE INITIALLY DEFERRED
             FOR EACH ROW EXECUTE FUNCTION wait()`,
        );
        return '7, 7';
      },
    ],
  ] as const)('has a write done on another, once, where it is lost %s', async (_, prepare) => {
    const url = await scratchDatabase();
    const store = await openPostgresStore(url);
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    onTestFinished(async () => {
      await store.close();
      await other.end();
    });
    await other.query(`SELECT pg_advisory_lock(${await prepare(url)})`);
    const written = makeMemory(store);
    const cut = `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    await expect.poll(() => runSql(url, cut)).toHaveLength(1);
    await other.query('SELECT pg_advisory_unlock_all()');
    expect(await written).toMatchObject({ name: 'Presse' });
    expect(await store.listMemories()).toHaveLength(1);
  });

  it('loses nothing of an import that is cut off again and again, and doubles nothing', async () => {
    const { url, release } = await newDatabase();
    const store = await openPostgresStore(url);
    const name = new URL(url).pathname.slice(1);
    const rows = Array.from(
      { length: 3_000 },
      (_, at) => `Ferry ${at} is late.\tLe bac ${at} est en retard.\t${at >> 5}\n`,
    );
    const source = {
      open: async function* () {
        yield Buffer.from(rows.join(''));
      },
      name: 'bacs.tsv',
    };
    const wish = { source, columns: ['en', 'fr', 'origin'], memory: 'Bacs', mode: 'add', dryRun: false } as const;
    let cutting = true;
    const cut = (async () => {
      for (let times = 0; times < 3 && cutting; times++) {
        // In the middle of a transaction that writes.
        await runSql(
          url,
          `SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity AS a JOIN pg_locks AS l ON l.pid = a.pid
           WHERE a.datname = '${name}' AND l.locktype = 'advisory' AND a.pid <> pg_backend_pid()`,
        );
      }
    })();
    // Whoever is told that it broke off gives the table again, as a person would.
    let imported: { readonly added: number; readonly merged: number } | undefined;
    for (let tries = 0; imported === undefined && tries < 10; tries++) {
      imported = await createImports(store, indexedRetrieval(store), tmpdir())
        .run(wish, actor())
        .catch((error: unknown) => {
          expect(error).toMatchObject({ code: 'database-unreachable' });
          return undefined;
        });
    }
    cutting = false;
    await cut;
    expect((imported?.added ?? 0) + (imported?.merged ?? 0)).toBe(rows.length);
    expect((await store.listMemories())[0]).toMatchObject({ unitCount: rows.length });
    expect(await store.checkIndex()).toEqual({ units: rows.length, wrong: [] });
    await store.close();
    await release();
  }, 60_000);

  it('is given up after a few tries where the server is gone, and taken up when it is back', async () => {
    const url = await scratchDatabase();
    const name = new URL(url).pathname.slice(1);
    const store = await openPostgresStore(url);
    onTestFinished(() => store.close());
    const { id } = await makeMemory(store);
    const server = inject('postgres').url;
    await runSql(server, `ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS false`);
    await runSql(server, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
    await expect(store.getMemory(id)).rejects.toThrow(/^The database /);
    await runSql(server, `ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS true`);
    expect(await store.getMemory(id)).toMatchObject({ id });
  });
});

describe('a migration', () => {
  it('whose connection is lost in the midst of a step leaves the schema before, with all it holds', async () => {
    const { url, release } = await newDatabase();
    const store = await openPostgresStore(url);
    await makeMemory(store);
    await store.close();
    const version = MIGRATIONS.length + 1;
    const sql = 'CREATE TABLE later (x integer); DELETE FROM memories; SELECT pg_sleep(600)';
    const client = new pg.Client({ connectionString: url, application_name: 'migrating' });
    client.on('error', () => {});
    await client.connect();
    const lost = expect(migrate(client, 'calque', [...MIGRATIONS, { version, sql }])).rejects.toThrow();
    const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'migrating' AND wait_event = 'PgSleep'`;
    await expect.poll(() => runSql(url, cut)).toHaveLength(1);
    await lost;
    const again = await openPostgresStore(url);
    expect(await again.listMemories()).toHaveLength(1);
    await again.close();
    expect(await runSql(url, `SELECT to_regclass('later') AS later`)).toEqual([{ later: null }]);
    await release();
  });
});

describe('a writer', () => {
  it('waits for another server’s turn to end, and says so when it takes too long', async () => {
    const { url, release } = await newDatabase();
    const patience = 400;
    const store = await openPostgresStore(url, { patience });
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    await other.query(`SELECT pg_advisory_lock(${WRITING_LOCK})`);
    // Those who wait behind one that has waited in vain do not wait as long again.
    const many = 20;
    const begun = performance.now();
    await Promise.all(Array.from({ length: many }, () => rejection(makeMemory(store), 'database-busy')));
    expect(performance.now() - begun).toBeLessThan((many * patience) / 2);
    await other.end();
    expect(await makeMemory(store)).toMatchObject({ name: 'Presse' });
    await store.close();
    await release();
  });
});
