import pg from 'pg';
import { CalqueError } from '../../model/errors.ts';

/** The oldest server that Calque works with. */
const OLDEST = 15;

/** Connections of a store at most; of a thread that only reads, one after the other. */
const MOST_CONNECTIONS = 8;

/** In milliseconds: how long to wait for a connection, and for the turn to write. */
const CONNECT_PATIENCE = 10_000;
const WRITE_PATIENCE = 10_000;
/** A transaction whose process is silent so long is taken back, and its locks with it. */
const LONGEST_SILENCE = 60_000;

const BIGINT = 20;
const BYTEA = 17;

export interface PoolOptions {
  readonly connections?: number;
  /** Milliseconds that a write waits for another server's; ten seconds by default. */
  readonly patience?: number;
}

/** Opens connections to a database as they are needed. Nothing is connected yet. */
export function openPool(url: string, { connections = MOST_CONNECTIONS, patience = WRITE_PATIENCE }: PoolOptions = {}) {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    application_name: 'calque',
    connectionTimeoutMillis: CONNECT_PATIENCE,
    lock_timeout: patience,
    idle_in_transaction_session_timeout: LONGEST_SILENCE,
    keepAlive: true,
    // Statements are sent without waiting for the answers to those before.
    pipeline: true,
    allowExitOnIdle: true,
    types: {
      getTypeParser: (type: number, format?: 'text' | 'binary') => {
        // Numbers and moments are far below 2⁵³.
        if (type === BIGINT) return Number;
        return type === BYTEA ? bytesOf : pg.types.getTypeParser(type, format);
      },
    } as pg.CustomTypesConfig,
  });
  // One that is lost while nobody uses it is replaced by the next that is needed; otherwise its next query fails.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** Bytes in memory of their own, at whose beginning arrays of numbers may begin. */
function bytesOf(text: string): Buffer {
  const bytes = Buffer.alloc((text.length - 2) / 2);
  bytes.write(text.slice(2), 'hex');
  return bytes;
}

/**
 * What a database is called in sentences: its address without user, password and options.
 * @param where the setting that has the address
 * @throws CalqueError `bad-configuration` for what is no address of a PostgreSQL database
 */
export function databaseName(url: string, where = 'CALQUE_DATABASE'): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const name = parsed?.pathname.slice(1);
  if (parsed === undefined || !/^postgres(ql)?:$/.test(parsed.protocol) || !name) {
    const message = 'The address of the database must be like postgres://user:password@host:5432/database.';
    throw new CalqueError('bad-configuration', message, { where });
  }
  return `${decodeURIComponent(name)} at ${parsed.host || 'this machine'}`;
}

/**
 * @param oldest the first number of the oldest version that will do
 * @throws CalqueError `unsupported-database` for a server that is too old or keeps texts in another encoding than UTF-8
 */
export async function requireUsable(client: pg.ClientBase, name: string, oldest = OLDEST): Promise<void> {
  const { rows } = await client.query<{ version: string; encoding: string }>(
    `SELECT current_setting('server_version_num') AS version, current_setting('server_encoding') AS encoding`,
  );
  const { version = '0', encoding = '' } = rows[0] ?? {};
  const major = Math.floor(Number(version) / 10_000);
  const refuse = (what: string) =>
    new CalqueError('unsupported-database', `The database ${name} ${what}`, { where: name });
  if (major < oldest) throw refuse(`is of PostgreSQL ${major}; Calque needs ${oldest} or later.`);
  if (encoding !== 'UTF8') throw refuse(`keeps its texts in ${encoding}; Calque needs UTF8.`);
}
