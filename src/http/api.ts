import type { Router } from 'express';
import express from 'express';
import type { Logger } from 'pino';
import { CalqueError } from '../../memory/model/errors.ts';
import type { Retrieval } from '../../memory/retrieval/retrieval.ts';
import type { Store } from '../../memory/store/store.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { filterOf } from '../contract/management.ts';
import { openApi } from '../contract/openapi.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Access } from '../services/access.ts';
import type { ArticleReader } from '../services/article-reader.ts';
import type { Articles } from '../services/articles.ts';
import type { Clock } from '../services/clock.ts';
import type { Concordance } from '../services/concordance.ts';
import { sentDocument, sentPair } from '../services/documents.ts';
import { exportWanted } from '../services/exports.ts';
import type { FileOffers } from '../services/file-offers.ts';
import type { Lookup } from '../services/lookup.ts';
import type { Machine } from '../services/machine.ts';
import { browseUnits } from '../services/management/browsing.ts';
import type { Once } from '../services/once.ts';
import type { ProjectFiles } from '../services/project-files.ts';
import type { Projects } from '../services/projects.ts';
import type { Reviews } from '../services/reviews.ts';
import type { Revisions } from '../services/revisions.ts';
import type { Segments } from '../services/segments.ts';
import type { TermEntries } from '../services/term-entries.ts';
import type { Threads } from '../services/threads.ts';
import type { Transfers } from '../services/transfers.ts';
import type { Units } from '../services/units.ts';
import type { Validation } from '../services/validation.ts';
import type { XliffFiles } from '../services/xliff-files.ts';
import { accountHandlers } from './account-handlers.ts';
import { articleHandlers } from './article-handlers.ts';
import { candidateHandlers } from './candidate-handlers.ts';
import { isLarge } from './deletions.ts';
import { eventHandlers } from './event-handlers.ts';
import type { EventHub } from './events/hub.ts';
import { importHandlers } from './import-handlers.ts';
import { jobHandlers } from './job-handlers.ts';
import { managementHandlers } from './management-handlers.ts';
import type { Metrics } from './metrics.ts';
import { ndjson } from './ndjson.ts';
import type { Handlers } from './operations.ts';
import { mountOperations } from './operations.ts';
import { pretranslationHandlers } from './pretranslation-handlers.ts';
import { noOperation } from './problem.ts';
import { termbaseHandlers } from './termbase-handlers.ts';

/** What the API is made of. */
export interface ApiParts {
  readonly store: Store;
  readonly accounts: Accounts;
  readonly access: Access;
  readonly retrieval: Retrieval;
  readonly lookup: Lookup;
  readonly machine: Machine;
  readonly concordance: Concordance;
  readonly reader: ArticleReader;
  readonly articles: Articles;
  readonly fileOffers: FileOffers;
  readonly projects: Projects;
  readonly reviews: Reviews;
  readonly segments: Segments;
  readonly termEntries: TermEntries;
  readonly transfers: Transfers;
  readonly revisions: Revisions;
  readonly units: Units;
  readonly once: Once;
  readonly jobs: Jobs;
  readonly events: EventHub;
  readonly metrics: Metrics;
  /** Whether the server was told to stop, and goes on only for what was sent to it before. */
  readonly isStopping: () => boolean;
  /** Requests that an address may make in a minute; 0 for as many as it likes. */
  readonly requestsPerMinute: number;
  readonly threads: Threads;
  readonly projectFiles: ProjectFiles;
  readonly validation: Validation;
  readonly xliffFiles: XliffFiles;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly version: string;
  /** Where people reach the server, where that was said. */
  readonly publicUrl?: string;
  /** The proxies whose word is taken on whom a request comes from. */
  readonly trustedProxies?: readonly string[];
}

