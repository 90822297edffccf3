/** Where each page is: written once, for links and for the server's routes. */
export const PATHS = {
  projects: '/',
  newProject: '/projects/new',
  project: '/projects/:id',
  projectDirection: '/projects/:id/direction',
  deleteDocument: '/projects/:id/documents/:documentId/delete',
  projectSettings: '/projects/:id/settings',
  analysis: '/projects/:id/analysis',
  editor: '/projects/:id/documents/:documentId',
  reading: '/projects/:id/documents/:documentId/read',
  statistics: '/statistics',
  mentions: '/mentions',
  settings: '/settings',
  machineSettings: '/settings/machine',
  memories: '/memories',
  memory: '/memories/:id',
  memoryReplace: '/memories/:id/replace',
  memoryPromote: '/memories/:id/promote',
  newMemory: '/memories/new',
  memoryDelete: '/memories/:id/delete',
  memoryDeletion: '/memories/:id/deletions',
  memoryHealth: '/memories/:id/health',
  memoryRepair: '/memories/:id/health/repair',
  memoryChanges: '/memories/:id/changes',
  memorySettings: '/memories/:id/settings',
  unit: '/memories/:id/units/:unitId',
  unitFlag: '/memories/:id/units/:unitId/flag',
  unitDelete: '/memories/:id/units/:unitId/delete',
  unitUndo: '/memories/:id/units/:unitId/undo',
  undoBatch: '/batches/:id/undo',
  termbases: '/termbases',
  termbaseImport: '/termbases/import',
  termbase: '/termbases/:id',
  termbaseSettings: '/termbases/:id/settings',
  termbaseDelete: '/termbases/:id/delete',
  termCandidates: '/termbases/:id/candidates',
  decideCandidate: '/termbases/:id/candidates/decide',
  newEntry: '/termbases/:id/entries/new',
  entry: '/termbases/:id/entries/:entryId',
  entryDelete: '/termbases/:id/entries/:entryId/delete',
  entryUndo: '/termbases/:id/entries/:entryId/undo',
  concordance: '/concordance',
  importArticle: '/import',
  importArticles: '/import/articles',
  importArticlesJob: '/import/articles/:id',
  validate: '/import/validate',
  reviews: '/reviews',
  review: '/reviews/:id',
  deleteReview: '/reviews/:id/delete',
  jobs: '/jobs',
  language: '/language',
  apiDocs: '/api/docs',
  signIn: '/sign-in',
  /** Leads to the provider of single sign-on, which leads back to the other. */
  signInElsewhere: '/sign-in/elsewhere',
  signedInElsewhere: '/api/auth/callback/oidc',
  signOut: '/sign-out',
  account: '/account',
  accountKeys: '/account/keys',
  accountKeyRevoke: '/account/keys/:id/revoke',
  accountSessionEnd: '/account/sessions/:id/end',
  /** Where somebody who was invited chooses their password. */
  invitation: '/invitation',
  administration: '/administration',
  adminPeople: '/administration/people',
  adminPerson: '/administration/people/:id',
  adminInvite: '/administration/people/:id/invite',
  adminSessionEnd: '/administration/sessions/:id/end',
  adminKeys: '/administration/keys',
  adminKeyRevoke: '/administration/keys/:id/revoke',
  adminRights: '/administration/rights',
  adminRightRemove: '/administration/rights/:id/remove',
  adminAudit: '/administration/audit',
} as const;

/** The page to sign in on, from which the way goes on to `back`. */
export function signInPath(back: string): string {
  return `${PATHS.signIn}?${new URLSearchParams({ back })}`;
}

/** The link of an invitation. Its token is no part of the path, which is logged. */
export function invitationPath(token: string): string {
  return `${PATHS.invitation}?${new URLSearchParams({ token })}`;
}

export function adminPersonPath(personId: string): string {
  return `${PATHS.adminPeople}/${personId}`;
}

export function adminInvitePath(personId: string): string {
  return `${adminPersonPath(personId)}/invite`;
}

/** Revokes a key: one's own, or as an administrator any. */
export function keyRevokePath(keyId: number, as: 'own' | 'administrator'): string {
  return `${as === 'own' ? PATHS.accountKeys : PATHS.adminKeys}/${keyId}/revoke`;
}

export function sessionEndPath(sessionId: string, as: 'own' | 'administrator'): string {
  return `${as === 'own' ? PATHS.account : PATHS.administration}/sessions/${sessionId}/end`;
}

