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
import { bitextKey, keyText } from './pair-key.ts';
import type { PairReader } from './pair-reading.ts';
import type { Places } from './places.ts';
import type { UnitRow } from './unit-rows.ts';
import type { StoredPair, StoreUnits } from './unit-storing.ts';

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

/** A document on its way in. */
interface Arriving {
  readonly provenance: Provenance;
  /** What it is found again by. */
  readonly bitext: Buffer;
  readonly incoming: readonly IncomingUnit[];
}

/** One that is new, with its row. */
interface Placed extends Arriving {
  readonly documentId: DocumentId;
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

  /** Stores again what the memory has already: what was corrected stays. @returns as {@link StoreUnits} */
  async function storeAgain(memoryId: MemoryId, { provenance, bitext, incoming }: Arriving, actor: Actor) {
    const documentId = await documents.find(memoryId, { bitext });
    if (documentId === undefined) throw new Error('a document that could not be added was not found either');
    const known = (await documents.require(documentId)).provenance;
    await documents.replaceProvenance(documentId, mergeProvenance(provenance, known));
    const stored = await inOrder(incoming, async (unit, position) => {
      const present = await occurrences.unitAt(documentId, position);
      const corrected = present !== undefined && !unit.key.equals(present.pair_key);
      if (corrected) return { id: present.id, merged: true };
      const one = await storeUnits.one(memoryId, unit, 'import', actor);
      await occurrences.put(documentId, position, one.id);
      return one;
    });
    return storedAs(documentId, stored);
  }

  /** Stores documents in which nothing can stand yet, all at once. */
  async function storeNew(memoryId: MemoryId, arriving: readonly Placed[], actor: Actor): Promise<StoredUnits[]> {
    const all = arriving.flatMap(({ incoming }) => incoming);
    const stored = await storeUnits(memoryId, all, 'import', actor);
    let from = 0;
    const documents = arriving.map(({ documentId, incoming }) => {
      from += incoming.length;
      return storedAs(documentId, stored.slice(from - incoming.length, from));
    });
    await occurrences.append(documents.map(({ documentId, unitIds }) => [documentId, unitIds] as const));
    return documents;
  }

  async function addDocuments(
    memoryId: MemoryId,
    given: readonly NewMemoryDocument[],
    actor: Actor,
  ): Promise<readonly StoredUnits[]> {
    const lists = await incomingUnits(
      given.map(({ units }) => units),
      readPairs,
    );
    const arriving = given.map(({ provenance }, index): Arriving => {
      const incoming = lists[index] ?? [];
      const keys = incoming.map(({ key }) => key);
      return { provenance, bitext: bitextKey(provenance, keys), incoming };
    });
    return connection.write(async () => {
      await memories.requireWritable(memoryId);
      const bitexts = arriving.map(({ provenance, bitext: key }) => ({ provenance, key }));
      const added = await documents.addBitexts(memoryId, bitexts, actor);
      const stored: StoredUnits[] = [];
      // Which document brings a pair depends on their order: those that are new are stored together up to one that is not.
      let together: Placed[] = [];
      for (const one of arriving) {
        const name = keyText(one.bitext);
        const documentId = added.get(name);
        added.delete(name);
        if (documentId !== undefined) {
          together.push({ ...one, documentId });
          continue;
        }
        stored.push(...(await storeNew(memoryId, together, actor)));
        together = [];
        stored.push(await storeAgain(memoryId, one, actor));
      }
      stored.push(...(await storeNew(memoryId, together, actor)));
      const units = stored.reduce((sum, one) => sum + one.added, 0);
      await memories.countUnits(memoryId, units);
      return stored;
    });
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

function storedAs(documentId: DocumentId, stored: readonly StoredPair[]): StoredUnits & { documentId: DocumentId } {
  const merged = stored.filter((one) => one.merged).length;
  return { documentId, added: stored.length - merged, merged, unitIds: stored.map(({ id }) => id) };
}
