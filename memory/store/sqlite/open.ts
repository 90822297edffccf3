import type { Store } from '../store.ts';
import { commentMethods } from './comments.ts';
import { confirmationMethods } from './confirmations.ts';
import { Connection, openDatabase } from './connection.ts';
import { documentTable } from './document-table.ts';
import { documentMethods } from './documents.ts';
import { storeError } from './errors.ts';
import { eventMethods, eventTable } from './events.ts';
import { indexMethods } from './index-methods.ts';
import { completeIndex } from './index-rebuild.ts';
import { type UnitIndex, unitIndex } from './index-tables.ts';
import { indexedUnits } from './indexed-units.ts';
import { jobMethods } from './jobs.ts';
import { lexiconMethods } from './lexicons.ts';
import { likeDocumentMethods } from './like-documents.ts';
import { memoryMethods, memoryTable } from './memories.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { occurrenceTable } from './occurrences.ts';
import { type PairReader, readPairs } from './pair-reading.ts';
import { places } from './places.ts';
import { progressCount } from './progress.ts';
import { projectDocumentMethods, projectDocumentTable } from './project-documents.ts';
import { projectMethods, projectTable } from './projects.ts';
import { requestKeyMethods } from './request-keys.ts';
import { resegmentingMethods } from './resegmenting.ts';
import { reviewTable } from './review-table.ts';
import { reviewedDocuments } from './reviewed-documents.ts';
import { reviewMethods } from './reviews.ts';
import { segmentTable } from './segment-table.ts';
import { segmentMethods } from './segments.ts';
import { settingMethods } from './settings.ts';
import { termEntryMethods } from './term-entries.ts';
import { termEntryTable } from './term-entry-table.ts';
import { termSearchMethods } from './term-search.ts';
import { termbaseMethods, termbaseTable } from './termbases.ts';
import { unitChangeMethods } from './unit-changes.ts';
import { unitConditionMethods } from './unit-conditions.ts';
import { unitStoring } from './unit-storing.ts';
import { unitTable } from './unit-table.ts';
import { unitMethods } from './units.ts';

export interface SqliteOptions {
  /** Milliseconds that a write waits for another program's transaction before `database-busy`; 5000 by default. */
  readonly busyTimeout?: number;
  /** Units written one by one until the index makes a block of them; 512 by default, fewer for tests. */
  readonly longestTail?: number;
  /** Reads pairs that come many at a time; in this thread by default. */
  readonly readPairs?: PairReader;
}

/**
 * Opens the embedded database, creating it or bringing its schema forward where needed.
 * @param path the file, created with its folder where missing, or `:memory:` for one that ends with the process
 * @throws CalqueError `read-only-database`, `foreign-database`, `newer-database`, `database-busy`, `database-full`
 */
export async function openSqliteStore(
  path: string,
  { busyTimeout = 5000, longestTail = 512, readPairs = readInThisThread }: SqliteOptions = {},
): Promise<Store> {
  const database = openDatabase(path, busyTimeout);
  try {
    migrate(database, path, MIGRATIONS);
    database.pragma('journal_mode = WAL');
    const connection = new Connection(database, path, busyTimeout);
    const index = unitIndex(connection, { longestTail });
    await completeIndex(connection, index.writer);
    return assemble(connection, index, readPairs);
  } catch (error) {
    database.close();
    throw storeError(error, path);
  }
}

const readInThisThread: PairReader = async (pairs) => readPairs(pairs);

/** A store over an open connection. */
export function assemble(connection: Connection, index: UnitIndex, pairReader: PairReader): Store {
  const memories = memoryTable(connection);
  const units = indexedUnits(unitTable(connection), index.writer);
  const documents = documentTable(connection);
  const occurrences = occurrenceTable(connection);
  const events = eventTable(connection);
  const segments = segmentTable(connection, events);
  const progress = progressCount(connection);
  const projects = projectTable(connection, progress);
  const projectDocuments = projectDocumentTable(connection, progress);
  const termbases = termbaseTable(connection);
  const storeUnit = unitStoring(connection, units);
  const tables = {
    ...{ memories, units, documents, occurrences, segments, storeUnit },
    places: places(connection),
    readPairs: pairReader,
  };
  return {
    close: async () => connection.close(),
    ...memoryMethods(connection, memories),
    ...unitMethods(connection, tables),
    ...unitChangeMethods(connection, tables),
    ...unitConditionMethods(connection),
    ...documentMethods(connection, tables),
    ...likeDocumentMethods(connection, documents),
    ...reviewMethods(connection, reviewTable(connection), reviewedDocuments(connection, tables)),
    ...projectMethods(connection, projects, memories, termbases),
    ...projectDocumentMethods(connection, projectDocuments, projects),
    ...segmentMethods(connection, segments, projectDocuments),
    ...resegmentingMethods(connection, segments, events),
    ...commentMethods(connection, segments, projectDocuments),
    ...confirmationMethods(connection, tables),
    ...jobMethods(connection, events),
    ...eventMethods(connection),
    ...requestKeyMethods(connection),
    ...settingMethods(connection),
    ...indexMethods(connection, index, tables.places),
    ...lexiconMethods(connection),
    ...termbaseMethods(connection, termbases),
    ...termEntryMethods(connection, termbases, termEntryTable(connection)),
    ...termSearchMethods(connection),
  };
}
