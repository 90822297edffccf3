import type { CallInput } from './client.ts';
import type { Contract } from './contract.ts';
import type { OperationName } from './routes.ts';

/** A call as it may be made: its parameters, query and body, or the name of the file that is its body. */
type Example<O extends OperationName> = CallInput<O> &
  (Contract[O] extends { readonly accepts: readonly string[] } ? { readonly file: string } : unknown);

const BY_ID = { params: { id: 7 } };
const BY_PERSON = { params: { id: 'aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY' } };
const BY_SESSION = { params: { id: 'zY2xW4vU6tS8rQ0pN2mL4kJ6hG8fE0dC' } };
const BY_DOCUMENT = { params: { id: 7, documentId: 12 } };

const ARTICLE = {
  fr: 'Le port rouvrira lundi.\n\nLes pêcheurs attendaient depuis trois semaines.',
  en: 'The harbour will reopen on Monday.\n\nThe fishermen had been waiting for three weeks.',
  memory: 'News',
  provenance: { title: 'Le port rouvrira lundi', publishedOn: '2021-11-25', originalLanguage: 'fr' },
} as const;

const TARGET = {
  version: 1,
  target: 'The harbour will reopen on Monday.',
  origin: { kind: 'human' },
} as const;

const LANGUAGES = { sourceLanguage: 'fr', targetLanguage: 'en' } as const;

