import type Database from 'better-sqlite3';
import type { SqlValue, Statement } from '../sql/connection.ts';

/** A statement of SQLite, which has its answer at once. */
export class SqliteStatement<Parameters extends readonly SqlValue[], Row> implements Statement<Parameters, Row> {
  readonly #statement: Database.Statement<unknown[], Row>;

  constructor(statement: Database.Statement<unknown[], Row>) {
    this.#statement = statement;
  }

  async get(...parameters: Parameters): Promise<Row | undefined> {
    return this.#statement.get(...parameters);
  }

  async all(...parameters: Parameters): Promise<Row[]> {
    return this.#statement.all(...parameters);
  }

  async run(...parameters: Parameters): Promise<number> {
    return this.#statement.run(...parameters).changes;
  }

  async each(rows: readonly Parameters[]): Promise<Row[]> {
    const statement = this.#statement;
    if (statement.reader) return rows.flatMap((row) => statement.all(...row));
    for (const row of rows) statement.run(...row);
    return [];
  }

  pluck(): Statement<Parameters, Row> {
    this.#statement.pluck();
    return this;
  }
}
