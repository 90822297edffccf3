import type { Progress, ProjectDocumentId, ProjectId } from '../../model/project.ts';
import type { Connection } from './connection.ts';

/** Counts the work of a project or of one of its documents. */
export interface ProgressCount {
  ofProject(id: ProjectId): Progress;
  ofDocument(id: ProjectDocumentId): Progress;
}

/** The sums, named as the model names them; `total` gives 0 where there is no segment. */
const SUMS = `
  count(*) AS segments,
  CAST(total(words) AS INTEGER) AS words,
  CAST(total(status IN ('confirmed', 'reviewed')) AS INTEGER) AS doneSegments,
  CAST(total(iif(status IN ('confirmed', 'reviewed'), words, 0)) AS INTEGER) AS doneWords,
  CAST(total(status = 'draft') AS INTEGER) AS draftSegments`;

const NOTHING: Progress = { segments: 0, words: 0, doneSegments: 0, doneWords: 0, draftSegments: 0 };

export function progressCount(connection: Connection): ProgressCount {
  const ofDocument = connection.prepare<[number], Progress>(`SELECT ${SUMS} FROM segments WHERE document_id = ?`);
  const ofProject = connection.prepare<[number], Progress>(
    `SELECT ${SUMS} FROM segments WHERE document_id IN (SELECT id FROM project_documents WHERE project_id = ?)`,
  );
  return {
    ofProject: (id) => ofProject.get(id) ?? NOTHING,
    ofDocument: (id) => ofDocument.get(id) ?? NOTHING,
  };
}
