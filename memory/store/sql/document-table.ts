import type { ProjectDocumentId } from '../../model/project.ts';
import type { Provenance } from '../../model/provenance.ts';
import type { DocumentId, MemoryDocument, MemoryId } from '../../model/unit.ts';
import type { Actor } from '../store.ts';
import { notFound } from './arguments.ts';
import { toInstant, toMilliseconds } from './columns.ts';
import type { Connection, SqlValue } from './connection.ts';
import { insertion } from './insertion.ts';
import { keyText } from './pair-key.ts';
import { PROVENANCE_COLUMNS, type ProvenanceRow, provenanceOf, provenanceValues } from './provenance.ts';

/** What a document is found again by: the bitext it came as, or the project document whose segments it holds. */
type DocumentKey = { readonly bitext: Buffer } | { readonly projectDocument: ProjectDocumentId };

interface NewBitext {
  readonly provenance: Provenance;
  readonly key: Buffer;
}

/** The rows of memory documents, inside a transaction of whoever calls. */
export interface DocumentTable {
  add(memoryId: MemoryId, provenance: Provenance, key: DocumentKey, actor: Actor): Promise<DocumentId>;
  /** Adds those of the bitexts that the memory does not hold yet. @returns the new documents, by {@link keyText} */
  addBitexts(memoryId: MemoryId, bitexts: readonly NewBitext[], actor: Actor): Promise<Map<string, DocumentId>>;
  find(memoryId: MemoryId, key: DocumentKey): Promise<DocumentId | undefined>;
  /** @throws CalqueError `not-found` */
  require(id: DocumentId): Promise<MemoryDocument>;
  replaceProvenance(id: DocumentId, provenance: Provenance): Promise<void>;
}

export interface DocumentRow extends ProvenanceRow {
  readonly id: number;
  readonly memory_id: number;
  readonly created_at: number;
  readonly unit_count: number;
}

/** What to select for a {@link DocumentRow}, from `documents AS d`. */
export const DOCUMENT_COLUMNS = `d.*, (
  SELECT count(*) FROM occurrences AS o
  WHERE o.document_id = d.id AND o.unit_id NOT IN (SELECT id FROM units WHERE action = 'delete')
) AS unit_count`;

export function documentTable(connection: Connection): DocumentTable {
  const insertRow = `INSERT INTO documents
       (memory_id, bitext_key, project_document_id, created_at, created_by, ${PROVENANCE_COLUMNS.join(', ')})
     VALUES (?, ?, ?, ?, ?, ${PROVENANCE_COLUMNS.map(() => '?').join(', ')})`;
  const insert = insertion<(string | number | Buffer | null)[]>(connection, insertRow);
  const insertNew = connection.prepare<SqlValue[], { readonly id: number; readonly bitext_key: Uint8Array }>(
    `${insertRow}
     ON CONFLICT (bitext_key, memory_id) WHERE bitext_key IS NOT NULL DO NOTHING RETURNING id, bitext_key`,
  );
  const byBitext = connection.prepare<[Buffer, number], { readonly id: number }>(
    'SELECT id FROM documents WHERE bitext_key = ? AND memory_id = ?',
  );
  const byProjectDocument = connection.prepare<[number, number], { readonly id: number }>(
    'SELECT id FROM documents WHERE project_document_id = ? AND memory_id = ?',
  );
  const byId = connection.prepare<[number], DocumentRow>(
    `SELECT ${DOCUMENT_COLUMNS} FROM documents AS d WHERE d.id = ?`,
  );
  const update = connection.prepare<(string | number | null)[]>(
    `UPDATE documents SET ${PROVENANCE_COLUMNS.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
  );

  return {
    async add(memoryId, provenance, key, actor) {
      const [bitext, projectDocument] = 'bitext' in key ? [key.bitext, null] : [null, key.projectDocument];
      const created = toMilliseconds(actor.at);
      const values = provenanceValues(provenance);
      return insert(memoryId, bitext, projectDocument, created, actor.by, ...values);
    },

    async addBitexts(memoryId, bitexts, actor) {
      const created = toMilliseconds(actor.at);
      const added = await insertNew.each(
        bitexts.map(({ provenance, key }) => [memoryId, key, null, created, actor.by, ...provenanceValues(provenance)]),
      );
      return new Map(added.map(({ id, bitext_key }) => [keyText(bitext_key), id]));
    },

    async find(memoryId, key) {
      const row =
        'bitext' in key
          ? await byBitext.get(key.bitext, memoryId)
          : await byProjectDocument.get(key.projectDocument, memoryId);
      return row?.id;
    },

    async require(id) {
      const row = await byId.get(id);
      if (row === undefined) throw notFound('document', id);
      return documentOf(row);
    },

    async replaceProvenance(id, provenance) {
      await update.run(...provenanceValues(provenance), id);
    },
  };
}

export function documentOf(row: DocumentRow): MemoryDocument {
  return {
    id: row.id,
    memoryId: row.memory_id,
    provenance: provenanceOf(row),
    createdAt: toInstant(row.created_at),
    unitCount: row.unit_count,
  };
}
