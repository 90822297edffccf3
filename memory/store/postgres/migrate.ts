import type pg from 'pg';
import { CalqueError } from '../../model/errors.ts';
import type { Migration } from '../sql/migration.ts';
import { LOCK_SPACE } from './connection.ts';

/** The second half of the lock under which the schema is brought forward. */
const MIGRATING = 2;

/**
 * Brings the schema forward to the last of `migrations`, each step in a transaction of its own, while other servers that
 * start wait. A step that fails leaves the version before it.
 * @param name what the database is called in sentences
 * @throws CalqueError `newer-database`, `foreign-database`
 */
export async function migrate(client: pg.ClientBase, name: string, migrations: readonly Migration[]): Promise<void> {
  for (;;) {
    await client.query('BEGIN');
    try {
      await client.query(`SELECT pg_advisory_xact_lock(${LOCK_SPACE}, ${MIGRATING})`);
      const next = migrations[await schemaVersion(client, name, migrations.length)];
      if (next !== undefined) await take(client, next);
      await client.query('COMMIT');
      if (next === undefined) return;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {});
      throw error;
    }
  }
}

async function take(client: pg.ClientBase, { version, sql }: Migration): Promise<void> {
  await client.query(sql);
  if (version === 1) {
    await client.query('CREATE TABLE calque_schema (version integer NOT NULL)');
    await client.query('INSERT INTO calque_schema VALUES (1)');
  } else await client.query('UPDATE calque_schema SET version = $1', [version]);
}

/** The schema version of the database, 0 for an empty one. */
async function schemaVersion(client: pg.ClientBase, name: string, latest: number): Promise<number> {
  const { rows } = await client.query<{ known: boolean; relations: number }>(
    `SELECT to_regclass(format('%I.calque_schema', current_schema())) IS NOT NULL AS known,
       (SELECT count(*)::integer FROM pg_class
        WHERE relnamespace = to_regnamespace(quote_ident(current_schema())) AND relkind IN ('r', 'p', 'v', 'm')) AS relations`,
  );
  const { known = false, relations = 0 } = rows[0] ?? {};
  if (!known) {
    if (relations === 0) return 0;
    throw new CalqueError('foreign-database', `The database ${name} belongs to another application.`, { where: name });
  }
  const { rows: versions } = await client.query<{ version: number }>('SELECT version FROM calque_schema');
  const version = versions[0]?.version ?? 0;
  if (version <= latest) return version;
  const message = `The database ${name} was made by a newer version of Calque (schema ${version}; this one knows up to ${latest}). Update Calque, or restore a backup.`;
  throw new CalqueError('newer-database', message, { where: name });
}
