import type { Progress, ProjectDocumentId, ProjectId } from '../../model/project.ts';
import type { Connection } from './connection.ts';

/** Counts the work of a project or of one of its documents. */
export interface ProgressCount {
  ofProject(id: ProjectId): Promise<Progress>;
  ofDocument(id: ProjectDocumentId): Promise<Progress>;
}

/** The sums, named as the model names them. */
const SUMS = `
  count(*) AS segments,
  coalesce(sum(words), 0) AS words,
  count(*) FILTER (WHERE status IN ('confirmed', 'reviewed')) AS "doneSegments",
  coalesce(sum(words) FILTER (WHERE status IN ('confirmed', 'reviewed')), 0) AS "doneWords",
  count(*) FILTER (WHERE status = 'draft') AS "draftSegments"`;

const NOTHING: Progress = { segments: 0, words: 0, doneSegments: 0, doneWords: 0, draftSegments: 0 };

export function progressCount(connection: Connection): ProgressCount {
  const ofDocument = connection.prepare<[number], Progress>(`SELECT ${SUMS} FROM segments WHERE document_id = ?`);
  const ofProject = connection.prepare<[number], Progress>(
    `SELECT ${SUMS} FROM segments WHERE document_id IN (SELECT id FROM project_documents WHERE project_id = ?)`,
  );
  return {
    ofProject: async (id) => (await ofProject.get(id)) ?? NOTHING,
    ofDocument: async (id) => (await ofDocument.get(id)) ?? NOTHING,
  };
}
