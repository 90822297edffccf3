import type { Connection } from './connection.ts';
import type { UnitKeeping } from './unit-keeping.ts';

/**
 * Moves what stands behind a position of a document. Positions are unique, so all step aside below zero before they take
 * their new places.
 * @param ofDocument what tells the rows of a document, with a question mark for its number
 */
export function shiftOf(connection: Connection, table: 'segments' | 'occurrences', ofDocument: string) {
  const aside = connection.prepare<[number, number, number]>(
    `UPDATE ${table} SET position = -1 - position - ? WHERE ${ofDocument} AND position > ?`,
  );
  const back = connection.prepare<[number]>(
    `UPDATE ${table} SET position = -1 - position WHERE ${ofDocument} AND position < 0`,
  );
  return async (document: number, by: number, position: number): Promise<void> => {
    await aside.run(by, document, position);
    await back.run(document);
  };
}

/** Moves units along with the segments of a document, inside a transaction of whoever calls. */
export function movingAlong(connection: Connection): UnitKeeping['moveAlong'] {
  const ofDocument = 'document_id IN (SELECT id FROM documents WHERE project_document_id = ?)';
  const leave = connection.prepare<[number, number, number]>(
    `DELETE FROM occurrences WHERE ${ofDocument} AND position > ? AND position <= ?`,
  );
  const shift = shiftOf(connection, 'occurrences', ofDocument);
  return async ({ projectDocument, first, last, by }) => {
    await leave.run(projectDocument, first, last);
    await shift(projectDocument, by, last);
  };
}
