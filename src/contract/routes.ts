/**
 * Every operation of the API by name: its method and path. Kept apart from the schemas so that the browser's
 * client can import it without them.
 */
export const ROUTES = {
  lookup: { method: 'POST', path: '/api/v1/lookup' },
  lookupBatch: { method: 'POST', path: '/api/v1/lookup/batch' },
  concordance: { method: 'GET', path: '/api/v1/concordance' },
  exportConcordance: { method: 'GET', path: '/api/v1/concordance.csv' },

  listMemories: { method: 'GET', path: '/api/v1/memories' },
  createMemory: { method: 'POST', path: '/api/v1/memories' },
  getMemory: { method: 'GET', path: '/api/v1/memories/:id' },
  changeMemory: { method: 'PATCH', path: '/api/v1/memories/:id' },
  memoryFile: { method: 'GET', path: '/api/v1/memories/:id/memory.tmx' },
  deleteMemory: { method: 'DELETE', path: '/api/v1/memories/:id' },

  listUnits: { method: 'GET', path: '/api/v1/units' },
  createUnits: { method: 'POST', path: '/api/v1/units' },
  getUnit: { method: 'GET', path: '/api/v1/units/:id' },
  changeUnit: { method: 'PATCH', path: '/api/v1/units/:id' },
  deleteUnit: { method: 'DELETE', path: '/api/v1/units/:id' },
  unitHistory: { method: 'GET', path: '/api/v1/units/:id/history' },
  undoUnit: { method: 'POST', path: '/api/v1/units/:id/undo' },

  previewReplacement: { method: 'GET', path: '/api/v1/memories/:id/replacements' },
  replaceInMemory: { method: 'POST', path: '/api/v1/memories/:id/replacements' },
  deleteUnits: { method: 'POST', path: '/api/v1/memories/:id/deletions' },
  comparePromotion: { method: 'GET', path: '/api/v1/memories/:id/promotions' },
  promoteUnits: { method: 'POST', path: '/api/v1/memories/:id/promotions' },
  checkMemory: { method: 'POST', path: '/api/v1/memories/:id/health' },
  memoryHealth: { method: 'GET', path: '/api/v1/memories/:id/health' },
  repairUnits: { method: 'POST', path: '/api/v1/memories/:id/repairs' },
  listBatches: { method: 'GET', path: '/api/v1/memories/:id/batches' },
  getBatch: { method: 'GET', path: '/api/v1/batches/:id' },
  undoBatch: { method: 'POST', path: '/api/v1/batches/:id/undo' },
  exportUnits: { method: 'GET', path: '/api/v1/exports/units' },

  listDocuments: { method: 'GET', path: '/api/v1/documents' },
  getDocument: { method: 'GET', path: '/api/v1/documents/:id' },
  changeDocument: { method: 'PATCH', path: '/api/v1/documents/:id' },

  listTermbases: { method: 'GET', path: '/api/v1/termbases' },
  createTermbase: { method: 'POST', path: '/api/v1/termbases' },
  getTermbase: { method: 'GET', path: '/api/v1/termbases/:id' },
  changeTermbase: { method: 'PATCH', path: '/api/v1/termbases/:id' },
  deleteTermbase: { method: 'DELETE', path: '/api/v1/termbases/:id' },

  listTerms: { method: 'GET', path: '/api/v1/terms' },
  createTerm: { method: 'POST', path: '/api/v1/terms' },
  getTerm: { method: 'GET', path: '/api/v1/terms/:id' },
  changeTerm: { method: 'PATCH', path: '/api/v1/terms/:id' },
  deleteTerm: { method: 'DELETE', path: '/api/v1/terms/:id' },
  termHistory: { method: 'GET', path: '/api/v1/terms/:id/history' },
  undoTerm: { method: 'POST', path: '/api/v1/terms/:id/undo' },

  extractTerms: { method: 'POST', path: '/api/v1/termbases/:id/extractions' },
  listTermCandidates: { method: 'GET', path: '/api/v1/termbases/:id/candidates' },
  getTermCandidate: { method: 'GET', path: '/api/v1/candidates/:id' },
  decideTermCandidate: { method: 'POST', path: '/api/v1/candidates/:id/decision' },

  importArticle: { method: 'POST', path: '/api/v1/imports/article' },
  importArticles: { method: 'POST', path: '/api/v1/imports/articles' },
  importTmx: { method: 'POST', path: '/api/v1/imports/tmx' },
  importFile: { method: 'POST', path: '/api/v1/imports/file' },
  previewTable: { method: 'POST', path: '/api/v1/imports/table-previews' },
  importTerms: { method: 'POST', path: '/api/v1/imports/terms' },
  importXliff: { method: 'POST', path: '/api/v1/imports/xliff' },
  pretranslate: { method: 'POST', path: '/api/v1/pretranslations' },
  validate: { method: 'POST', path: '/api/v1/validations' },
  importRevision: { method: 'POST', path: '/api/v1/projects/:id/revisions' },
  pretranslateProject: { method: 'POST', path: '/api/v1/projects/:id/pretranslations' },
  exports: { method: 'GET', path: '/api/v1/exports' },

  listReviews: { method: 'GET', path: '/api/v1/reviews' },
  createReview: { method: 'POST', path: '/api/v1/reviews' },
  getReview: { method: 'GET', path: '/api/v1/reviews/:id' },
  takeReviewSteps: { method: 'POST', path: '/api/v1/reviews/:id/steps' },
  changeReview: { method: 'PATCH', path: '/api/v1/reviews/:id' },
  finishReview: { method: 'POST', path: '/api/v1/reviews/:id/finish' },
  deleteReview: { method: 'DELETE', path: '/api/v1/reviews/:id' },

  listProjects: { method: 'GET', path: '/api/v1/projects' },
  createProject: { method: 'POST', path: '/api/v1/projects' },
  getProject: { method: 'GET', path: '/api/v1/projects/:id' },
  changeProject: { method: 'PATCH', path: '/api/v1/projects/:id' },
  deleteProject: { method: 'DELETE', path: '/api/v1/projects/:id' },
  listProjectDocuments: { method: 'GET', path: '/api/v1/projects/:id/documents' },
  addProjectDocument: { method: 'POST', path: '/api/v1/projects/:id/documents' },
  getProjectDocument: { method: 'GET', path: '/api/v1/projects/:id/documents/:documentId' },
  deleteProjectDocument: { method: 'DELETE', path: '/api/v1/projects/:id/documents/:documentId' },
  listSegments: { method: 'GET', path: '/api/v1/projects/:id/documents/:documentId/segments' },

  getSegment: { method: 'GET', path: '/api/v1/segments/:id' },
  saveSegment: { method: 'PUT', path: '/api/v1/segments/:id' },
  confirmSegment: { method: 'POST', path: '/api/v1/segments/:id/confirm' },
  splitSegment: { method: 'POST', path: '/api/v1/segments/:id/split' },
  joinSegments: { method: 'POST', path: '/api/v1/segments/:id/join' },
  unconfirmSegment: { method: 'POST', path: '/api/v1/segments/:id/unconfirm' },
  segmentHistory: { method: 'GET', path: '/api/v1/segments/:id/history' },
  listComments: { method: 'GET', path: '/api/v1/projects/:id/documents/:documentId/comments' },
  addComment: { method: 'POST', path: '/api/v1/segments/:id/comments' },
  deleteComment: { method: 'DELETE', path: '/api/v1/comments/:id' },
  translateSegment: { method: 'POST', path: '/api/v1/segments/:id/machine' },
  segmentSuggestions: { method: 'GET', path: '/api/v1/segments/:id/suggestions' },

  listJobs: { method: 'GET', path: '/api/v1/jobs' },
  getJob: { method: 'GET', path: '/api/v1/jobs/:id' },
  cancelJob: { method: 'POST', path: '/api/v1/jobs/:id/cancel' },
  rebuildIndex: { method: 'POST', path: '/api/v1/index/rebuild' },

  machine: { method: 'GET', path: '/api/v1/machine' },
  changeMachine: { method: 'PUT', path: '/api/v1/machine' },

  events: { method: 'GET', path: '/api/v1/events' },
  announcePresence: { method: 'POST', path: '/api/v1/presence' },

  me: { method: 'GET', path: '/api/v1/me' },
  listPeople: { method: 'GET', path: '/api/v1/people' },
  createPerson: { method: 'POST', path: '/api/v1/people' },
  getPerson: { method: 'GET', path: '/api/v1/people/:id' },
  changePerson: { method: 'PATCH', path: '/api/v1/people/:id' },
  invitePerson: { method: 'POST', path: '/api/v1/people/:id/invitations' },
  listRights: { method: 'GET', path: '/api/v1/rights' },
  setRight: { method: 'POST', path: '/api/v1/rights' },
  getRight: { method: 'GET', path: '/api/v1/rights/:id' },
  removeRight: { method: 'DELETE', path: '/api/v1/rights/:id' },
  listKeys: { method: 'GET', path: '/api/v1/keys' },
  createKey: { method: 'POST', path: '/api/v1/keys' },
  getKey: { method: 'GET', path: '/api/v1/keys/:id' },
  revokeKey: { method: 'DELETE', path: '/api/v1/keys/:id' },
  listSessions: { method: 'GET', path: '/api/v1/sessions' },
  getSession: { method: 'GET', path: '/api/v1/sessions/:id' },
  endSession: { method: 'DELETE', path: '/api/v1/sessions/:id' },
  listAudit: { method: 'GET', path: '/api/v1/audit' },

  health: { method: 'GET', path: '/health' },
  metrics: { method: 'GET', path: '/metrics' },
  openapi: { method: 'GET', path: '/api/v1/openapi.json' },
} as const satisfies Record<string, { method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'; path: `/${string}` }>;

export type OperationName = keyof typeof ROUTES;

/** The path of an operation with its parameters filled in: `/api/v1/units/:id` and `{id: 7}` give `/api/v1/units/7`. */
export function pathOf(operation: OperationName, params: Readonly<Record<string, string | number>> = {}): string {
  return ROUTES[operation].path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
}
