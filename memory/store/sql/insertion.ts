import type { Connection, SqlValue } from './connection.ts';

/**
 * Prepares the insertion of a row into a table that numbers its rows.
 * @param column the number's
 * @returns what inserts a row and gives its number
 */
export function insertion<Parameters extends readonly SqlValue[]>(
  connection: Connection,
  sql: string,
  column = 'id',
): (...parameters: Parameters) => Promise<number> {
  const insert = connection.prepare<Parameters, number>(`${sql} RETURNING ${column}`).pluck();
  return async (...parameters) => {
    const id = await insert.get(...parameters);
    if (id === undefined) throw new Error('a row that was inserted has no number');
    return id;
  };
}
