/** Where each page is: written once, for links and for the server's routes. */
export const PATHS = {
  projects: '/',
  newProject: '/projects/new',
  project: '/projects/:id',
  editor: '/projects/:id/documents/:documentId',
  memories: '/memories',
  memory: '/memories/:id',
  importArticle: '/import',
  jobs: '/jobs',
  language: '/language',
} as const;

export function projectPath(projectId: number): string {
  return `/projects/${projectId}`;
}

export function editorPath(projectId: number, documentId: number): string {
  return `/projects/${projectId}/documents/${documentId}`;
}

export function memoryPath(memoryId: number): string {
  return `/memories/${memoryId}`;
}

/** A project, or one document of it, as a file. */
export function exportPath(
  format: 'original' | 'xliff' | 'tmx' | 'text',
  projectId: number,
  documentId?: number,
): string {
  const query = new URLSearchParams({ project: String(projectId), format });
  if (documentId !== undefined) query.set('document', String(documentId));
  return `/api/v1/exports?${query}`;
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
