import type { DocumentId, UnitId } from '../../model/unit.ts';
import type { Connection } from './connection.ts';

/** Where units stand in documents, inside a transaction of whoever calls. */
export interface OccurrenceTable {
  /** Puts the unit at a position, in the place of what stood there. */
  put(documentId: DocumentId, position: number, unitId: UnitId): Promise<void>;
  /** Puts units, in order, into documents in which nothing stands. */
  append(documents: readonly (readonly [DocumentId, readonly UnitId[]])[]): Promise<void>;
  /** Puts these units, in order, in the place of all that stood in the document. */
  replace(documentId: DocumentId, unitIds: readonly UnitId[]): Promise<void>;
  /** The unit at a position and the key of its pair; `undefined` where none is or it was deleted. */
  unitAt(
    documentId: DocumentId,
    position: number,
  ): Promise<{ readonly id: UnitId; readonly pair_key: Uint8Array } | undefined>;
  /** Has another unit stand wherever the unit does, and keeps where that was. */
  merge(unitId: UnitId, into: UnitId): Promise<void>;
  /** Has a merged unit stand again where it stood, as far as what it was merged into still stands there. */
  giveBack(unitId: UnitId): Promise<void>;
  /** Whether the unit stands anywhere but at this position. */
  standsElsewhere(unitId: UnitId, documentId: DocumentId, position: number): Promise<boolean>;
}

export function occurrenceTable(connection: Connection): OccurrenceTable {
  const put = connection.prepare<readonly [number, number, number]>(
    `INSERT INTO occurrences (document_id, position, unit_id) VALUES (?, ?, ?)
     ON CONFLICT (document_id, position) DO UPDATE SET unit_id = excluded.unit_id`,
  );
  const at = connection.prepare<[number, number], { readonly id: number; readonly pair_key: Uint8Array }>(
    `SELECT u.id, u.pair_key FROM occurrences AS o JOIN live_units AS u ON u.id = o.unit_id
     WHERE o.document_id = ? AND o.position = ?`,
  );
  const elsewhere = connection.prepare<[number, number, number]>(
    'SELECT 1 FROM occurrences WHERE unit_id = ? AND NOT (document_id = ? AND position = ?) LIMIT 1',
  );

  const keepPlaces = connection.prepare<[number, number]>(
    `INSERT INTO merged_occurrences (unit_id, document_id, position, into_unit_id)
     SELECT unit_id, document_id, position, ? FROM occurrences WHERE unit_id = ?
     ON CONFLICT (unit_id, document_id, position) DO UPDATE SET into_unit_id = excluded.into_unit_id`,
  );
  const moveAll = connection.prepare<[number, number]>('UPDATE occurrences SET unit_id = ? WHERE unit_id = ?');
  const moveBack = connection.prepare<[number]>(
    `UPDATE occurrences SET unit_id = merged.unit_id FROM merged_occurrences AS merged
     WHERE merged.unit_id = ? AND occurrences.document_id = merged.document_id
       AND occurrences.position = merged.position AND occurrences.unit_id = merged.into_unit_id`,
  );
  const forgetPlaces = connection.prepare<[number]>('DELETE FROM merged_occurrences WHERE unit_id = ?');
  const clear = connection.prepare<[number]>('DELETE FROM occurrences WHERE document_id = ?');

  async function append(documents: readonly (readonly [DocumentId, readonly UnitId[]])[]): Promise<void> {
    await put.each(
      documents.flatMap(([documentId, unitIds]) =>
        unitIds.map((unitId, position) => [documentId, position, unitId] as const),
      ),
    );
  }

  return {
    append,
    replace: async (documentId, unitIds) => {
      await clear.run(documentId);
      await append([[documentId, unitIds]]);
    },
    put: async (documentId, position, unitId) => {
      await put.run(documentId, position, unitId);
    },
    merge: async (unitId, into) => {
      await keepPlaces.run(into, unitId);
      await moveAll.run(into, unitId);
    },
    giveBack: async (unitId) => {
      await moveBack.run(unitId);
      await forgetPlaces.run(unitId);
    },
    unitAt: (documentId, position) => at.get(documentId, position),
    standsElsewhere: async (unitId, documentId, position) =>
      (await elsewhere.get(unitId, documentId, position)) !== undefined,
  };
}
