/** Where each page is: written once, for links and for the server's routes. */
export const PATHS = {
  projects: '/',
  newProject: '/projects/new',
  project: '/projects/:id',
  analysis: '/projects/:id/analysis',
  editor: '/projects/:id/documents/:documentId',
  reading: '/projects/:id/documents/:documentId/read',
  settings: '/settings',
  memories: '/memories',
  memory: '/memories/:id',
  concordance: '/concordance',
  importArticle: '/import',
  importArticles: '/import/articles',
  importArticlesJob: '/import/articles/:id',
  reviews: '/reviews',
  review: '/reviews/:id',
  deleteReview: '/reviews/:id/delete',
  jobs: '/jobs',
  language: '/language',
  apiDocs: '/api/docs',
} as const;

export function projectPath(projectId: number): string {
  return `/projects/${projectId}`;
}

export function analysisPath(projectId: number): string {
  return `${projectPath(projectId)}/analysis`;
}

export function editorPath(projectId: number, documentId: number): string {
  return `/projects/${projectId}/documents/${documentId}`;
}

/** The document as it reads. */
export function readingPath(projectId: number, documentId: number): string {
  return `${editorPath(projectId, documentId)}/read`;
}

/** A segment in the editor, by its number as it is shown. */
export function segmentPath(projectId: number, documentId: number, number: number): string {
  return `${editorPath(projectId, documentId)}#segment-${number}`;
}

export function memoryPath(memoryId: number): string {
  return `/memories/${memoryId}`;
}

/** Where files are had, as the API has it. */
export const EXPORTS = '/api/v1/exports';

/** A project, or one document of it, as a file. */
export function exportPath(
  format: 'original' | 'revision' | 'xliff' | 'tmx' | 'text',
  projectId: number,
  documentId?: number,
): string {
  const query = new URLSearchParams({ project: String(projectId), format });
  if (documentId !== undefined) query.set('document', String(documentId));
  return `${EXPORTS}?${query}`;
}
/** A search inside the memories. @param query as `GET /api/v1/concordance` takes it, without the cursor */
export function concordancePath(query: Readonly<Record<string, string>>, cursor?: string): string {
  return `${PATHS.concordance}?${new URLSearchParams({ ...query, ...(cursor !== undefined && { cursor }) })}`;
}

/** All the hits of a search, for a spreadsheet. */
export function concordanceExportPath(query: Readonly<Record<string, string>>): string {
  return `/api/v1/concordance.csv?${new URLSearchParams({ ...query, bom: 'true' })}`;
}

/** A unit among those of its document. */
export function unitPath(memoryId: number, documentId: number, unitId: number): string {
  return `${memoryDocumentPath(memoryId, documentId)}#unit-${unitId}`;
}

/** The import of many articles as a job, and what became of each. */
export function importArticlesJobPath(jobId: number): string {
  return `${PATHS.importArticles}/${jobId}`;
}

export function jobCancelPath(jobId: number): string {
  return `${PATHS.jobs}/${jobId}/cancel`;
}

/** The units of one document of a memory. */
export function memoryDocumentPath(memoryId: number, documentId: number): string {
  return `${memoryPath(memoryId)}?document=${documentId}`;
}

/** A memory as TMX. */
export function memoryExportPath(memoryId: number): string {
  return `/api/v1/exports?memory=${memoryId}&format=tmx`;
}

export function reviewPath(reviewId: number): string {
  return `/reviews/${reviewId}`;
}

export function deleteReviewPath(reviewId: number): string {
  return `/reviews/${reviewId}/delete`;
}
