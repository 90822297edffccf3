import type { Language } from '../../model/language.ts';
import type { Origin } from '../../model/origin.ts';
import type { IndexStorage, NearUnit, UnitSource } from '../../retrieval/index/index-port.ts';
import type { Store } from '../store.ts';
import { contentOf, toInstant } from './columns.ts';
import type { Connection } from './connection.ts';
import type { EarlierIndexes } from './earlier-indexes.ts';
import { checkIndex } from './index-check.ts';
import { indexReader } from './index-reader.ts';
import type { UnitIndex } from './index-tables.ts';
import type { Places } from './places.ts';
import { Turns } from './turns.ts';
import type { UnitRow } from './unit-rows.ts';

type IndexMethods = Omit<IndexStorage, 'lexicon'> & Pick<Store, 'checkIndex' | 'reindex' | 'removeEarlierIndexes'>;

/** A unit that stands in a thousand places has no neighbourhood. */
const MOST_NEAR = 200;

interface SourceRow extends Pick<UnitRow, 'id' | 'memory_id' | 'status' | 'origin' | 'changed_at'> {
  readonly text: string;
  readonly content: string | null;
}

function sourceOf({ id, memory_id: memoryId, status, origin, changed_at, text, content }: SourceRow): UnitSource {
  const changedAt = toInstant(changed_at);
  return { id, memoryId, status, origin: JSON.parse(origin) as Origin, changedAt, content: contentOf(text, content) };
}

interface Work {
  readonly earlier: EarlierIndexes;
  /** Builds the index anew. */
  readonly rebuild: Store['reindex'];
}

export function indexMethods(
  connection: Connection,
  index: UnitIndex,
  places: Places,
  { earlier, rebuild }: Work,
): IndexMethods {
  const { wantedNumbers, joinInOrder, list } = connection.dialect;
  const reader = indexReader(connection, index);
  const readings = new Turns();
  const byIds = connection.prepare<[string], UnitRow>(
    `SELECT u.* FROM ${wantedNumbers} ${joinInOrder} live_units AS u ON u.id = wanted.value ORDER BY u.id`,
  );
  const sourcesIn = (language: Language) =>
    connection.prepare<[string], SourceRow>(
      `SELECT u.id, u.memory_id, u.status, u.origin, u.changed_at, u.${language}_text AS text, u.${language}_content AS content
       FROM ${wantedNumbers} ${joinInOrder} live_units AS u ON u.id = wanted.value`,
    );
  const sources = { fr: sourcesIn('fr'), en: sourcesIn('en') };
  const near = connection.prepare<[string, number, number], NearUnit>(
    `SELECT o.unit_id AS "of", n.unit_id AS "unitId", n.position - o.position AS places
     FROM ${wantedNumbers}
     ${joinInOrder} occurrences AS o ON o.unit_id = wanted.value
     ${joinInOrder} occurrences AS n ON n.document_id = o.document_id
       AND n.position BETWEEN o.position - ? AND o.position + ? AND n.position <> o.position
     LIMIT ${MOST_NEAR}`,
  );

  return {
    numbering: () => connection.ask(() => index.state.numbering()),
    unitsNear: (ids, reach) => connection.ask(() => near.all(list(ids), reach, reach)),
    indexBlocks: (languages) =>
      readings.take(
        async () =>
          (await connection.ask(() => reader.unchanged(languages))) ??
          (await connection.read(() => reader.blocks(languages))),
      ),
    blocksAndWords: (languages, { language, forms, stems }) =>
      readings.take(() =>
        connection.read(async () => {
          const [blocks, words] = await Promise.all([
            reader.blocks(languages),
            index.words.find(language, forms, stems),
          ]);
          return { blocks, words };
        }),
      ),
    wordIds: (language, forms, stems) => connection.ask(() => index.words.find(language, forms, stems)),
    sources: (ids, language) => connection.ask(async () => (await sources[language].all(list(ids))).map(sourceOf)),
    // A unit that is deleted meanwhile has no places, and is gone the next time.
    unitsInContext: (ids) =>
      connection.ask(async () => {
        const [rows, inContext] = await Promise.all([byIds.all(list(ids)), places.around(ids)]);
        return rows.map(inContext);
      }),
    checkIndex: () =>
      connection.read(async () => {
        const [found, left] = [await checkIndex(connection, index), await earlier.left()];
        return { ...found, ...(left > 0 && { left }) };
      }),
    reindex: rebuild,
    removeEarlierIndexes: () => earlier.remove(),
  };
}
