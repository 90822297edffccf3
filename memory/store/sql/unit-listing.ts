import type { TranslationUnit, UnitId } from '../../model/unit.ts';
import type { UnitFilter } from '../../model/unit-filter.ts';
import type { Page, PageRequest } from '../store.ts';
import { pageOf, readPage } from './arguments.ts';
import type { Connection, Dialect } from './connection.ts';
import type { Places } from './places.ts';
import { both, conditionTests, holding, type Test, type Tests, testsOf } from './unit-conditions.ts';
import type { UnitRow } from './unit-rows.ts';

/** Units that one page looks at, at most: what searches a text in a million must leave turns to others. */
const LONGEST_LOOK = 10_000;

/** Lists units inside a transaction of whoever calls. */
export type ListUnits = (filter: UnitFilter, request: PageRequest) => Promise<Page<TranslationUnit>>;

export function unitListing(connection: Connection, places: Places): ListUnits {
  const farInMemory = connection
    .prepare<[number, number, number], number>(
      'SELECT id FROM units WHERE memory_id = ? AND id > ? ORDER BY id LIMIT 1 OFFSET ?',
    )
    .pluck();
  const far = connection
    .prepare<[number, number], number>('SELECT id FROM units WHERE id > ? ORDER BY id LIMIT 1 OFFSET ?')
    .pluck();

  /** The last unit that is looked at; `undefined` where every one is. */
  async function horizon(filter: UnitFilter, afterId: UnitId): Promise<UnitId | undefined> {
    // These are found without looking at any other.
    if (filter.documentId !== undefined || filter.flagged === true) return undefined;
    if (filter.memoryId === undefined) return far.get(afterId, LONGEST_LOOK);
    return farInMemory.get(filter.memoryId, afterId, LONGEST_LOOK);
  }

  return async (filter, request) => {
    const { afterId, limit } = readPage(request);
    const until = await horizon(filter, afterId);
    const tests = filterTests(connection.dialect, filter);
    const rows = await connection
      .prepare<(string | number)[], UnitRow>(
        `SELECT u.* FROM live_units AS u WHERE u.id > ? AND u.id <= ? AND ${both(tests)} ORDER BY u.id LIMIT ?`,
      )
      .all(afterId, until ?? Number.MAX_SAFE_INTEGER, ...tests.values, limit + 1);
    const page = await pageOf(rows, limit, places.allWithOccurrences);
    return page.next === undefined && until !== undefined ? { ...page, next: String(until) } : page;
  };
}

function filterTests(dialect: Dialect, filter: UnitFilter): Tests {
  const { memoryId, documentId, text, fr, en } = filter;
  const own = testsOf([
    memoryId !== undefined && ['u.memory_id = ?', memoryId],
    documentId !== undefined && ['u.id IN (SELECT unit_id FROM occurrences WHERE document_id = ?)', documentId],
    !!text && onEitherSide(dialect, text),
    !!fr && holding(dialect, 'u.fr_text', fr),
    !!en && holding(dialect, 'u.en_text', en),
  ]);
  const conditions = conditionTests(dialect, filter);
  return { sql: [...own.sql, ...conditions.sql], values: [...own.values, ...conditions.values] };
}

function onEitherSide(dialect: Dialect, text: string): Test {
  const [french, ...values] = holding(dialect, 'u.fr_text', text);
  const [english, ...again] = holding(dialect, 'u.en_text', text);
  return [`(${french} OR ${english})`, ...values, ...again];
}
