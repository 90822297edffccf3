import type pg from 'pg';
import { CalqueError } from '../../model/errors.ts';
import {
  bytesOf,
  type CopiedRow,
  type CopiedTable,
  type CopySource,
  type CopyTarget,
  PORTION_BYTES,
  STATE_TABLE,
} from '../copy/copy-side.ts';
import type { SqlValue } from '../sql/connection.ts';
import { LOCK_SPACE, WRITING } from './connection.ts';
import { storeError } from './errors.ts';
import { openPostgresStore } from './open.ts';
import { databaseName, openPool } from './pool.ts';
import { storable } from './statement.ts';

/** Rows fetched together at most; the first few of a table tell how large they are. */
const MOST_ROWS = 5000;
const FIRST_ROWS = 4;

/** The schema's version, which each engine counts for itself. */
const OWN_TABLE = 'calque_schema';

/**
 * Connects to a database to copy all it holds; it is brought forward to the present schema first.
 * @throws CalqueError as {@link openPostgresStore}, `database-busy` while another server writes
 */
export async function postgresSource(url: string): Promise<CopySource> {
  const { client, name, end } = await begin(url, 'ISOLATION LEVEL REPEATABLE READ READ ONLY');
  return { ...reading(client, name), close: end };
}

/**
 * Connects to a database to copy into, in one transaction.
 * @throws CalqueError `already-exists` where something is kept there, and as {@link postgresSource}
 */
export async function postgresTarget(url: string): Promise<CopyTarget> {
  const { client, name, end } = await begin(url, '');
  const side = reading(client, name);
  const tables = await side.tables();
  try {
    await requireEmpty(client, name, tables);
    for (const table of tables) await client.query(`ALTER TABLE ${quoted(table.name)} DISABLE TRIGGER USER`);
  } catch (error) {
    await end();
    throw storeError(error, name);
  }
  const numbered = await numberedColumns(client);

  return {
    ...side,
    stored: storable,

    async write(table, rows) {
      const { text, values } = writing(table, rows);
      await client.query(text, values).catch((error: unknown) => {
        throw storeError(error, name);
      });
    },

    async goOnAfter(last) {
      for (const { table, column } of numbered) {
        const most = `SELECT greatest(max(${quoted(column)}), $2::bigint, 0) AS last FROM ${quoted(table)}`;
        await client.query(
          `SELECT setval(pg_get_serial_sequence($1, '${column}'), greatest(last, 1), last > 0) FROM (${most}) AS most`,
          [table, last.get(table) ?? 0],
        );
      }
    },

    async finish() {
      for (const table of tables) await client.query(`ALTER TABLE ${quoted(table.name)} ENABLE TRIGGER USER`);
      await client.query('COMMIT').catch((error: unknown) => {
        throw storeError(error, name);
      });
      await client.query('ANALYZE');
    },

    close: end,
  };
}

/** A transaction in a database whose schema is the present one, while nobody else writes. */
async function begin(url: string, mode: string) {
  const name = databaseName(url);
  await (await openPostgresStore(url)).close();
  const pool = openPool(url, { connections: 1 });
  const end = () => pool.end();
  try {
    const client = await pool.connect();
    try {
      // Before the transaction, so that it sees what was written while it waited.
      await client.query(`SELECT pg_advisory_lock(${LOCK_SPACE}, ${WRITING})`);
      await client.query('SET idle_in_transaction_session_timeout = 0');
      await client.query(`BEGIN ${mode}`);
    } catch (error) {
      client.release(true);
      throw error;
    }
    return {
      client,
      name,
      end: async () => {
        client.release(true);
        await end();
      },
    };
  } catch (error) {
    await end();
    throw storeError(error, name);
  }
}

