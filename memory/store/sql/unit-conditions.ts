import type { UnitConditions } from '../../model/concordance.ts';
import type { Store } from '../store.ts';
import { requireInteger } from './arguments.ts';
import { toMilliseconds } from './columns.ts';
import type { Connection, Dialect } from './connection.ts';

/** Tests in SQL, with the values of their question marks in order. */
export interface Tests {
  readonly sql: readonly string[];
  readonly values: readonly (string | number)[];
}

export type Test = readonly [sql: string, ...values: (string | number)[]];

const MOST_UNITS = 100_000;

export function unitConditionMethods(connection: Connection): Pick<Store, 'unitsMeeting'> {
  const { dialect } = connection;
  return {
    unitsMeeting: (conditions, most, among) =>
      connection.read(async () => {
        requireInteger(most, 0, MOST_UNITS, 'most');
        const ofUnit = unitTests(dialect, conditions);
        const ofDocument = documentTests(dialect, conditions);
        const values = [...ofDocument.values, ...ofUnit.values, most];
        const [sql, first] =
          among === undefined
            ? [ofDocument.sql.length > 0 ? byDocuments(dialect, ofDocument, ofUnit) : byUnits(ofUnit), []]
            : [amongUnits(dialect, ofDocument, ofUnit), [dialect.list(among)]];
        return connection
          .prepare<(string | number)[], number>(`${sql} LIMIT ?`)
          .pluck()
          .all(...first, ...values);
      }),
  };
}

/** What a row `u` of a unit must meet. */
export function conditionTests(dialect: Dialect, conditions: UnitConditions): Tests {
  const ofUnit = unitTests(dialect, conditions);
  const ofDocument = documentTests(dialect, conditions);
  if (ofDocument.sql.length === 0) return ofUnit;
  return { sql: [...ofUnit.sql, inDocument(dialect, ofDocument)], values: [...ofUnit.values, ...ofDocument.values] };
}

function inDocument({ joinInOrder }: Dialect, tests: Tests): string {
  return `EXISTS (
    SELECT 1 FROM occurrences AS o ${joinInOrder} documents AS d ON d.id = o.document_id
    WHERE o.unit_id = u.id AND ${both(tests)})`;
}

function amongUnits(dialect: Dialect, ofDocument: Tests, ofUnit: Tests): string {
  const { wantedNumbers, joinInOrder } = dialect;
  return `SELECT u.id FROM ${wantedNumbers} ${joinInOrder} live_units AS u ON u.id = wanted.value
    WHERE ${ofDocument.sql.length > 0 ? inDocument(dialect, ofDocument) : 'TRUE'} AND ${both(ofUnit)}`;
}

function byDocuments({ joinInOrder }: Dialect, ofDocument: Tests, ofUnit: Tests): string {
  return `SELECT DISTINCT u.id FROM documents AS d ${joinInOrder} occurrences AS o ON o.document_id = d.id
    ${joinInOrder} live_units AS u ON u.id = o.unit_id WHERE ${both(ofDocument)} AND ${both(ofUnit)}`;
}

function byUnits(ofUnit: Tests): string {
  return `SELECT u.id FROM live_units AS u WHERE ${both(ofUnit)}`;
}

export function both({ sql }: Tests): string {
  return ['TRUE', ...sql].join(' AND ');
}

function unitTests(
  { joinInOrder }: Dialect,
  { status, originalLanguage, changedFrom, changedBefore, origin, flagged }: UnitConditions,
): Tests {
  return testsOf([
    status !== undefined && ['u.status = ?', status],
    flagged !== undefined && [flagged ? 'u.flagged = 1' : 'u.flagged = 0'],
    // A quote within a text is escaped, so it stands in no other place.
    origin !== undefined && ['u.origin LIKE ?', `%"kind":"${origin}"%`],
    // What the unit itself says goes before what its document does.
    originalLanguage !== undefined && [
      `coalesce(u.original_language = ?, EXISTS (
        SELECT 1 FROM occurrences AS x ${joinInOrder} documents AS y ON y.id = x.document_id
        WHERE x.unit_id = u.id AND y.original_language = ?))`,
      originalLanguage,
      originalLanguage,
    ],
    changedFrom !== undefined && ['u.changed_at >= ?', toMilliseconds(changedFrom, 'changedFrom')],
    changedBefore !== undefined && ['u.changed_at < ?', toMilliseconds(changedBefore, 'changedBefore')],
  ]);
}

function documentTests(
  dialect: Dialect,
  { publication, translator, publishedFrom, publishedTo }: UnitConditions,
): Tests {
  return testsOf([
    publication !== undefined && holding(dialect, 'd.publication', publication),
    translator !== undefined && holding(dialect, 'd.translator', translator),
    // `~` follows every digit and hyphen: a month or year is met by what it shares a day with.
    publishedFrom !== undefined && ["d.published_on || '~' >= ?", publishedFrom],
    publishedTo !== undefined && ['d.published_on <= ?', `${publishedTo}~`],
  ]);
}

/** That a column holds the text, whatever the case and accents. */
export function holding({ holdsText }: Dialect, column: string, text: string): Test {
  const { sql, values } = holdsText(column, text);
  return [sql, ...values];
}

export function testsOf(tests: readonly (Test | false)[]): Tests {
  const set = tests.filter((test) => test !== false);
  return { sql: set.map(([sql]) => sql), values: set.flatMap(([, ...values]) => values) };
}
