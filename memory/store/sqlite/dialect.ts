import type { Dialect } from '../sql/connection.ts';
import { textFilter } from './text-filter.ts';

/** The words of SQLite. Its planner has no figures to order joins by, so it is told with `CROSS JOIN`. */
export const SQLITE_DIALECT: Dialect = {
  wantedNumbers: 'json_each(?) AS wanted',
  wantedTexts: 'json_each(?) AS wanted',
  list: (values) => JSON.stringify([...values]),
  bytes: (digits) => `unhex(${digits})`,
  joinInOrder: 'CROSS JOIN',
  // A transaction that writes is alone.
  notHeld: '',
  holdsText(column, text) {
    const { like, glob } = textFilter(text);
    return { sql: `${column} LIKE ? ESCAPE '\\' AND ${column} GLOB ?`, values: [like, glob] };
  },
};
