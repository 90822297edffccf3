import type pg from 'pg';
import type { SqlValue, Statement } from '../sql/connection.ts';
import { insertionOf, insertionOfRows, numbered } from './numbered.ts';

/** Rows that go in at once; as many as a statement has room for values at most. */
const MOST_ROWS = 500;
const MOST_VALUES = 65_535;

/** A statement of PostgreSQL, prepared by each connection when it first runs it. */
export class PostgresStatement<Parameters extends readonly SqlValue[], Row> implements Statement<Parameters, Row> {
  readonly #sql: string;
  readonly #text: string;
  readonly #name: string;
  readonly #client: () => pg.ClientBase;
  readonly #first: boolean;

  /** @param client the connection of the transaction in which the caller is @param first gives the first column alone */
  constructor(sql: string, name: string, client: () => pg.ClientBase, first = false) {
    this.#sql = sql;
    this.#text = numbered(sql);
    this.#name = name;
    this.#client = client;
    this.#first = first;
  }

  async get(...parameters: Parameters): Promise<Row | undefined> {
    const [row] = await this.all(...parameters);
    return row;
  }

  async all(...parameters: Parameters): Promise<Row[]> {
    return this.#rowsOf(await this.#query(this.#text, this.#name, parameters));
  }

  async run(...parameters: Parameters): Promise<number> {
    return (await this.#query(this.#text, this.#name, parameters)).rowCount ?? 0;
  }

  async each(rows: readonly Parameters[]): Promise<Row[]> {
    const insertion = insertionOf(this.#sql);
    const most = Math.min(MOST_ROWS, Math.floor(MOST_VALUES / insertion.width));
    const given: Row[] = [];
    for (let from = 0; from < rows.length; from += most) {
      const some = rows.slice(from, from + most);
      // A full portion is the same statement each time, and as such prepared once.
      const name = some.length === most ? `${this.#name}-${most}` : '';
      given.push(...this.#rowsOf(await this.#query(insertionOfRows(insertion, some.length), name, some.flat())));
    }
    return given;
  }

  pluck(): Statement<Parameters, Row> {
    return new PostgresStatement<Parameters, Row>(this.#sql, this.#name, this.#client, true);
  }

  #query(text: string, name: string, values: readonly SqlValue[]): Promise<pg.QueryResult> {
    return this.#client().query({ text, ...(name !== '' && { name }), values: values.map(storable) });
  }

  #rowsOf({ rows, fields }: pg.QueryResult): Row[] {
    const [column] = fields;
    return this.#first && column !== undefined ? rows.map((row) => row[column.name]) : rows;
  }
}

/**
 * PostgreSQL's texts hold no NUL; where one matters, the whole content lies beside as JSON. Its columns hold whole numbers
 * alone: whoever asks for another is asking for nothing that is there.
 */
export function storable(value: SqlValue): SqlValue {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) return null;
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value;
}