/** The API's router, to be put at the root: its paths are whole. Its errors are left to a `problemHandler`. */
export function apiRouter(parts: ApiParts): Router {
  const router = express.Router();
  mountOperations(router, parts, {
    ...searchHandlers(parts),
    ...memoryHandlers(parts),
    ...managementHandlers(parts),
    ...projectHandlers(parts),
    ...articleHandlers(parts),
    ...transferHandlers(parts),
    ...jobHandlers(parts),
    ...eventHandlers(parts),
    ...pretranslationHandlers(parts),
    ...importHandlers(parts),
    ...termbaseHandlers(parts),
    ...candidateHandlers(parts),
    ...accountHandlers(parts),
    ...reviewHandlers(parts),
  });
  router.use('/api', noOperation);
  return router;
}

type Some<Names extends keyof Handlers> = Pick<Handlers, Names>;

function searchHandlers({ lookup, concordance }: ApiParts) {
  return {
    lookup: ({ body }) => lookup.lookup(body),
    lookupBatch: async ({ body }) => {
      const lines = await lookup.batch(body);
      return { mediaType: 'application/x-ndjson', body: ndjson(lines) };
    },
    concordance: ({ query }) => concordance.search(query),
    exportConcordance: async ({ query }) => ({
      mediaType: 'text/csv',
      fileName: 'concordance.csv',
      body: concordance.export(query),
    }),
  } satisfies Partial<Handlers>;
}

function memoryHandlers({ store, access, units, threads }: ApiParts) {
  return {
    listMemories: async ({ caller }) => ({ items: await access.memories(caller, 'reader') }),
    createMemory: ({ body, actor }) => store.createMemory(body, actor),
    getMemory: ({ params }) => store.getMemory(params.id),
    changeMemory: ({ params, body }) => store.changeMemory(params.id, body),
    deleteMemory: async ({ params }) => {
      // A large one takes long, and would hold up everybody else.
      if (await isLarge(store, params.id)) await threads.run('delete-memory', { memory: params.id });
      else await store.deleteMemory(params.id);
    },
    listUnits: async ({ query: { memory, cursor, limit, ...filter } }) => {
      if (memory) await store.getMemory(memory);
      if (filter.document) await store.getDocument(filter.document);
      const wanted = { ...filterOf(filter), ...(memory && { memoryId: memory }) };
      return browseUnits(store, wanted, { limit, ...(cursor && { cursor }) });
    },
    createUnits: ({ body, actor }) => units.add(body.memoryId, body.units, actor),
    getUnit: async ({ params }) => (await store.getUnit(params.id)).unit,
    changeUnit: ({ params, body: { version, ...change }, actor }) => units.change(params.id, version, change, actor),
    deleteUnit: async ({ params, query, actor }) => {
      await store.deleteUnit(params.id, query.version, actor);
    },
    unitHistory: async ({ params }) => ({ items: await store.unitHistory(params.id) }),
    undoUnit: ({ params, actor }) => store.undoUnit(params.id, actor),
    listDocuments: async ({ query: { memory, cursor, limit } }) => {
      if (memory) await store.getMemory(memory);
      return store.listDocuments(memory, { limit, ...(cursor && { cursor }) });
    },
    getDocument: ({ params }) => store.getDocument(params.id),
    changeDocument: ({ params, body }) => store.changeDocument(params.id, body.provenance),
  } satisfies Partial<Handlers>;
}

