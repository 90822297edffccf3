import type { DocumentId, UnitId } from '../../model/unit.ts';
import type { Connection } from './connection.ts';

/** Where units stand in documents, inside a transaction of whoever calls. */
export interface OccurrenceTable {
  /** Puts the unit at a position, in the place of what stood there. */
  put(documentId: DocumentId, position: number, unitId: UnitId): Promise<void>;
  /** Puts these units, in order, into a document in which nothing stands. */
  append(documentId: DocumentId, unitIds: readonly UnitId[]): Promise<void>;
  /** Puts these units, in order, in the place of all that stood in the document. */
  replace(documentId: DocumentId, unitIds: readonly UnitId[]): Promise<void>;
  /** The unit at a position and the key of its pair; `undefined` where none is or it was deleted. */
  unitAt(
    documentId: DocumentId,
    position: number,
  ): Promise<{ readonly id: UnitId; readonly pair_key: Uint8Array } | undefined>;
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

  const clear = connection.prepare<[number]>('DELETE FROM occurrences WHERE document_id = ?');

  async function append(documentId: DocumentId, unitIds: readonly UnitId[]): Promise<void> {
    await put.each(unitIds.map((unitId, position) => [documentId, position, unitId] as const));
  }

  return {
    append,
    replace: async (documentId, unitIds) => {
      await clear.run(documentId);
      await append(documentId, unitIds);
    },
    put: async (documentId, position, unitId) => {
      await put.run(documentId, position, unitId);
    },
    unitAt: (documentId, position) => at.get(documentId, position),
    standsElsewhere: async (unitId, documentId, position) =>
      (await elsewhere.get(unitId, documentId, position)) !== undefined,
  };
}
