import type pg from 'pg';
import { CalqueError } from '../../model/errors.ts';
import { MOST_SHARDS } from '../../model/shards.ts';
import { LOCK_SPACE, WRITING } from './connection.ts';

/** What a database is among those of an installation whose units lie in several. */
export type ShardRole =
  /** Keeps everything but units and what belongs to them. */
  | { readonly of: 'coordinator'; readonly shards: number }
  /** Keeps units. @property place from 0 */
  | { readonly of: 'shard'; readonly place: number; readonly installation: string };

/** What is kept of it in the database, so that none is ever taken for another. */
interface KeptRole {
  readonly installation: string;
  /** Of a coordinator. */
  readonly shards?: number;
  /** Of a shard. */
  readonly place?: number;
  /** Of a shard: the words of its index have the numbers that the coordinator gives. */
  readonly commonWords?: true;
}

const SETTING = 'sharding';

/**
 * What a shard keeps is numbered by its place, so that every number tells where it is; what it names that is kept by the
 * coordinator is not held against rows of its own.
 */
const shardTables = (place: number) => `
  ALTER TABLE units ALTER COLUMN id SET INCREMENT BY ${MOST_SHARDS} SET START WITH ${MOST_SHARDS + place} RESTART;
  ALTER TABLE documents ALTER COLUMN id SET INCREMENT BY ${MOST_SHARDS} SET START WITH ${MOST_SHARDS + place} RESTART;
  ALTER TABLE documents DROP CONSTRAINT IF EXISTS documents_project_document_id_fkey;
`;
/** Has the index built anew when the database is opened. */
const INDEX_ANEW = 'UPDATE index_state SET complete = 0';
const COORDINATOR_TABLES = `
  ALTER TABLE segments DROP CONSTRAINT IF EXISTS segments_unit_id_fkey;
  ALTER TABLE reviews DROP CONSTRAINT IF EXISTS reviews_document_id_fkey;
`;

/**
 * Has a database with the present schema take its role, or holds it against the one it took before.
 * @param role absent for a database that is all there is
 * @returns the name of the installation, where it has several databases
 * @throws CalqueError `bad-configuration` where it has another role, or keeps units already
 */
export async function takeRole(
  client: pg.ClientBase,
  name: string,
  role: ShardRole | undefined,
): Promise<string | undefined> {
  const refuse = (what: string) =>
    new CalqueError('bad-configuration', `The database ${name} ${what}`, { where: 'CALQUE_SHARDS' });
  await client.query('BEGIN');
  try {
    if (role !== undefined) await client.query(`SELECT pg_advisory_xact_lock(${LOCK_SPACE}, ${WRITING})`);
    const kept = await keptRole(client);
    if (role === undefined) {
      if (kept !== undefined) throw refuse(otherwise(kept));
    } else if (kept === undefined) await begin(client, role, refuse);
    else if (role.of === 'coordinator') {
      if (kept.shards === undefined || kept.shards > role.shards) throw refuse(otherwise(kept));
      if (kept.shards < role.shards) await keep(client, { ...kept, shards: role.shards });
    } else if (kept.installation !== role.installation || kept.place !== role.place) throw refuse(otherwise(kept));
    else if (kept.commonWords === undefined) {
      await client.query(INDEX_ANEW);
      await keep(client, { ...kept, commonWords: true });
    }
    const installation = (await keptRole(client))?.installation;
    await client.query('COMMIT');
    return installation;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

function otherwise({ shards, place = 0 }: KeptRole): string {
  return shards === undefined
    ? `is shard ${place + 1} of an installation, and can be nothing else; name it in CALQUE_SHARDS of that installation, in this place.`
    : `keeps its units in ${shards} other databases; name them in CALQUE_SHARDS, in the order in which they were named first.`;
}

async function begin(client: pg.ClientBase, role: ShardRole, refuse: (what: string) => CalqueError): Promise<void> {
  const { rows } = await client.query('SELECT 1 FROM units LIMIT 1');
  if (rows.length > 0) {
    throw refuse('keeps units itself. Begin with databases that keep none, and bring the memories there as TMX.');
  }
  if (role.of === 'coordinator') {
    await client.query(COORDINATOR_TABLES);
    const { rows: made } = await client.query<{ id: string }>('SELECT gen_random_uuid()::text AS id');
    await keep(client, { installation: made[0]?.id ?? '', shards: role.shards });
  } else {
    await client.query(shardTables(role.place));
    await keep(client, { installation: role.installation, place: role.place, commonWords: true });
  }
}

async function keptRole(client: pg.ClientBase): Promise<KeptRole | undefined> {
  const { rows } = await client.query<{ value: string }>('SELECT value FROM settings WHERE name = $1', [SETTING]);
  return rows[0] && (JSON.parse(rows[0].value) as KeptRole);
}

async function keep(client: pg.ClientBase, role: KeptRole): Promise<void> {
  await client.query(
    'INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    [SETTING, JSON.stringify(role)],
  );
}
