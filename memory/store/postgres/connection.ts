import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { CalqueError } from '../../model/errors.ts';
import type { EventWatch } from '../event-signals.ts';
import type { Connection, DerivedData, SqlValue, Statement } from '../sql/connection.ts';
import { Turns } from '../sql/turns.ts';
import type { DatabaseKind, StoredFile } from '../store-size.ts';
import { POSTGRES_DIALECT } from './dialect.ts';
import { isLoss } from './errors.ts';
import { listenForEvents } from './listener.ts';
import { withRetries } from './retries.ts';
import { PostgresStatement } from './statement.ts';

/** Milliseconds after a write was refused, within which those that follow are given a tenth of the time. */
const REFUSED_LATELY = 1_000;

/** Milliseconds between two questions whether a transaction has ended. */
const QUESTION_PAUSE = 100;

/** “Calq” in ASCII: the first half of the keys of Calque's advisory locks, which are the database's own. */
export const LOCK_SPACE = 0x43616c71;
/** The second half of the lock that a transaction holds while it writes, and while it numbers words for other databases. */
export const WRITING = 1;
export const NUMBERING = 3;

/** Several queries see one state: the one at the first of them. */
const BEGIN_READING = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';
/**
 * Whoever writes is alone, as long as it writes, among all the servers of a database: what it reads cannot have changed
 * when it is written on, the numbers of events rise in the order in which they come to be, and the index has one writer.
 * The transaction's number tells afterwards what became of it.
 */
const BEGIN = 'BEGIN';

interface KindRow {
  readonly version: string;
  readonly citus: boolean;
  readonly citusVersion: string | null;
}

/**
 * A database on a server. Each transaction has a connection of its own; its statements find it by who calls them. What is
 * sent waits for no answer to what was sent before: a transaction that reads begins and ends on the way of its statements.
 */
export class PostgresConnection implements Connection {
  readonly dialect = POSTGRES_DIALECT;
  readonly #pool: pg.Pool;
  readonly #name: string;
  readonly #toWrite: string;
  readonly #current = new AsyncLocalStorage<pg.PoolClient>();
  readonly #revision: Statement<[], number>;
  readonly #size: Statement<[], number>;
  readonly #kind: Statement<[], KindRow>;
  /** What a transaction derives is kept beside it, so the process writes in one at a time. */
  readonly #writes = new Turns();
  #derived: DerivedData | undefined;
  /** When a write last waited in vain for others. */
  #refused = Number.NEGATIVE_INFINITY;
  /** What each statement is called: the same wherever it is prepared. */
  readonly #names = new Map<string, string>();
  #closing: Promise<void> | undefined;

