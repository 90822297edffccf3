import type { EarlierDecision, PairTexts } from '../../model/review.ts';
import type { DocumentId, UnitId } from '../../model/unit.ts';
import type { Connection } from './connection.ts';

/** What was decided on pairs of documents, inside a transaction of whoever calls. */
export interface DecidedPairTable {
  /** Puts these decisions in the place of all that were kept of the document. */
  replace(documentId: DocumentId, decisions: readonly EarlierDecision[]): Promise<void>;
  /** What was kept, and what units of the document were corrected or deleted since it was brought last. */
  ofDocument(documentId: DocumentId): Promise<readonly EarlierDecision[]>;
}

interface DecidedRow extends PairTexts {
  readonly unit_id: number | null;
}

/** When a document was brought last. */
const BROUGHT = 'coalesce(d.brought_at, d.created_at)';

export function decidedPairTable(connection: Connection): DecidedPairTable {
  const clear = connection.prepare<[number]>('DELETE FROM decided_pairs WHERE document_id = ?');
  const add = connection.prepare<readonly [number, number, string, string, number | null]>(
    'INSERT INTO decided_pairs (document_id, number, fr, en, unit_id) VALUES (?, ?, ?, ?, ?)',
  );
  const kept = connection.prepare<[number], DecidedRow>(
    `SELECT k.fr, k.en, u.id AS unit_id FROM decided_pairs AS k LEFT JOIN live_units AS u ON u.id = k.unit_id
     WHERE k.document_id = ? ORDER BY k.number`,
  );
  const deleted = connection.prepare<[number], DecidedRow>(
    `SELECT u.fr_text AS fr, u.en_text AS en, NULL AS unit_id FROM occurrences AS o
     JOIN units AS u ON u.id = o.unit_id AND u.action = 'delete' WHERE o.document_id = ? ORDER BY o.position`,
  );
  // What a unit said when the document was brought: the last of its states that is not newer.
  const corrected = connection.prepare<[number], DecidedRow>(
    `SELECT r.fr_text AS fr, r.en_text AS en, u.id AS unit_id FROM occurrences AS o
     JOIN documents AS d ON d.id = o.document_id
     JOIN live_units AS u ON u.id = o.unit_id AND u.changed_at > ${BROUGHT}
     JOIN unit_revisions AS r ON r.unit_id = u.id AND r.version = (
       SELECT max(p.version) FROM unit_revisions AS p WHERE p.unit_id = u.id AND p.changed_at <= ${BROUGHT}
     )
     WHERE o.document_id = ? AND (r.fr_text <> u.fr_text OR r.en_text <> u.en_text) ORDER BY o.position`,
  );

  return {
    async replace(documentId, decisions) {
      await clear.run(documentId);
      await add.each(
        decisions.map(({ fr, en, unitId }, number) => [documentId, number, fr, en, unitId ?? null] as const),
      );
    },

    async ofDocument(documentId) {
      const decided = (await kept.all(documentId)).map(decisionOf);
      const known = new Set(decided.flatMap(({ unitId }) => unitId ?? []));
      const since = [...(await deleted.all(documentId)), ...(await corrected.all(documentId))].map(decisionOf);
      return [...decided, ...since.filter(({ unitId }) => unitId === undefined || !known.has(unitId))];
    },
  };
}

function decisionOf({ fr, en, unit_id }: DecidedRow): EarlierDecision {
  const unitId: UnitId | undefined = unit_id ?? undefined;
  return { fr, en, ...(unitId !== undefined && { unitId }) };
}
