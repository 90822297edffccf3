import type { Role } from './roles.ts';
import type { OperationName } from './routes.ts';

/**
 * What a part of a request names, from which the memories or projects follow that a right is needed in. `memory name`
 * may be that of a memory still to be made; `project memories` are those that a project is given. A person, key or session
 * may be whoever’s is signed in: nobody needs a role for their own.
 */
export type Thing =
  | 'memory'
  | 'memories'
  | 'memory name'
  | 'unit'
  | 'document'
  | 'project'
  | 'project document'
  | 'project memories'
  | 'segment'
  | 'comment'
  | 'review'
  | 'batch'
  | 'candidate'
  | 'job'
  | 'person'
  | 'key'
  | 'session';

/** Where a role is needed: in what is named at `params.id`, `query.memory` … */
export interface Named {
  readonly thing: Thing;
  readonly at: `${'params' | 'query' | 'body'}.${string}`;
}

/**
 * What an operation is allowed by: a role, in each of what the request names; where it names none of it, `otherwise` in
 *
 * - `house`: the role in the house,
 * - `everywhere`: the role in the house, and in no memory less,
 * - `own`: none, for a person who is signed in and means their own account,
 * - `permitted`: wherever the person has it. The rest is left out of what is looked through and answered.
 *
 * `anyone` need not even be signed in.
 */
export interface Right {
  readonly role: Exclude<Role, 'none'> | 'anyone';
  readonly named: readonly Named[];
  readonly otherwise: 'house' | 'everywhere' | 'permitted' | 'own';
  /** The role is needed in the house as well, whatever is named. */
  readonly andInHouse?: true;
}

type Needed = Exclude<Role, 'none'>;

const ANYONE: Right = { role: 'anyone', named: [], otherwise: 'permitted' };

const house = (role: Needed): Right => ({ role, named: [], otherwise: 'house' });
const permitted = (role: Needed): Right => ({ role, named: [], otherwise: 'permitted' });
const own = (thing: Thing, at: Named['at'] = 'params.id'): Right => ({
  role: 'administrator',
  named: [{ thing, at }],
  otherwise: 'own',
});
const within = (role: Needed, thing: Thing, at: Named['at'] = 'params.id'): Right => ({
  role,
  named: [{ thing, at }],
  otherwise: 'house',
});