function projectHandlers({
  store,
  access,
  fileOffers,
  lookup,
  machine,
  reader,
  projects,
  segments,
  metrics,
  version,
  isStopping,
}: ApiParts) {
  let description: ReturnType<typeof openApi> | undefined;
  const described = () => {
    // It takes a tenth of a second, and stays the same.
    description ??= openApi(version);
    return description;
  };
  return {
    listProjects: async ({ caller }) => ({ items: await access.projects(caller) }),
    createProject: ({ body, actor }) => projects.create(body, actor),
    getProject: ({ params }) => store.getProject(params.id),
    changeProject: ({ params, body }) => store.changeProject(params.id, body),
    deleteProject: async ({ params }) => {
      await store.deleteProject(params.id);
    },
    listProjectDocuments: async ({ params }) => ({ items: await store.listProjectDocuments(params.id) }),
    addProjectDocument: async ({ params, body: { text, file, ...body }, actor }) => {
      const document = await reader.read(sentDocument(file ?? text ?? '', 'The text', file ? 'file' : 'text'));
      const { warnings } = document;
      return { ...(await projects.addText(params.id, { ...body, document }, actor)), warnings };
    },
    getProjectDocument: ({ params }) => projects.documentOf(params.id, params.documentId),
    deleteProjectDocument: async ({ params }) => {
      const document = await projects.documentOf(params.id, params.documentId);
      await store.deleteProjectDocument(document.id);
    },
    listSegments: async ({ params }) => {
      const document = await projects.documentOf(params.id, params.documentId);
      return { items: await store.listSegments(document.id) };
    },
    getSegment: ({ params }) => store.getSegment(params.id),
    saveSegment: ({ params, body: { version: on, ...change }, actor }) =>
      store.saveSegment(params.id, on, change, actor),
    confirmSegment: ({ params, body: { version: on, ...change }, actor }) =>
      store.confirmSegment(params.id, on, change, actor),
    splitSegment: async ({ params, body: { version: on, at, targetAt }, actor }) => ({
      items: await segments.split(params.id, on, at, targetAt, actor),
    }),
    joinSegments: ({ params, body, actor }) => segments.join(params.id, body.version, body.nextVersion, actor),
    unconfirmSegment: ({ params, body, actor }) => store.unconfirmSegment(params.id, body.version, actor),
    listComments: async ({ params }) => {
      const document = await projects.documentOf(params.id, params.documentId);
      return { items: await store.listComments(document.id) };
    },
    addComment: ({ params, body, actor }) => store.addComment(params.id, body.text, actor),
    deleteComment: async ({ params, actor }) => {
      await store.deleteComment(params.id, actor);
    },
    segmentHistory: async ({ params }) => ({ items: await store.segmentHistory(params.id) }),
    translateSegment: async ({ params }) => ({ items: await lookup.translate(params.id) }),
    segmentSuggestions: async ({ params }) => {
      const [found, file] = await Promise.all([lookup.suggestionsFor(params.id), fileOffers.of(params.id)]);
      return { ...found, file };
    },
    machine: () => machine.standing(),
    changeMachine: ({ body }) => machine.change(body),
    health: async () => {
      if (isStopping()) throw new CalqueError('stopping', 'The server is about to stop: ask another.');
      await store.getSetting('health');
      return { status: 'ok' as const, version };
    },
    metrics: async () => ({ mediaType: 'text/plain', body: await metrics.text() }),
    openapi: async () => described(),
  } satisfies Partial<Handlers>;
}

function transferHandlers({
  store,
  revisions,
  transfers,
  validation,
  xliffFiles,
}: ApiParts): Some<'memoryFile' | 'importRevision' | 'validate' | 'importXliff' | 'exports'> {
  return {
    validate: async ({ query, file }) => {
      const faults = await validation.faults(file, query.name);
      return { valid: faults.length === 0, faults };
    },
    importRevision: ({ params, file, actor }) => revisions.read(params.id, file, 'The body', actor),
    importXliff: async ({ query: { name, project }, file: bytes, actor }) => {
      const file = { name, bytes };
      if (project === undefined) return xliffFiles.create(file, actor);
      const document = await xliffFiles.add(project, file, actor);
      return { project: await store.getProject(project), document };
    },
    memoryFile: ({ params }) => transfers.memoryFile(params.id),
    exports: ({ query }) => exportWanted(transfers, query),
  };
}

function reviewHandlers({ store, access, reviews }: ApiParts) {
  return {
    listReviews: async ({ caller }) => ({ items: await access.reviews(caller) }),
    createReview: async ({ body, actor }) => reviews.start(sentPair(body), actor),
    getReview: ({ params }) => reviews.open(params.id),
    takeReviewSteps: ({ params, body, actor }) => reviews.take(params.id, body.version, body.steps, actor),
    changeReview: ({ params, body: { version, ...change }, actor }) =>
      store.changeReview(params.id, version, change, actor),
    finishReview: ({ params, body, actor }) => reviews.finish(params.id, body.version, body.removeMissing, actor),
    deleteReview: async ({ params }) => {
      await store.deleteReview(params.id);
    },
  } satisfies Partial<Handlers>;
}
