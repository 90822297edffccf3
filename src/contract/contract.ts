import { z } from 'zod';
import type { ErrorCode } from '../../memory/model/errors.ts';
import { concordanceExportQuery, concordancePage, concordanceQuery } from './concordance.ts';
import { EVENTS, eventQuery, presence } from './events.ts';
import * as jobs from './jobs.ts';
import { lookupBatch, lookupRequest } from './lookup.ts';
import * as memories from './memories.ts';
import * as pretranslations from './pretranslations.ts';
import * as projects from './projects.ts';
import * as reviews from './reviews.ts';
import { revisionReport } from './revisions.ts';
import type { OperationName } from './routes.ts';
import { batchLine, lookupAnswer } from './suggestions.ts';
import * as transfers from './transfers.ts';
import { id, provenance } from './values.ts';

/** What an operation takes and gives. Every operation may also answer `bad-request` and `internal`. */
export interface Operation {
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** The media types of a body that is not JSON. */
  readonly accepts?: readonly string[];
  /** Whether a body that is no JSON is handed on as it comes, for it may be of any size. */
  readonly streamed?: true;
  /** JSON that is answered; absent where `produces` says what is sent, or nothing is (204). */
  readonly answer?: z.ZodType;
  /** The media types of an answer that is not JSON. */
  readonly produces?: readonly string[];
  /** What `produces` sends as NDJSON: each line. */
  readonly lines?: z.ZodType;
  /** What `produces` sends as server-sent events: their data, by their names. */
  readonly events?: Readonly<Record<string, z.ZodType>>;
  /** The status of success, 200 unless stated. */
  readonly status?: 200 | 201 | 202 | 204;
  readonly errors: readonly ErrorCode[];
}

const byId = z.object({ id });
const byDocument = z.object({ id, documentId: id });
const list = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item).readonly() });

/** What can be wrong with a text, whatever it is for. */
const TEXT_ERRORS = [
  'empty-text',
  'not-text',
  'not-utf8',
  'line-too-long',
  'too-large',
  'unsupported-format',
  'ill-formed-file',
  'ill-formed-xml',
] as const satisfies readonly ErrorCode[];

const XLIFF_TYPES = [
  'application/x-xliff+xml',
  'application/xliff+xml',
  'application/xml',
  'text/xml',
  'application/octet-stream',
] as const;

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What can be wrong with an XLIFF file to be translated. */
const XLIFF_ERRORS = [
  'ill-formed-xml',
  'ill-formed-file',
  'unsupported-format',
  'unknown-language',
  'same-language',
  'wrong-language',
  'empty-text',
  'not-text',
  'not-utf8',
  'text-too-long',
  'too-large',
  'unsupported-media-type',
] as const satisfies readonly ErrorCode[];

