import { batchSteps } from './batch-steps.ts';
import { batchMethods } from './batches.ts';
import type { BlockParts } from './block-parts.ts';
import { candidateMethods } from './candidates.ts';
import { commentMethods } from './comments.ts';
import { confirmationMethods } from './confirmations.ts';
import { confirmedPairs } from './confirmed-pairs.ts';
import type { Connection } from './connection.ts';
import { decidedPairTable } from './decided-pairs.ts';
import { documentTable } from './document-table.ts';
import { documentMethods } from './documents.ts';
import { earlierIndexes } from './earlier-indexes.ts';
import { eventMethods, eventTable } from './events.ts';
import { indexMethods } from './index-methods.ts';
import { indexRebuilding } from './index-rebuild.ts';
import { indexSizeMethods } from './index-size.ts';
import { type UnitIndex, unitIndex } from './index-tables.ts';
import type { WordTable } from './index-words.ts';
import { indexedUnits } from './indexed-units.ts';
import { jobMethods } from './jobs.ts';
import { lexiconMethods } from './lexicons.ts';
import { likeDocumentMethods } from './like-documents.ts';
import { machineMethods } from './machine.ts';
import { memoryMethods, memoryTable } from './memories.ts';
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
import { type ShardStore, shardMethods } from './shard-methods.ts';
import { movingAlong } from './shift.ts';
import { termEntryMethods } from './term-entries.ts';
import { termEntryTable } from './term-entry-table.ts';
import { termSearchMethods } from './term-search.ts';
import { termbaseMethods, termbaseTable } from './termbases.ts';
import { unitChangeMethods } from './unit-changes.ts';
import { unitConditionMethods } from './unit-conditions.ts';
import type { UnitKeeping } from './unit-keeping.ts';
import { unitReverting } from './unit-reverting.ts';
import { unitStoring } from './unit-storing.ts';
import { unitTable } from './unit-table.ts';
import { unitMethods } from './units.ts';
import { workDoneMethods } from './work-done.ts';

/** What differs between installations and tests. */
export interface StoreLimits {
  /** Units written one by one until the index makes a block of them; 512 by default. */
  readonly longestTail?: number;
  /** Units that make a block where the index is built anew; 65,536 by default. */
  readonly portion?: number;
  /** Events that can be asked for again; ten thousand by default. */
  readonly keptEvents?: number;
}

export interface StoreOptions extends StoreLimits {
  /** Reads pairs that come many at a time; in this thread by default. */
  readonly readPairs?: PairReader;
  /** Where blocks of the index are kept for others of the process; nowhere by default. */
  readonly parts?: BlockParts;
  /** Where words are numbered for the index; in this database by default. */
  readonly words?: WordTable;
  /** Where units are kept that are written along with something else; in this database by default. */
  readonly keeping?: UnitKeeping;
}

/** A store over an open connection, its index built where units were stored before there was one. */
export async function openStore(connection: Connection, options: StoreOptions): Promise<ShardStore> {
  const index = unitIndex(connection, options);
  if (!(await connection.read(() => index.state.isComplete()))) {
    await indexRebuilding(connection, index, options, earlierIndexes(connection).remove)();
  }
  return assemble(connection, index, options);
}

/** A store over a connection that only reads, of a database that another has open. */
export function openReader(connection: Connection, options: StoreOptions): ShardStore {
  return assemble(connection, unitIndex(connection, options), options);
}

function assemble(connection: Connection, index: UnitIndex, options: StoreOptions): ShardStore {
  const { keptEvents = 10_000, readPairs: pairReader = async (pairs) => readPairs(pairs) } = options;
  const memories = memoryTable(connection);
  const units = indexedUnits(unitTable(connection), index.writer);
  const documents = documentTable(connection);
  const occurrences = occurrenceTable(connection);
  const decidedPairs = decidedPairTable(connection);
  const events = eventTable(connection, keptEvents);
  const segments = segmentTable(connection, events);
  const progress = progressCount(connection);
  const projects = projectTable(connection, progress);
  const projectDocuments = projectDocumentTable(connection, progress);
  const termbases = termbaseTable(connection);
  const storeUnits = unitStoring(connection, units);
  const earlier = earlierIndexes(connection);
  const tables = {
    ...{ memories, units, documents, decidedPairs, occurrences, segments, storeUnits },
    places: places(connection),
    readPairs: pairReader,
    revert: unitReverting({ memories, units, occurrences }),
  };
  const here: UnitKeeping = {
    storeConfirmed: confirmedPairs(tables),
    storeReviewed: reviewedDocuments(connection, tables),
    moveAlong: movingAlong(connection),
    countUse: units.countUse,
  };
  const { keeping = here } = options;
  const store: ShardStore = {
    close: () => connection.close(),
    size: () => connection.size(),
    databases: async () => [await connection.kind()],
    away: async () => [],
    watchEvents: (heard) => connection.watchEvents(heard),
    ...memoryMethods(connection, memories),
    ...unitMethods(connection, tables),
    ...unitChangeMethods(connection, tables),
    ...unitConditionMethods(connection),
    ...batchMethods(connection, { ...tables, takeStep: batchSteps(connection, tables) }),
    ...documentMethods(connection, tables),
    ...likeDocumentMethods(connection, documents),
    ...reviewMethods(connection, { ...tables, reviews: reviewTable(connection) }, keeping.storeReviewed),
    ...projectMethods(connection, projects, memories, termbases),
    ...projectDocumentMethods(connection, projectDocuments, projects),
    ...segmentMethods(connection, segments, projectDocuments),
    ...resegmentingMethods(connection, segments, events, keeping),
    ...commentMethods(connection, segments, projectDocuments, events),
    ...workDoneMethods(connection),
    ...confirmationMethods(connection, { ...tables, keeping }),
    ...jobMethods(connection, events),
    ...eventMethods(connection),
    ...requestKeyMethods(connection),
    ...settingMethods(connection),
    ...machineMethods(connection),
    ...indexMethods(connection, index, tables.places, {
      earlier,
      rebuild: indexRebuilding(connection, index, options, earlier.remove),
    }),
    ...indexSizeMethods(connection),
    ...lexiconMethods(connection),
    ...termbaseMethods(connection, termbases),
    ...termEntryMethods(connection, termbases, termEntryTable(connection)),
    ...termSearchMethods(connection),
    ...candidateMethods(connection, termbases, memories),
    ...shardMethods(connection, here),
  };
  return store;
}