async function requireEmpty(client: pg.ClientBase, name: string, tables: readonly CopiedTable[]): Promise<void> {
  for (const table of tables) {
    if (table.name === STATE_TABLE) continue;
    const { rows } = await client.query(`SELECT 1 FROM ${quoted(table.name)} LIMIT 1`);
    if (rows.length === 0) continue;
    const message = `The database ${name} is not empty: something is kept there under “${table.name}”. Name another database.`;
    throw new CalqueError('already-exists', message, { where: name });
  }
}

function reading(client: pg.ClientBase, name: string): Omit<CopySource, 'close'> {
  const asked = async <Row extends pg.QueryResultRow>(sql: string) => {
    try {
      return (await client.query<Row>(sql)).rows;
    } catch (error) {
      throw storeError(error, name);
    }
  };

  return {
    name,

    async tables() {
      const columns = await asked<{ name: string; columns: string[] }>(
        `SELECT table_name AS name, array_agg(column_name::text ORDER BY ordinal_position) AS columns
         FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
         WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND table_name <> '${OWN_TABLE}'
         GROUP BY table_name ORDER BY table_name`,
      );
      const references = await asked<{ name: string; other: string }>(
        `SELECT conrelid::regclass::text AS name, confrelid::regclass::text AS other FROM pg_constraint
         WHERE contype = 'f' AND connamespace = to_regnamespace(quote_ident(current_schema()))`,
      );
      return columns.map((table) => ({
        ...table,
        references: references.filter((one) => one.name === table.name).map(({ other }) => other),
      }));
    },

    async *rows({ name: table, columns }) {
      await asked(`DECLARE copied NO SCROLL CURSOR FOR SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(table)}`);
      for (let most = FIRST_ROWS; ; ) {
        const rows = (await asked(`FETCH ${most} FROM copied`)).map((row) => columns.map((column) => row[column]));
        if (rows.length === 0) break;
        yield rows;
        const mean = rows.reduce((sum, row) => sum + bytesOf(row), 0) / rows.length;
        most = Math.min(MOST_ROWS, Math.max(1, Math.floor(PORTION_BYTES / mean)));
      }
      await asked('CLOSE copied');
    },

    async lastNumbers() {
      const last = new Map<string, number>();
      for (const { table, sequence } of await numberedColumns(client)) {
        const [row] = await asked<{ last: number | null }>(
          `SELECT CASE WHEN is_called THEN last_value END AS last FROM ${sequence}`,
        );
        if (row?.last) last.set(table, row.last);
      }
      return last;
    },
  };
}

interface NumberedColumn {
  readonly table: string;
  readonly column: string;
  readonly sequence: string;
}

async function numberedColumns(client: pg.ClientBase): Promise<readonly NumberedColumn[]> {
  const { rows } = await client.query<NumberedColumn>(
    `SELECT table_name AS table, column_name AS column, pg_get_serial_sequence(quote_ident(table_name), column_name) AS sequence
     FROM information_schema.columns WHERE table_schema = current_schema() AND is_identity = 'YES'`,
  );
  return rows;
}

/** One statement for however many rows: they go as one JSON, which PostgreSQL reads by the types of the table. */
function writing({ name, columns }: CopiedTable, rows: readonly CopiedRow[]): { text: string; values: unknown[] } {
  const list = columns.map(quoted).join(', ');
  if (name === STATE_TABLE) {
    const [row = []] = rows;
    return {
      text: `UPDATE ${STATE_TABLE} SET ${columns.map((column, at) => `${quoted(column)} = $${at + 1}`).join(', ')}`,
      values: [...row],
    };
  }
  const objects = rows.map((row) => Object.fromEntries(row.map((value, at) => [columns[at], inJson(value)])));
  return {
    text: `INSERT INTO ${quoted(name)} (${list}) SELECT ${list} FROM json_populate_recordset(NULL::${quoted(name)}, $1)`,
    values: [JSON.stringify(objects)],
  };
}

function inJson(value: SqlValue): string | number | null {
  return value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value;
}

function quoted(name: string): string {
  return `"${name}"`;
}