/** The whole API: one row an operation, from which requests are checked, OpenAPI is written and the client is typed. */
export const CONTRACT = {
  lookup: {
    summary: 'Look a text up in the memories',
    body: lookupRequest,
    answer: lookupAnswer,
    errors: ['unknown-language', 'same-language', 'empty-text', 'not-found'],
  },

  concordance: {
    summary: 'Search inside the memories, newest units first',
    query: concordanceQuery,
    answer: concordancePage,
    errors: ['empty-text', 'text-too-long', 'not-found'],
  },
  exportConcordance: {
    summary: 'The hits of a search inside the memories as CSV, with where each comes from',
    query: concordanceExportQuery,
    produces: ['text/csv'],
    errors: ['empty-text', 'text-too-long', 'not-found'],
  },

  lookupBatch: {
    summary: 'Look many texts up; a line of JSON for each, in their order, as they are found',
    body: lookupBatch,
    produces: ['application/x-ndjson'],
    lines: batchLine,
    errors: ['unknown-language', 'same-language', 'not-found'],
  },

  listMemories: { summary: 'List the memories', answer: list(memories.memory), errors: [] },
  createMemory: {
    summary: 'Create a memory',
    body: memories.newMemory,
    answer: memories.memory,
    status: 201,
    errors: ['already-exists'],
  },
  getMemory: { summary: 'Read a memory', params: byId, answer: memories.memory, errors: ['not-found'] },
  changeMemory: {
    summary: 'Change a memory’s name, priority, penalty or protection',
    params: byId,
    body: memories.memoryChange,
    answer: memories.memory,
    errors: ['not-found', 'already-exists'],
  },
  memoryFile: {
    summary: 'A memory as TMX, at an address that stays; with a tag, so that who has it is not sent it again',
    params: byId,
    produces: ['application/x-tmx+xml'],
    errors: ['not-found'],
  },
  deleteMemory: { summary: 'Delete a memory with all its units', params: byId, status: 204, errors: ['not-found'] },

  listUnits: {
    summary: 'List the units of a memory or document',
    query: memories.unitQuery,
    answer: memories.unitPage,
    errors: ['not-found'],
  },
  createUnits: {
    summary: 'Store units',
    body: memories.newUnits,
    answer: memories.storedUnits,
    status: 201,
    errors: ['not-found', 'read-only-memory', 'empty-text', 'wrong-language'],
  },
  getUnit: { summary: 'Read a unit', params: byId, answer: memories.unit, errors: ['not-found'] },
  changeUnit: {
    summary: 'Change a unit',
    params: byId,
    body: memories.unitChange,
    answer: memories.unit,
    errors: ['not-found', 'version-conflict', 'read-only-memory', 'already-exists', 'empty-text', 'wrong-language'],
  },
  deleteUnit: {
    summary: 'Delete a unit; undo brings it back',
    params: byId,
    query: z.strictObject({ version: z.coerce.number().int().positive() }),
    status: 204,
    errors: ['not-found', 'version-conflict', 'read-only-memory'],
  },
  unitHistory: {
    summary: 'Every state a unit had',
    params: byId,
    answer: list(memories.unitRevision),
    errors: ['not-found'],
  },
  undoUnit: {
    summary: 'Take the last change of a unit back',
    params: byId,
    answer: memories.unit,
    errors: ['not-found', 'nothing-to-undo', 'read-only-memory', 'already-exists'],
  },

  listDocuments: {
    summary: 'List the documents that units come from',
    query: memories.documentQuery,
    answer: memories.documentPage,
    errors: ['not-found'],
  },
  getDocument: {
    summary: 'Read a document with its provenance',
    params: byId,
    answer: memories.memoryDocument,
    errors: ['not-found'],
  },
  changeDocument: {
    summary: 'Correct a document’s provenance',
    params: byId,
    body: z.strictObject({ provenance }),
    answer: memories.memoryDocument,
    errors: ['not-found', 'read-only-memory'],
  },

  importArticle: {
    summary: 'Import an article in both languages',
    body: transfers.articleImport,
    answer: transfers.articleImported,
    status: 201,
    errors: [...TEXT_ERRORS, 'same-language', 'wrong-language', 'unequal-texts', 'unrelated-texts', 'read-only-memory'],
  },
  importArticles: {
    summary: 'Import the articles of a ZIP archive, paired by their names or by its pairs.csv, as a job',
    query: transfers.tmxImportQuery,
    accepts: ['application/zip', 'application/x-zip-compressed', 'application/octet-stream'],
    answer: jobs.job,
    status: 202,
    errors: ['ill-formed-file', 'unsupported-format', 'too-large', 'empty-text', 'unsupported-media-type'],
  },
  importTmx: {
    summary: 'Import a TMX file',
    query: transfers.tmxImportQuery,
    accepts: ['application/x-tmx+xml', 'application/xml', 'text/xml', 'application/octet-stream'],
    answer: transfers.tmxImported,
    status: 201,
    errors: [
      'ill-formed-xml',
      'ill-formed-file',
      'unsupported-format',
      'missing-side',
      'empty-text',
      'not-text',
      'not-utf8',
      'text-too-long',
      'too-large',
      'read-only-memory',
      'unsupported-media-type',
    ],
  },
  importFile: {
    summary: 'Import a TMX, CSV, TSV, XLSX, PO or SDLTM file of any size, as a job whose result is an import report',
    query: transfers.fileImportQuery,
    accepts: ['application/octet-stream'],
    streamed: true,
    answer: jobs.job,
    status: 202,
    errors: ['bad-request', 'too-large', 'unsupported-media-type'],
  },
  importXliff: {
    summary: 'Make an XLIFF file of a CAT tool a document to translate; exporting it as “original” gives it back',
    query: transfers.xliffImportQuery,
    accepts: XLIFF_TYPES,
    answer: transfers.xliffImported,
    status: 201,
    errors: [...XLIFF_ERRORS, 'not-found'],
  },
  pretranslate: {
    summary:
      'Fill an XLIFF file with what the memories know and add candidates; the header Calque-Report counts its words by match rate',
    query: pretranslations.filePretranslation,
    accepts: XLIFF_TYPES,
    produces: ['application/x-xliff+xml'],
    errors: [...XLIFF_ERRORS, 'not-found'],
  },
  validate: {
    summary: 'Check an XLIFF file against its schema and what schemas cannot say, with line and column',
    query: transfers.validationQuery,
    accepts: XLIFF_TYPES,
    answer: transfers.validation,
    errors: ['too-large', 'unsupported-media-type'],
  },
  importRevision: {
    summary:
      'Take the edits of a bilingual Word file (exported as “revision”) back; conflicts are shown, not overwritten',
    params: byId,
    accepts: [DOCX, 'application/octet-stream'],
    answer: revisionReport,
    errors: [
      'not-found',
      'ill-formed-file',
      'ill-formed-xml',
      'unsupported-format',
      'too-large',
      'unsupported-media-type',
    ],
  },
  pretranslateProject: {
    summary: 'Fill the empty targets of a project with what its memories know, as drafts, as a job',
    params: byId,
    body: pretranslations.projectPretranslation,
    answer: jobs.job,
    status: 202,
    errors: ['not-found'],
  },
  exports: {
    summary: 'Export a project (original, xliff, tmx, tables, text) or a memory (tmx, tables)',
    query: transfers.exportQuery,
    produces: [
      'application/x-xliff+xml',
      'application/x-tmx+xml',
      'text/plain',
      'text/csv',
      'text/tab-separated-values',
      DOCX,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    errors: ['not-found', 'empty-text'],
  },

  listReviews: { summary: 'List the reviews of bitexts', answer: list(reviews.reviewSummary), errors: [] },
  createReview: {
    summary: 'Align an article in both languages, to be reviewed before it enters the memory',
    body: transfers.articleImport,
    answer: reviews.startedReview,
    status: 201,
    errors: [...TEXT_ERRORS, 'same-language', 'wrong-language', 'unequal-texts', 'unrelated-texts'],
  },
  getReview: { summary: 'Read a review', params: byId, answer: reviews.review, errors: ['not-found'] },
  takeReviewSteps: {
    summary: 'Take steps of a review: accept, join, split, move, edit, undo …',
    params: byId,
    body: reviews.reviewSteps,
    answer: reviews.reviewSummary,
    errors: ['not-found', 'version-conflict', 'impossible-step'],
  },
  changeReview: {
    summary: 'Correct the provenance of a review, or name another memory',
    params: byId,
    body: reviews.reviewChange,
    answer: reviews.reviewSummary,
    errors: ['not-found', 'version-conflict'],
  },
  finishReview: {
    summary: 'Store what was accepted in the memory',
    params: byId,
    body: reviews.reviewFinish,
    answer: reviews.reviewFinished,
    errors: ['not-found', 'version-conflict', 'nothing-accepted', 'read-only-memory', 'already-exists'],
  },
  deleteReview: {
    summary: 'Delete a review; what it left in the memory stays',
    params: byId,
    status: 204,
    errors: ['not-found'],
  },

  listProjects: { summary: 'List the projects', answer: list(projects.project), errors: [] },
  createProject: {
    summary: 'Create a project',
    body: projects.newProject,
    answer: projects.project,
    status: 201,
    errors: ['unknown-language', 'same-language', 'not-found'],
  },
  getProject: { summary: 'Read a project', params: byId, answer: projects.project, errors: ['not-found'] },
  changeProject: {
    summary: 'Change a project’s name or memories',
    params: byId,
    body: projects.projectChange,
    answer: projects.project,
    errors: ['not-found'],
  },
  deleteProject: {
    summary: 'Delete a project; its units stay in the memory',
    params: byId,
    status: 204,
    errors: ['not-found'],
  },
  listProjectDocuments: {
    summary: 'List the documents of a project',
    params: byId,
    answer: list(projects.projectDocument),
    errors: ['not-found'],
  },
  addProjectDocument: {
    summary: 'Add a text to translate',
    params: byId,
    body: projects.newProjectDocument,
    answer: projects.addedDocument,
    status: 201,
    errors: ['not-found', ...TEXT_ERRORS, 'text-too-long', 'wrong-language'],
  },
  deleteProjectDocument: {
    summary: 'Delete a document of a project',
    params: byDocument,
    status: 204,
    errors: ['not-found'],
  },
  listSegments: {
    summary: 'The segments of a document, in order',
    params: byDocument,
    answer: list(projects.segment),
    errors: ['not-found'],
  },

  getSegment: { summary: 'Read a segment', params: byId, answer: projects.segment, errors: ['not-found'] },
  saveSegment: {
    summary: 'Keep a target as draft',
    params: byId,
    body: projects.segmentChange,
    answer: projects.segment,
    errors: ['not-found', 'version-conflict', 'locked'],
  },
  confirmSegment: {
    summary: 'Confirm a target and write it into the memory',
    params: byId,
    body: projects.segmentChange,
    answer: projects.confirmation,
    errors: ['not-found', 'version-conflict', 'locked', 'empty-text', 'read-only-memory'],
  },
  splitSegment: {
    summary: 'Split a segment in two; the same text is cut so in this project from then on',
    params: byId,
    body: projects.segmentSplit,
    answer: list(projects.segment),
    errors: ['not-found', 'version-conflict', 'locked', 'impossible-step'],
  },
  joinSegments: {
    summary: 'Join a segment with the next of its paragraph; the same texts are one in this project from then on',
    params: byId,
    body: projects.segmentJoin,
    answer: projects.segment,
    errors: ['not-found', 'version-conflict', 'locked', 'impossible-step'],
  },
  unconfirmSegment: {
    summary: 'Make a confirmed segment a draft again',
    params: byId,
    body: projects.segmentVersion,
    answer: projects.segment,
    errors: ['not-found', 'version-conflict', 'locked'],
  },
  segmentHistory: {
    summary: 'Every state a segment had',
    params: byId,
    answer: list(projects.segmentRevision),
    errors: ['not-found'],
  },
  listComments: {
    summary: 'What is said about the segments of a document, in their order',
    params: byDocument,
    answer: list(projects.segmentComment),
    errors: ['not-found'],
  },
  addComment: {
    summary: 'Say something about a segment',
    params: byId,
    body: projects.newComment,
    answer: projects.segmentComment,
    status: 201,
    errors: ['not-found'],
  },
  deleteComment: { summary: 'Delete a comment', params: byId, status: 204, errors: ['not-found'] },
  segmentSuggestions: {
    summary: 'What the project’s memories suggest for a segment, its neighbours taken into account',
    params: byId,
    answer: lookupAnswer,
    errors: ['not-found'],
  },

  listJobs: {
    summary: 'List background work, newest first',
    query: jobs.jobQuery,
    answer: jobs.jobPage,
    errors: [],
  },
  getJob: {
    summary: 'Read a job, with its progress and what came of it',
    params: byId,
    answer: jobs.job,
    errors: ['not-found'],
  },
  cancelJob: {
    summary: 'Ask a job to end; it has when its state says so',
    params: byId,
    answer: jobs.job,
    errors: ['not-found'],
  },
  rebuildIndex: {
    summary: 'Build the index of all memories anew from their units, as a job',
    answer: jobs.job,
    status: 202,
    errors: [],
  },

  events: {
    summary: 'What changes, as it happens (server-sent events); it goes on until the caller leaves',
    query: eventQuery,
    produces: ['text/event-stream'],
    events: EVENTS,
    errors: ['too-many-requests'],
  },
  announcePresence: {
    summary: 'Say on which segment somebody is; to be repeated every 20 seconds for as long as it is so',
    body: presence,
    status: 204,
    errors: [],
  },

  health: {
    summary: 'Whether the server is ready',
    answer: z.object({ status: z.literal('ok'), version: z.string() }),
    errors: ['database-busy'],
  },
  metrics: {
    summary: 'What the server measures of itself, in Prometheus’ text format',
    produces: ['text/plain'],
    errors: ['database-busy'],
  },
  openapi: { summary: 'This API as OpenAPI 3.1', answer: z.record(z.string(), z.unknown()), errors: [] },
} as const satisfies Record<OperationName, Operation>;

export type Contract = typeof CONTRACT;