export function rightRemovePath(rightId: number): string {
  return `${PATHS.adminRights}/${rightId}/remove`;
}

export function auditPath(query: Readonly<Record<string, string>>): string {
  return `${PATHS.adminAudit}?${new URLSearchParams(query)}`;
}

export function projectPath(projectId: number): string {
  return `/projects/${projectId}`;
}

/** @param by `day`, `week` or `month` */
export function statisticsPath(by: string): string {
  return `${PATHS.statistics}?by=${by}`;
}

export function projectSettingsPath(projectId: number): string {
  return `${projectPath(projectId)}/settings`;
}

export function analysisPath(projectId: number): string {
  return `${projectPath(projectId)}/analysis`;
}

export function editorPath(projectId: number, documentId: number): string {
  return `/projects/${projectId}/documents/${documentId}`;
}

export function deleteDocumentPath(projectId: number, documentId: number): string {
  return `${editorPath(projectId, documentId)}/delete`;
}

export function projectDirectionPath(projectId: number): string {
  return `${projectPath(projectId)}/direction`;
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

/** Work on the units of a memory, and its settings. */
export function memoryWorkPath(
  memoryId: number,
  work: 'replace' | 'promote' | 'health' | 'changes' | 'settings',
): string {
  return `${memoryPath(memoryId)}/${work}`;
}

export function memoryRepairPath(memoryId: number): string {
  return `${memoryWorkPath(memoryId, 'health')}/repair`;
}

/** Deletes the memory itself. */
export function memoryDeletePath(memoryId: number): string {
  return `${memoryPath(memoryId)}/delete`;
}

/** Deletes what a filter finds. */
export function memoryDeletionPath(memoryId: number): string {
  return `${memoryPath(memoryId)}/deletions`;
}

export function undoBatchPath(batchId: number): string {
  return `/batches/${batchId}/undo`;
}

/** A unit by itself, to be changed; also one that is deleted. */
export function unitPagePath(memoryId: number, unitId: number): string {
  return `${memoryPath(memoryId)}/units/${unitId}`;
}

export function unitFlagPath(memoryId: number, unitId: number): string {
  return `${unitPagePath(memoryId, unitId)}/flag`;
}

export function unitDeletePath(memoryId: number, unitId: number): string {
  return `${unitPagePath(memoryId, unitId)}/delete`;
}

export function unitUndoPath(memoryId: number, unitId: number): string {
  return `${unitPagePath(memoryId, unitId)}/undo`;
}

/** The units of a memory that meet a filter, as a file. @param filter as `GET /api/v1/exports/units` takes it */
export function unitsExportPath(
  memoryId: number,
  format: 'tmx' | 'csv' | 'tsv' | 'xlsx',
  filter: Readonly<Record<string, string>>,
): string {
  return `/api/v1/exports/units?${new URLSearchParams({ ...filter, memory: String(memoryId), format })}`;
}

export function termbasePath(termbaseId: number): string {
  return `/termbases/${termbaseId}`;
}

export function termbaseSettingsPath(termbaseId: number): string {
  return `${termbasePath(termbaseId)}/settings`;
}

export function termbaseDeletePath(termbaseId: number): string {
  return `${termbasePath(termbaseId)}/delete`;
}

/** Pairs of terms found for a termbase, in a state where one is stated. */
export function candidatesPath(termbaseId: number, state?: string): string {
  const path = `${termbasePath(termbaseId)}/candidates`;
  return state === undefined ? path : `${path}?${new URLSearchParams({ state })}`;
}

export function candidateDecisionPath(termbaseId: number): string {
  return `${termbasePath(termbaseId)}/candidates/decide`;
}

export function newEntryPath(termbaseId: number): string {
  return `${termbasePath(termbaseId)}/entries/new`;
}

/** An entry of a termbase, to be changed; also one that is deleted. */
export function entryPath(termbaseId: number, entryId: number): string {
  return `${termbasePath(termbaseId)}/entries/${entryId}`;
}

export function entryDeletePath(termbaseId: number, entryId: number): string {
  return `${entryPath(termbaseId, entryId)}/delete`;
}

export function entryUndoPath(termbaseId: number, entryId: number): string {
  return `${entryPath(termbaseId, entryId)}/undo`;
}

/** A termbase as a file: TBX of version 2 or 3, or a table. */
export function termbaseExportPath(termbaseId: number, format: 'tbx' | 'tbx3' | 'csv' | 'tsv'): string {
  return `${EXPORTS}?${new URLSearchParams({ termbase: String(termbaseId), format })}`;
}

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
