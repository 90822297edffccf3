import type { DocumentId } from '../../model/unit.ts';
import type { Store } from '../store.ts';
import type { Connection } from './connection.ts';
import type { DocumentTable } from './document-table.ts';
import { inOrder } from './in-order.ts';
import { pairKey, pairText } from './pair-key.ts';

/** Documents that a bitext may be another version of. Those of a project's segments are not asked. */
export function likeDocumentMethods(connection: Connection, documents: DocumentTable): Pick<Store, 'documentsLike'> {
  const holding = connection.prepare<[Buffer, number], { readonly id: number }>(
    `SELECT DISTINCT d.id FROM live_units AS u
     JOIN occurrences AS o ON o.unit_id = u.id
     JOIN documents AS d ON d.id = o.document_id
     WHERE u.pair_key = ? AND u.memory_id = ? AND d.project_document_id IS NULL`,
  );
  const named = connection.prepare<[number, string | null, string | null], { readonly id: number }>(
    'SELECT id FROM documents WHERE memory_id = ? AND project_document_id IS NULL AND (url = ? OR title = ?)',
  );

  return {
    documentsLike: (memoryId, { url, title }, units) =>
      connection.read(async () => {
        const shared = new Map<DocumentId, number>(
          (await named.all(memoryId, url || null, title || null)).map(({ id }) => [id, 0]),
        );
        const different = new Map(units.map((unit) => [pairText(unit), unit]));
        for (const unit of different.values()) {
          for (const { id } of await holding.all(pairKey(unit), memoryId)) shared.set(id, (shared.get(id) ?? 0) + 1);
        }
        const mostShared = [...shared].sort(([a, some], [b, others]) => others - some || a - b);
        return inOrder(mostShared, async ([id, count]) => ({ document: await documents.require(id), shared: count }));
      }),
  };
}