/** One call of each operation. The reference shows it, OpenAPI carries it, and the schemas take it. */
const EXAMPLES: { readonly [O in OperationName]: Example<O> } = {
  lookup: { body: { text: 'Le port rouvrira mardi.', ...LANGUAGES, minimumRate: 60 } },
  lookupBatch: {
    body: { texts: ['Le port rouvrira mardi.', 'Les pêcheurs attendent.'], asDocument: true, ...LANGUAGES },
  },
  concordance: { query: { q: 'port rouvrir', language: 'fr', limit: 20 } },
  exportConcordance: { query: { q: 'port rouvrir', mode: 'near', within: 8 } },

  listMemories: {},
  createMemory: { body: { name: 'Sport', priority: 10 } },
  getMemory: BY_ID,
  changeMemory: { ...BY_ID, body: { readOnly: true } },
  memoryFile: BY_ID,
  deleteMemory: BY_ID,

  listUnits: { query: { memory: 7, text: 'port', limit: 50 } },
  createUnits: {
    body: {
      memoryId: 7,
      units: [
        {
          fr: { language: 'fr', content: 'Le port rouvrira lundi.' },
          en: { language: 'en', content: 'The harbour will reopen on Monday.' },
          originalLanguage: 'fr',
        },
      ],
    },
  },
  getUnit: BY_ID,
  changeUnit: {
    ...BY_ID,
    body: { version: 1, en: { language: 'en', content: 'The port will reopen on Monday.' } },
  },
  deleteUnit: { ...BY_ID, query: { version: 1 } },
  unitHistory: BY_ID,
  undoUnit: BY_ID,

  previewReplacement: { ...BY_ID, query: { find: 'harbor', replacement: 'harbour', side: 'en' } },
  replaceInMemory: { ...BY_ID, body: { find: 'harbor', replacement: 'harbour', side: 'en' } },
  deleteUnits: { ...BY_ID, body: { status: 'draft', changedTo: '2020' } },
  comparePromotion: { ...BY_ID, query: { into: 8 } },
  promoteUnits: { ...BY_ID, body: { into: 8, mode: 'skip', status: 'reviewed' } },
  checkMemory: BY_ID,
  memoryHealth: BY_ID,
  repairUnits: {
    ...BY_ID,
    body: {
      repair: 'merge',
      units: [
        { id: 21, version: 1 },
        { id: 22, version: 3 },
      ],
      keep: 22,
    },
  },
  listBatches: { ...BY_ID, query: { limit: 20 } },
  getBatch: BY_ID,
  undoBatch: BY_ID,
  exportUnits: { query: { memory: 7, format: 'csv', publication: 'Echo' } },

  listDocuments: { query: { memory: 7 } },
  getDocument: BY_ID,
  changeDocument: { ...BY_ID, body: { provenance: ARTICLE.provenance } },

  listTermbases: {},
  createTermbase: { body: { name: 'Press' } },
  getTermbase: BY_ID,
  changeTermbase: { ...BY_ID, body: { name: 'Press and politics' } },
  deleteTermbase: BY_ID,

  listTerms: { query: { termbase: 7, text: 'feu', status: 'preferred' } },
  createTerm: {
    body: {
      termbaseId: 7,
      definition: 'An agreed halt to fighting.',
      terms: [
        { language: 'fr', text: 'cessez-le-feu', status: 'preferred', partOfSpeech: 'noun' },
        { language: 'en', text: 'ceasefire', status: 'preferred', partOfSpeech: 'noun' },
        { language: 'en', text: 'cease-fire', status: 'forbidden' },
      ],
    },
  },
  getTerm: BY_ID,
  changeTerm: { ...BY_ID, body: { version: 1, note: 'One word in our pages.' } },
  deleteTerm: { ...BY_ID, query: { version: 1 } },
  termHistory: BY_ID,
  undoTerm: BY_ID,

  extractTerms: { ...BY_ID, body: { memory: 7, fewestUnits: 3 } },
  listTermCandidates: { ...BY_ID, query: { memory: 7, limit: 20 } },
  getTermCandidate: BY_ID,
  decideTermCandidate: { ...BY_ID, body: { decision: 'accept', en: 'ceasefire' } },

  importArticle: { body: ARTICLE },
  importArticles: { query: { memory: 'News' }, file: 'articles.zip' },
  importTmx: { query: { memory: 'News', dryRun: 'yes' }, file: 'news.tmx' },
  previewTable: { query: { name: 'pairs.csv' }, file: 'pairs.csv' },
  importFile: { query: { name: 'pairs.csv', columns: 'fr,en,note' }, file: 'pairs.csv' },
  importTerms: { query: { name: 'press.tbx', termbase: 'Press' }, file: 'press.tbx' },
  importXliff: { query: { name: 'harbour.xlf' }, file: 'harbour.xlf' },
  pretranslate: { query: { name: 'harbour.xlf', fuzzy: 85 }, file: 'harbour.xlf' },
  validate: { query: { name: 'harbour.xlf' }, file: 'harbour.xlf' },
  importRevision: { ...BY_ID, file: 'revised.docx' },
  pretranslateProject: { ...BY_ID, body: { fuzzy: 85 } },
  exports: { query: { format: 'tmx', memory: 7 } },

  listReviews: {},
  createReview: { body: ARTICLE },
  getReview: BY_ID,
  takeReviewSteps: {
    ...BY_ID,
    body: {
      version: 1,
      steps: [
        { kind: 'join', bead: 3 },
        { kind: 'accept', bead: 3 },
      ],
    },
  },
  changeReview: { ...BY_ID, body: { version: 1, memory: 'Sport' } },
  finishReview: { ...BY_ID, body: { version: 2 } },
  deleteReview: BY_ID,

  listProjects: {},
  createProject: { body: { name: 'The harbour', ...LANGUAGES, memories: [{ memoryId: 7, write: true }] } },
  getProject: BY_ID,
  changeProject: { ...BY_ID, body: { name: 'The harbour, continued' } },
  deleteProject: BY_ID,
  listProjectDocuments: BY_ID,
  addProjectDocument: { ...BY_ID, body: { name: 'harbour.txt', text: ARTICLE.fr } },
  getProjectDocument: BY_DOCUMENT,
  deleteProjectDocument: BY_DOCUMENT,
  listSegments: BY_DOCUMENT,

  getSegment: BY_ID,
  saveSegment: { ...BY_ID, body: TARGET },
  confirmSegment: { ...BY_ID, body: TARGET },
  splitSegment: { ...BY_ID, body: { version: 1, at: 24 } },
  joinSegments: { ...BY_ID, body: { version: 1, nextVersion: 1 } },
  unconfirmSegment: { ...BY_ID, body: { version: 2 } },
  segmentHistory: BY_ID,
  listComments: BY_DOCUMENT,
  addComment: { ...BY_ID, body: { text: '@desk Which pier is meant?' } },
  deleteComment: BY_ID,
  translateSegment: BY_ID,
  segmentSuggestions: BY_ID,

  listJobs: { query: { limit: 20 } },
  getJob: BY_ID,
  cancelJob: BY_ID,
  rebuildIndex: {},

  machine: {},
  changeMachine: { body: { monthlyLimit: 500_000, formality: 'more', below: 75, terms: true } },

  events: { query: { after: 120 } },
  announcePresence: { body: { client: 'desk-window-1', documentId: 12, segmentId: 7 } },

  me: {},
  listPeople: {},
  createPerson: { body: { name: 'Nadia Roy', email: 'nadia.roy@example.org', role: 'translator' } },
  getPerson: BY_PERSON,
  changePerson: { ...BY_PERSON, body: { role: 'reviewer' } },
  invitePerson: BY_PERSON,
  listRights: {},
  setRight: { body: { place: { project: 7 }, role: 'none' } },
  getRight: BY_ID,
  removeRight: BY_ID,
  listKeys: { query: { person: 'everybody' } },
  createKey: {
    body: { name: 'Weblate', role: 'reader', places: [{ memory: 7 }], expiresAt: '2099-01-31T00:00:00Z' },
  },
  getKey: BY_ID,
  revokeKey: BY_ID,
  listSessions: { query: {} },
  getSession: BY_SESSION,
  endSession: BY_SESSION,
  listAudit: { query: { action: 'deleteMemory', from: '2021-11-25T00:00:00Z', limit: 50 } },

  health: {},
  metrics: {},
  openapi: {},
};

/** The parts of any operation’s example. */
export interface ExampleParts {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly file?: string;
}

export function exampleOf(name: OperationName): ExampleParts {
  return EXAMPLES[name] as ExampleParts;
}