/** The right of every operation: one row each, which the server holds every request against. */
export const RIGHTS: { readonly [O in OperationName]: Right } = {
  lookup: { ...within('reader', 'memories', 'body.memories'), otherwise: 'permitted' },
  lookupBatch: { ...within('reader', 'memories', 'body.memories'), otherwise: 'permitted' },
  concordance: { ...within('reader', 'memories', 'query.memory'), otherwise: 'permitted' },
  exportConcordance: { ...within('reader', 'memories', 'query.memory'), otherwise: 'permitted' },

  listMemories: permitted('reader'),
  createMemory: house('reviewer'),
  getMemory: within('reader', 'memory'),
  changeMemory: within('administrator', 'memory'),
  memoryFile: within('reader', 'memory'),
  deleteMemory: within('administrator', 'memory'),

  listUnits: {
    role: 'reader',
    named: [
      { thing: 'memory', at: 'query.memory' },
      { thing: 'document', at: 'query.document' },
    ],
    otherwise: 'everywhere',
  },
  createUnits: within('translator', 'memory', 'body.memoryId'),
  getUnit: within('reader', 'unit'),
  changeUnit: within('reviewer', 'unit'),
  deleteUnit: within('reviewer', 'unit'),
  unitHistory: within('reader', 'unit'),
  undoUnit: within('reviewer', 'unit'),

  previewReplacement: within('reader', 'memory'),
  replaceInMemory: within('reviewer', 'memory'),
  deleteUnits: {
    role: 'reviewer',
    named: [
      { thing: 'memory', at: 'params.id' },
      { thing: 'document', at: 'body.document' },
    ],
    otherwise: 'house',
  },
  comparePromotion: {
    role: 'reader',
    named: [
      { thing: 'memory', at: 'params.id' },
      { thing: 'memory', at: 'query.into' },
    ],
    otherwise: 'house',
  },
  promoteUnits: {
    role: 'reviewer',
    named: [
      { thing: 'memory', at: 'params.id' },
      { thing: 'memory', at: 'body.into' },
    ],
    otherwise: 'house',
  },
  checkMemory: within('reader', 'memory'),
  memoryHealth: within('reader', 'memory'),
  repairUnits: within('reviewer', 'memory'),
  listBatches: within('reader', 'memory'),
  getBatch: within('reader', 'batch'),
  undoBatch: within('reviewer', 'batch'),
  exportUnits: within('reader', 'memory', 'query.memory'),

  listDocuments: { ...within('reader', 'memory', 'query.memory'), otherwise: 'everywhere' },
  getDocument: within('reader', 'document'),
  changeDocument: within('reviewer', 'document'),

  importArticle: within('translator', 'memory name', 'body.memory'),
  importArticles: within('translator', 'memory name', 'query.memory'),
  importTmx: within('reviewer', 'memory name', 'query.memory'),
  importFile: within('reviewer', 'memory name', 'query.memory'),
  importXliff: { ...within('translator', 'project', 'query.project'), otherwise: 'everywhere' },
  pretranslate: { ...within('translator', 'memories', 'query.memory'), otherwise: 'everywhere' },
  validate: permitted('reader'),
  importRevision: within('translator', 'project'),
  pretranslateProject: within('translator', 'project'),
  exports: {
    role: 'reader',
    named: [
      { thing: 'project', at: 'query.project' },
      { thing: 'memory', at: 'query.memory' },
    ],
    otherwise: 'everywhere',
  },

  listTermbases: house('reader'),
  createTermbase: house('reviewer'),
  getTermbase: house('reader'),
  changeTermbase: house('administrator'),
  deleteTermbase: house('administrator'),
  listTerms: house('reader'),
  createTerm: house('translator'),
  getTerm: house('reader'),
  changeTerm: house('reviewer'),
  deleteTerm: house('reviewer'),
  termHistory: house('reader'),
  undoTerm: house('reviewer'),
  previewTable: permitted('reader'),
  importTerms: house('reviewer'),
  extractTerms: { ...within('translator', 'memory', 'body.memory'), andInHouse: true },
  listTermCandidates: house('reader'),
  getTermCandidate: { ...within('reader', 'candidate'), andInHouse: true },
  decideTermCandidate: { ...within('translator', 'candidate'), andInHouse: true },

  listReviews: permitted('reader'),
  createReview: within('translator', 'memory name', 'body.memory'),
  getReview: within('reader', 'review'),
  takeReviewSteps: within('translator', 'review'),
  changeReview: {
    role: 'translator',
    named: [
      { thing: 'review', at: 'params.id' },
      { thing: 'memory name', at: 'body.memory' },
    ],
    otherwise: 'house',
  },
  finishReview: within('translator', 'review'),
  deleteReview: within('translator', 'review'),

  listProjects: permitted('reader'),
  createProject: {
    ...within('translator', 'project memories', 'body.memories'),
    otherwise: 'everywhere',
    andInHouse: true,
  },
  getProject: within('reader', 'project'),
  changeProject: {
    role: 'reviewer',
    named: [
      { thing: 'project', at: 'params.id' },
      { thing: 'project memories', at: 'body.memories' },
    ],
    otherwise: 'house',
  },
  deleteProject: within('reviewer', 'project'),
  listProjectDocuments: within('reader', 'project'),
  addProjectDocument: within('translator', 'project'),
  getProjectDocument: within('reader', 'project'),
  deleteProjectDocument: within('reviewer', 'project'),
  listSegments: within('reader', 'project'),

  getSegment: within('reader', 'segment'),
  saveSegment: within('translator', 'segment'),
  confirmSegment: within('translator', 'segment'),
  splitSegment: within('translator', 'segment'),
  joinSegments: within('translator', 'segment'),
  unconfirmSegment: within('translator', 'segment'),
  segmentHistory: within('reader', 'segment'),
  listComments: within('reader', 'project'),
  addComment: within('translator', 'segment'),
  deleteComment: within('translator', 'comment'),
  translateSegment: within('translator', 'segment'),
  segmentSuggestions: within('reader', 'segment'),

  listJobs: permitted('reader'),
  getJob: within('reader', 'job'),
  cancelJob: within('translator', 'job'),
  rebuildIndex: house('administrator'),

  machine: permitted('reader'),
  changeMachine: house('administrator'),

  events: permitted('reader'),
  announcePresence: within('reader', 'project document', 'body.documentId'),

  me: permitted('reader'),
  listPeople: house('administrator'),
  createPerson: house('administrator'),
  getPerson: own('person'),
  changePerson: house('administrator'),
  invitePerson: house('administrator'),
  listRights: house('administrator'),
  setRight: house('administrator'),
  getRight: house('administrator'),
  removeRight: house('administrator'),
  listKeys: own('person', 'query.person'),
  createKey: own('person', 'body.personId'),
  getKey: own('key'),
  revokeKey: own('key'),
  listSessions: own('person', 'query.person'),
  getSession: own('session'),
  endSession: own('session'),
  listAudit: house('administrator'),

  health: ANYONE,
  metrics: house('reader'),
  openapi: ANYONE,
};
