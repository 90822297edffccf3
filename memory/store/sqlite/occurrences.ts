import type { DocumentId, UnitId } from '../../model/unit.ts';
import type { Connection } from './connection.ts';

/** Where units stand in documents, inside a transaction of whoever calls. */
export interface OccurrenceTable {
  /** Puts the unit at a position, in the place of what stood there. */
  put(documentId: DocumentId, position: number, unitId: UnitId): void;
  /** Puts these units, in order, in the place of all that stood in the document. */
  replace(documentId: DocumentId, unitIds: readonly UnitId[]): void;
  /** The unit at a position and the key of its pair; `undefined` where none is or it was deleted. */
  unitAt(documentId: DocumentId, position: number): { readonly id: UnitId; readonly pair_key: Buffer } | undefined;
  /** Whether the unit stands anywhere but at this position. */
  standsElsewhere(unitId: UnitId, documentId: DocumentId, position: number): boolean;
}

export function occurrenceTable(connection: Connection): OccurrenceTable {
  const put = connection.prepare<[number, number, number]>(
    `INSERT INTO occurrences (document_id, position, unit_id) VALUES (?, ?, ?)
     ON CONFLICT (document_id, position) DO UPDATE SET unit_id = excluded.unit_id`,
  );
  const at = connection.prepare<[number, number], { readonly id: number; readonly pair_key: Buffer }>(
    `SELECT u.id, u.pair_key FROM occurrences AS o JOIN live_units AS u ON u.id = o.unit_id
     WHERE o.document_id = ? AND o.position = ?`,
  );
  const elsewhere = connection.prepare<[number, number, number]>(
    'SELECT 1 FROM occurrences WHERE unit_id = ? AND NOT (document_id = ? AND position = ?) LIMIT 1',
  );

  const clear = connection.prepare<[number]>('DELETE FROM occurrences WHERE document_id = ?');

  return {
    replace: (documentId, unitIds) => {
      clear.run(documentId);
      for (const [position, unitId] of unitIds.entries()) put.run(documentId, position, unitId);
    },
    put: (documentId, position, unitId) => {
      put.run(documentId, position, unitId);
    },
    unitAt: (documentId, position) => at.get(documentId, position),
    standsElsewhere: (unitId, documentId, position) => elsewhere.get(unitId, documentId, position) !== undefined,
  };
}