  /**
   * @param name what the database is called in sentences
   * @param lock what those who write hold: whoever writes under another waits for none of them
   */
  constructor(pool: pg.Pool, name: string, lock = WRITING) {
    this.#pool = pool;
    this.#name = name;
    this.#toWrite = `SELECT pg_advisory_xact_lock(${LOCK_SPACE}, ${lock}), pg_current_xact_id()::text AS id`;
    this.#revision = this.prepare<[], number>('SELECT revision FROM index_state').pluck();
    this.#size = this.prepare<[], number>('SELECT pg_database_size(current_database())').pluck();
    this.#kind = this.prepare<[], KindRow>(
      `SELECT current_setting('server_version') AS version, c.name IS NOT NULL AS citus, c.installed_version AS "citusVersion"
       FROM (VALUES (1)) AS one LEFT JOIN pg_available_extensions AS c ON c.name = 'citus'`,
    );
  }

  prepare<Parameters extends readonly SqlValue[], Row = unknown>(sql: string): Statement<Parameters, Row> {
    const client = () => {
      const present = this.#current.getStore();
      if (present === undefined) throw new Error('a statement was run outside of a transaction');
      return present;
    };
    const name = this.#names.get(sql) ?? `calque-${this.#names.size + 1}`;
    this.#names.set(sql, name);
    return new PostgresStatement<Parameters, Row>(sql, name, client);
  }

  keepInStep(derived: DerivedData): void {
    this.#derived = derived;
  }

  /** Written with every change of the index, by whichever server. */
  async indexVersion(): Promise<number> {
    return (await this.#revision.get()) ?? 0;
  }

  ask<T>(work: () => Promise<T>): Promise<T> {
    return this.#withRetries(() => work());
  }

  read<T>(work: () => Promise<T>): Promise<T> {
    return this.#withRetries(async (client) => {
      const begun = sent(client.query(BEGIN_READING));
      const result = await work();
      await begun;
      sent(client.query('COMMIT'));
      return result;
    });
  }

  /** Those behind one that has waited for others in vain do not wait as long again. */
  write<T>(work: () => Promise<T>): Promise<T> {
    return this.#writes.take(async () => {
      try {
        const result = await this.#tryWriting(work);
        this.#refused = Number.NEGATIVE_INFINITY;
        return result;
      } catch (error) {
        if (error instanceof CalqueError && error.code === 'database-busy') this.#refused = performance.now();
        throw error;
      }
    });
  }

  #tryWriting<T>(work: () => Promise<T>): Promise<T> {
    const patience = Number(this.#pool.options.lock_timeout);
    const isRefused = performance.now() - this.#refused < REFUSED_LATELY;
    const statements = [
      BEGIN,
      ...(isRefused ? [`SET LOCAL lock_timeout = ${Math.ceil(patience / 10)}`] : []),
      this.#toWrite,
    ];
    return this.#withRetries(async (client) => {
      const begun = sent(begin(client, statements.join('; ')));
      try {
        const result = await work();
        await this.#derived?.flush();
        await this.#commit(client, await begun);
        return result;
      } catch (error) {
        this.#derived?.discard();
        // Where it could not begin, what was sent after it failed for that reason.
        await begun;
        throw error;
      }
    });
  }

  watchEvents(heard: () => void): EventWatch {
    return listenForEvents(this.#pool.options, heard);
  }

  async size(): Promise<readonly StoredFile[]> {
    return [{ file: 'database', bytes: (await this.ask(() => this.#size.get())) ?? 0 }];
  }

  async kind(): Promise<DatabaseKind> {
    const row = await this.ask(() => this.#kind.get());
    const { version = '', citus = false, citusVersion } = row ?? {};
    return {
      engine: 'PostgreSQL',
      version,
      ...(citus && { citus: citusVersion ? { version: citusVersion } : {} }),
    };
  }

  close(): Promise<void> {
    // Until it is disabled, Node.js before 24 has every promise of the process look at it.
    this.#closing ??= this.#pool.end().finally(() => this.#current.disable());
    return this.#closing;
  }

  /** A connection that is lost in the middle of a transaction takes it back: it is begun again on another, a few times. */
  #withRetries<T>(transaction: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    return withRetries(this.#name, () => this.#withClient(transaction));
  }

  async #withClient<T>(transaction: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    let lost: unknown;
    const onError = (error: Error) => {
      lost = error;
    };
    client.on('error', onError);
    try {
      return await this.#current.run(client, () => transaction(client));
    } catch (error) {
      // A connection in an unknown state is not used again.
      lost ??= isLoss(error) ? error : await client.query('ROLLBACK').then(noError, (failed: unknown) => failed);
      throw error;
    } finally {
      client.off('error', onError);
      client.release(lost !== undefined);
    }
  }

  /** Commits; where the connection is lost meanwhile, asks on another what became of the transaction. */
  async #commit(client: pg.PoolClient, transaction: string): Promise<void> {
    try {
      await client.query('COMMIT');
    } catch (error) {
      if (!isLoss(error) || !(await this.#cameToBe(transaction))) throw error;
    }
  }

  async #cameToBe(transaction: string): Promise<boolean> {
    for (;;) {
      const status = await this.#withRetries(async (client) => {
        const { rows } = await client.query<{ status: string | null }>('SELECT pg_xact_status($1::xid8) AS status', [
          transaction,
        ]);
        return rows[0]?.status;
      });
      if (status !== 'in progress') return status === 'committed';
      await delay(QUESTION_PAUSE);
    }
  }
}

/** @returns the number of the transaction */
async function begin(client: pg.PoolClient, statements: string): Promise<string> {
  // Several statements sent at once have a result each.
  const results: unknown = await client.query(statements);
  const last = Array.isArray(results) ? (results.at(-1) as pg.QueryResult<{ id: string }>) : undefined;
  const id = last?.rows[0]?.id;
  if (id === undefined) throw new Error('a transaction that was begun has no number');
  return id;
}

/** What was sent and is waited for later, or by nobody: its failure is no one's surprise meanwhile. */
function sent<T>(answer: Promise<T>): Promise<T> {
  answer.catch(noError);
  return answer;
}

function noError(): undefined {}
