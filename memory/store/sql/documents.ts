import type { BlockKind } from '../../model/document.ts';
import { mergeProvenance, type Provenance } from '../../model/provenance.ts';
import type { DocumentId, MemoryId } from '../../model/unit.ts';
import type { Actor, NewMemoryDocument, Store, StoredUnits } from '../store.ts';
import { pageOf, readPage } from './arguments.ts';
import type { Connection } from './connection.ts';
import { DOCUMENT_COLUMNS, type DocumentRow, type DocumentTable, documentOf } from './document-table.ts';
import { inOrder } from './in-order.ts';
import { type IncomingUnit, incomingUnits } from './incoming.ts';
import type { MemoryTable } from './memories.ts';
import type { OccurrenceTable } from './occurrences.ts';
import { bitextKey } from './pair-key.ts';
import type { PairReader } from './pair-reading.ts';
import type { Places } from './places.ts';
import type { UnitRow } from './unit-rows.ts';
import type { StoreUnits } from './unit-storing.ts';

type DocumentMethods = Pick<
  Store,
  'addDocument' | 'addDocuments' | 'listDocuments' | 'getDocument' | 'changeDocument' | 'documentUnits'
>;

interface Tables {
  readonly memories: MemoryTable;
  readonly documents: DocumentTable;
  readonly occurrences: OccurrenceTable;
  readonly places: Places;
  readonly storeUnits: StoreUnits;
  readonly readPairs: PairReader;
}

/**
 * A document that comes again — same URL, same title, same pairs in the same order as when it was first stored — is
 * found again and not doubled. Units corrected since stay corrected, those deleted since are stored again, and details
 * of the provenance that were not known are filled in. Anything else that differs makes it another document.
 */
export function documentMethods(connection: Connection, tables: Tables): DocumentMethods {
  const { memories, documents, occurrences, places, storeUnits, readPairs } = tables;
  const ofMemory = connection.prepare<[number, number, number], DocumentRow>(
    `SELECT ${DOCUMENT_COLUMNS} FROM documents AS d WHERE d.memory_id = ? AND d.id > ? ORDER BY d.id LIMIT ?`,
  );
  const ofAll = connection.prepare<[number, number], DocumentRow>(
    `SELECT ${DOCUMENT_COLUMNS} FROM documents AS d WHERE d.id > ? ORDER BY d.id LIMIT ?`,
  );
  const unitsOf = connection.prepare<[number], UnitRow>(
    `SELECT u.* FROM occurrences AS o ${connection.dialect.joinInOrder} live_units AS u ON u.id = o.unit_id
     WHERE o.document_id = ? ORDER BY o.position`,
  );

  async function findAgain(memoryId: MemoryId, given: Provenance, bitext: Buffer): Promise<DocumentId | undefined> {
    const found = await documents.find(memoryId, { bitext });
    if (found === undefined) return undefined;
    await documents.replaceProvenance(found, mergeProvenance(given, (await documents.require(found)).provenance));
    return found;
  }

  /** @param isNew whether nothing can stand in the document yet */
  async function storeAt(
    documentId: DocumentId,
    isNew: boolean,
    memoryId: MemoryId,
    incoming: readonly IncomingUnit[],
    blockAt: (position: number) => BlockKind | undefined,
    actor: Actor,
  ) {
    if (isNew) {
      const stored = await storeUnits(memoryId, incoming, 'import', actor);
      await occurrences.append(
        documentId,
        stored.map(({ id }, position) => ({ unitId: id, block: blockAt(position) })),
      );
      return stored;
    }
    return inOrder(incoming, async (unit, position) => {
      const present = await occurrences.unitAt(documentId, position);
      const corrected = present !== undefined && !unit.key.equals(present.pair_key);
      if (corrected) return { id: present.id, merged: true };
      const stored = await storeUnits.one(memoryId, unit, 'import', actor);
      await occurrences.put(documentId, position, { unitId: stored.id, block: blockAt(position) });
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
    return connection.write(async () => {
      await memories.requireWritable(memoryId);
      return inOrder(given, (document, index) => store(memoryId, document, incoming[index] ?? [], actor));
    });
  }

  async function store(
    memoryId: MemoryId,
    { provenance, units }: NewMemoryDocument,
    incoming: readonly IncomingUnit[],
    actor: Actor,
  ): Promise<StoredUnits> {
    const bitext = bitextKey(
      provenance,
      incoming.map(({ key }) => key),
    );
    const found = await findAgain(memoryId, provenance, bitext);
    const documentId = found ?? (await documents.add(memoryId, provenance, { bitext }, actor));
    const blockAt = (position: number) => units[position]?.block;
    const stored = await storeAt(documentId, found === undefined, memoryId, incoming, blockAt, actor);
    const merged = stored.filter((one) => one.merged).length;
    const added = stored.length - merged;
    await memories.countUnits(memoryId, added);
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
      connection.read(async () => {
        const { afterId, limit } = readPage(request);
        const rows =
          memoryId === undefined
            ? await ofAll.all(afterId, limit + 1)
            : await ofMemory.all(memoryId, afterId, limit + 1);
        return pageOf(rows, limit, (shown) => shown.map(documentOf));
      }),

    getDocument: (id) => connection.read(() => documents.require(id)),

    changeDocument: (id, provenance) =>
      connection.write(async () => {
        await memories.requireWritable((await documents.require(id)).memoryId);
        await documents.replaceProvenance(id, provenance);
        return documents.require(id);
      }),

    documentUnits: (id) =>
      connection.read(async () => {
        await documents.require(id);
        return places.allWithOccurrences(await unitsOf.all(id));
      }),
  };
}
