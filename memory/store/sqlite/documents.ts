import { mergeProvenance, type Provenance } from '../../model/provenance.ts';
import type { DocumentId, MemoryId } from '../../model/unit.ts';
import type { Actor, NewMemoryDocument, Store, StoredUnits } from '../store.ts';
import { pageOf, readPage } from './arguments.ts';
import type { Connection } from './connection.ts';
import { DOCUMENT_COLUMNS, type DocumentRow, type DocumentTable, documentOf } from './document-table.ts';
import { type IncomingUnit, incomingUnits } from './incoming.ts';
import type { MemoryTable } from './memories.ts';
import type { OccurrenceTable } from './occurrences.ts';
import { bitextKey } from './pair-key.ts';
import type { PairReader } from './pair-reading.ts';
import type { Places } from './places.ts';
import type { UnitRow } from './unit-rows.ts';
import type { StoreUnit } from './unit-storing.ts';

type DocumentMethods = Pick<
  Store,
  'addDocument' | 'addDocuments' | 'listDocuments' | 'getDocument' | 'changeDocument' | 'documentUnits'
>;

interface Tables {
  readonly memories: MemoryTable;
  readonly documents: DocumentTable;
  readonly occurrences: OccurrenceTable;
  readonly places: Places;
  readonly storeUnit: StoreUnit;
  readonly readPairs: PairReader;
}

/**
 * A document that comes again — same URL, same title, same pairs in the same order as when it was first stored — is
 * found again and not doubled. Units corrected since stay corrected, those deleted since are stored again, and details
 * of the provenance that were not known are filled in. Anything else that differs makes it another document.
 */
export function documentMethods(connection: Connection, tables: Tables): DocumentMethods {
  const { memories, documents, occurrences, places, storeUnit, readPairs } = tables;
  const ofMemory = connection.prepare<[number, number, number], DocumentRow>(
    `SELECT ${DOCUMENT_COLUMNS} FROM documents AS d WHERE d.memory_id = ? AND d.id > ? ORDER BY d.id LIMIT ?`,
  );
  const ofAll = connection.prepare<[number, number], DocumentRow>(
    `SELECT ${DOCUMENT_COLUMNS} FROM documents AS d WHERE d.id > ? ORDER BY d.id LIMIT ?`,
  );
  const unitsOf = connection.prepare<[number], UnitRow>(
    `SELECT u.* FROM occurrences AS o CROSS JOIN live_units AS u ON u.id = o.unit_id
     WHERE o.document_id = ? ORDER BY o.position`,
  );

  function findAgain(memoryId: MemoryId, given: Provenance, bitext: Buffer): DocumentId | undefined {
    const found = documents.find(memoryId, { bitext });
    if (found === undefined) return undefined;
    documents.replaceProvenance(found, mergeProvenance(given, documents.require(found).provenance));
    return found;
  }

  /** @param isNew whether nothing can stand in the document yet */
  function storeAt(
    documentId: DocumentId,
    isNew: boolean,
    memoryId: MemoryId,
    incoming: readonly IncomingUnit[],
    actor: Actor,
  ) {
    return incoming.map((unit, position) => {
      const present = isNew ? undefined : occurrences.unitAt(documentId, position);
      const corrected = present !== undefined && !present.pair_key.equals(unit.key);
      if (corrected) return { id: present.id, merged: true };
      const stored = storeUnit(memoryId, unit, 'import', actor);
      occurrences.put(documentId, position, stored.id);
      return stored;
    });
  }

  async function addDocuments(
    memoryId: MemoryId,
    given: readonly NewMemoryDocument[],
    actor: Actor,
  ): Promise<readonly StoredUnits[]> {
    const incoming = await incomingUnits(
      given.map(({ units }) => units),
      readPairs,
    );
    return connection.write(() => {
      memories.requireWritable(memoryId);
      return given.map(({ provenance }, index) => store(memoryId, provenance, incoming[index] ?? [], actor));
    });
  }

  function store(
    memoryId: MemoryId,
    provenance: Provenance,
    incoming: readonly IncomingUnit[],
    actor: Actor,
  ): StoredUnits {
    const bitext = bitextKey(
      provenance,
      incoming.map(({ key }) => key),
    );
    const found = findAgain(memoryId, provenance, bitext);
    const documentId = found ?? documents.add(memoryId, provenance, { bitext }, actor);
    const stored = storeAt(documentId, found === undefined, memoryId, incoming, actor);
    const merged = stored.filter((one) => one.merged).length;
    const added = stored.length - merged;
    memories.countUnits(memoryId, added);
    return { documentId, added, merged, unitIds: stored.map((one) => one.id) };
  }

  return {
    async addDocument(memoryId, document, actor) {
      const [stored] = await addDocuments(memoryId, [document], actor);
      if (stored === undefined) throw new Error('a document was given and none was stored');
      return stored;
    },

    addDocuments,

    listDocuments: (memoryId, request) =>
      connection.read(() => {
        const { afterId, limit } = readPage(request);
        const rows =
          memoryId === undefined ? ofAll.all(afterId, limit + 1) : ofMemory.all(memoryId, afterId, limit + 1);
        return pageOf(rows, limit, (shown) => shown.map(documentOf));
      }),

    getDocument: (id) => connection.read(() => documents.require(id)),

    changeDocument: (id, provenance) =>
      connection.write(() => {
        memories.requireWritable(documents.require(id).memoryId);
        documents.replaceProvenance(id, provenance);
        return documents.require(id);
      }),

    documentUnits: (id) =>
      connection.read(() => {
        documents.require(id);
        return places.allWithOccurrences(unitsOf.all(id));
      }),
  };
}
