/** An `INSERT … VALUES (…)` apart, so that it can be written for several rows. */
interface Insertion {
  readonly head: string;
  /** What stands for one row, in brackets. */
  readonly row: string;
  readonly tail: string;
  /** Question marks in a row. */
  readonly width: number;
}

/** Statements are written with question marks; PostgreSQL numbers what they stand for. */
export function numbered(sql: string): string {
  let number = 0;
  return sql.replace(/\?/g, () => `$${++number}`);
}

/** @throws Error for a statement that does not insert one row by its values */
export function insertionOf(sql: string): Insertion {
  const start = /\bVALUES\s*(?=\()/.exec(sql);
  if (start === null) throw new Error(`no values of a row: ${sql}`);
  const from = start.index + start[0].length;
  let depth = 0;
  let to = from;
  do {
    if (sql[to] === '(') depth++;
    if (sql[to] === ')') depth--;
    to++;
  } while (depth > 0 && to < sql.length);
  const row = sql.slice(from, to);
  return { head: sql.slice(0, from), row, tail: sql.slice(to), width: row.split('?').length - 1 };
}

/** The insertion of so many rows. */
export function insertionOfRows({ head, row, tail }: Insertion, rows: number): string {
  return numbered(head + Array.from({ length: rows }, () => row).join(', ') + tail);
}
