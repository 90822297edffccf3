import type { TranslationUnit, UnitId } from '../../model/unit.ts';
import type { UnitFilter } from '../../model/unit-filter.ts';
import type { Page, PageRequest } from '../store.ts';
import { pageOf, readPage } from './arguments.ts';
import type { Connection } from './connection.ts';
import type { Places } from './places.ts';
import { both, conditionTests, holding, type Test, type Tests, testsOf } from './unit-conditions.ts';
import type { UnitRow } from './unit-rows.ts';

/** Units that one page looks at, at most: what searches a text in a million must leave turns to others. */
const LONGEST_LOOK = 10_000;

/** Lists units inside a transaction of whoever calls. */
export type ListUnits = (filter: UnitFilter, request: PageRequest) => Page<TranslationUnit>;

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
  function horizon(filter: UnitFilter, afterId: UnitId): UnitId | undefined {
    // These are found without looking at any other.
    if (filter.documentId !== undefined || filter.flagged === true) return undefined;
    if (filter.memoryId === undefined) return far.get(afterId, LONGEST_LOOK);
    return farInMemory.get(filter.memoryId, afterId, LONGEST_LOOK);
  }

  return (filter, request) => {
    const { afterId, limit } = readPage(request);
    const until = horizon(filter, afterId);
    const tests = filterTests(filter);
    const rows = connection
      .prepare<(string | number)[], UnitRow>(
        `SELECT u.* FROM live_units AS u WHERE u.id > ? AND u.id <= ? AND ${both(tests)} ORDER BY u.id LIMIT ?`,
      )
      .all(afterId, until ?? Number.MAX_SAFE_INTEGER, ...tests.values, limit + 1);
    const page = pageOf(rows, limit, places.allWithOccurrences);
    return page.next === undefined && until !== undefined ? { ...page, next: String(until) } : page;
  };
}

function filterTests(filter: UnitFilter): Tests {
  const { memoryId, documentId, text, fr, en, origin, flagged } = filter;
  const own = testsOf([
    memoryId !== undefined && ['u.memory_id = ?', memoryId],
    documentId !== undefined && ['u.id IN (SELECT unit_id FROM occurrences WHERE document_id = ?)', documentId],
    flagged !== undefined && [flagged ? 'u.flagged = 1' : 'u.flagged = 0'],
    origin !== undefined && ["u.origin ->> '$.kind' = ?", origin],
    !!text && onEitherSide(text),
    !!fr && holding('u.fr_text', fr),
    !!en && holding('u.en_text', en),
  ]);
  const conditions = conditionTests(filter);
  return { sql: [...own.sql, ...conditions.sql], values: [...own.values, ...conditions.values] };
}

function onEitherSide(text: string): Test {
  const [french, ...values] = holding('u.fr_text', text);
  const [english, ...again] = holding('u.en_text', text);
  return [`(${french} OR ${english})`, ...values, ...again];
}
