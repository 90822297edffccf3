import type { Dialect } from '../sql/connection.ts';
import { soughtLetters } from '../sql/letters-alike.ts';

/** The words of PostgreSQL. Its planner orders joins by figures of its own. */
export const POSTGRES_DIALECT: Dialect = {
  analyse: 'ANALYZE',
  wantedNumbers: 'unnest(CAST(? AS bigint[])) AS wanted (value)',
  wantedTexts: 'unnest(CAST(? AS text[])) AS wanted (value)',
  list(values) {
    const written = [...values].map((value) => (typeof value === 'number' ? String(value) : quoted(value)));
    return `{${written.join(',')}}`;
  },
  bytes: (digits) => `decode(${digits}, 'hex')`,
  joinInOrder: 'JOIN',
  notHeld: 'FOR UPDATE SKIP LOCKED',
  holdsText: (column, text) => ({ sql: `${column} ~ ?`, values: [textPattern(text)] }),
};

/** A text inside an array as PostgreSQL writes it. */
function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** A regular expression that finds `text` anywhere, as {@link soughtLetters} has it. */
function textPattern(text: string): string {
  const letters = soughtLetters(text);
  return letters.map(({ letter, alike }) => (alike === undefined ? escaped(letter) : `[${alike}]`)).join('');
}

function escaped(letter: string): string {
  return /[\p{L}\p{N}\s]/u.test(letter) ? letter : `\\${letter}`;
}
