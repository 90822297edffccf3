import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';

/** As many faults as are told of at most. */
const MOST_FAULTS = 100;
/** How SQLite heads the faults of the pages. */
const HEADING = /^\*\*\* in database \w+ \*\*\*\n?/;

/** What beside a database may hold its end. */
const COMPLETING = ['-wal', '-journal'];

/** Where the header of an SQLite file has the bytes of a page (1 for 65,536), and how many pages there are. */
const PAGE_SIZE_AT = 16;
const PAGES_AT = 28;
const HEADER_BYTES = 100;
const LARGEST_PAGE = 65_536;

/**
 * What is wrong with the pages, tables and indexes of a database, in SQLite's words, with the names of tables and indexes
 * where it has numbers of trees; nothing where all is well.
 */
export function damageOf(database: Database.Database): readonly string[] {
  const lines: string[] = [];
  try {
    const found = database.prepare<[], string>(`PRAGMA integrity_check(${MOST_FAULTS})`).pluck();
    for (const fault of found.iterate()) lines.push(...fault.replace(HEADING, '').split('\n'));
  } catch (error) {
    // Damage can be such that looking for it breaks off; what was found until then says where.
    if (!isDamage(error)) throw error;
    if (lines.length === 0) lines.push((error as Error).message);
  }
  const named = treesOf(database);
  return lines
    .filter((line) => line !== 'ok' && line !== '')
    .map((line) => line.replace(/^Tree (\d+)/, (tree, root: string) => named.get(Number(root)) ?? tree));
}

/** Whether SQLite says of an error that the file is damaged. */
export function isDamage(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CORRUPT');
}

/** What is at the root of each tree of pages. */
function treesOf(database: Database.Database): ReadonlyMap<number, string> {
  const roots = database.prepare<[], { root: number; type: string; name: string }>(
    'SELECT rootpage AS root, type, name FROM sqlite_schema WHERE rootpage > 0',
  );
  return new Map(roots.all().map(({ root, type, name }) => [root, `${type} “${name}”,`]));
}

/**
 * How much of a database file is there where its end is missing; absent where it is as long as its header says, where it has
 * none, and where a log lies beside it from which the end may come.
 */
export function cutOff(path: string): string | undefined {
  if (!existsSync(path) || COMPLETING.some((companion) => sizeOf(path + companion) > 0)) return undefined;
  const file = openSync(path, 'r');
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    if (readSync(file, header, 0, HEADER_BYTES, 0) < HEADER_BYTES) return undefined;
    const said = header.readUInt16BE(PAGE_SIZE_AT);
    const pages = header.readUInt32BE(PAGES_AT);
    const there = fstatSync(file).size / (said === 1 ? LARGEST_PAGE : said);
    return there < pages ? `of its ${pages} pages, ${Math.floor(there)} are there` : undefined;
  } finally {
    closeSync(file);
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
