import type { Router } from 'express';
import express from 'express';
import type { Logger } from 'pino';
import { CalqueError } from '../../memory/model/errors.ts';
import type { Retrieval } from '../../memory/retrieval/retrieval.ts';
import type { Store } from '../../memory/store/store.ts';
import { filterOf } from '../contract/management.ts';
import { openApi } from '../contract/openapi.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { ArticleReader } from '../services/article-reader.ts';
import type { Articles } from '../services/articles.ts';
import type { Clock } from '../services/clock.ts';
import { actorAt } from '../services/clock.ts';
import type { Concordance } from '../services/concordance.ts';
import { sentDocument, sentPair } from '../services/documents.ts';
import { exportWanted } from '../services/exports.ts';
import type { Lookup } from '../services/lookup.ts';
import type { Machine } from '../services/machine.ts';
import { browseUnits } from '../services/management/browsing.ts';
import type { Once } from '../services/once.ts';
import type { Projects } from '../services/projects.ts';
import type { Reviews } from '../services/reviews.ts';
import type { Revisions } from '../services/revisions.ts';
import type { Segments } from '../services/segments.ts';
import type { TermEntries } from '../services/term-entries.ts';
import type { Threads } from '../services/threads.ts';
import type { Transfers } from '../services/transfers.ts';
import type { Units } from '../services/units.ts';
import { xliffFaults } from '../services/validation.ts';
import type { XliffFiles } from '../services/xliff-files.ts';
import { articleHandlers } from './article-handlers.ts';
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
  readonly retrieval: Retrieval;
  readonly lookup: Lookup;
  readonly machine: Machine;
  readonly concordance: Concordance;
  readonly reader: ArticleReader;
  readonly articles: Articles;
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
  readonly xliffFiles: XliffFiles;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly version: string;
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

function memoryHandlers({ store, units, clock }: ApiParts) {
  return {
    listMemories: async () => ({ items: await store.listMemories() }),
    createMemory: ({ body }) => store.createMemory(body, actorAt(clock)),
    getMemory: ({ params }) => store.getMemory(params.id),
    changeMemory: ({ params, body }) => store.changeMemory(params.id, body),
    deleteMemory: async ({ params }) => {
      await store.deleteMemory(params.id);
    },
    listUnits: async ({ query: { memory, cursor, limit, ...filter } }) => {
      if (memory) await store.getMemory(memory);
      if (filter.document) await store.getDocument(filter.document);
      const wanted = { ...filterOf(filter), ...(memory && { memoryId: memory }) };
      return browseUnits(store, wanted, { limit, ...(cursor && { cursor }) });
    },
    createUnits: ({ body }) => units.add(body.memoryId, body.units, actorAt(clock)),
    getUnit: async ({ params }) => (await store.getUnit(params.id)).unit,
    changeUnit: ({ params, body: { version, ...change } }) => units.change(params.id, version, change, actorAt(clock)),
    deleteUnit: async ({ params, query }) => {
      await store.deleteUnit(params.id, query.version, actorAt(clock));
    },
    unitHistory: async ({ params }) => ({ items: await store.unitHistory(params.id) }),
    undoUnit: ({ params }) => store.undoUnit(params.id, actorAt(clock)),
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
  lookup,
  machine,
  reader,
  projects,
  segments,
  metrics,
  clock,
  version,
  isStopping,
}: ApiParts) {
  return {
    listProjects: async () => ({ items: await store.listProjects() }),
    createProject: ({ body }) => projects.create(body, actorAt(clock)),
    getProject: ({ params }) => store.getProject(params.id),
    changeProject: ({ params, body }) => store.changeProject(params.id, body),
    deleteProject: async ({ params }) => {
      await store.deleteProject(params.id);
    },
    listProjectDocuments: async ({ params }) => ({ items: await store.listProjectDocuments(params.id) }),
    addProjectDocument: async ({ params, body: { text, file, ...body } }) => {
      const document = await reader.read(sentDocument(file ?? text ?? '', 'The text', file ? 'file' : 'text'));
      const { warnings } = document;
      return { ...(await projects.addText(params.id, { ...body, document }, actorAt(clock))), warnings };
    },
    deleteProjectDocument: async ({ params }) => {
      const document = await projects.documentOf(params.id, params.documentId);
      await store.deleteProjectDocument(document.id);
    },
    listSegments: async ({ params }) => {
      const document = await projects.documentOf(params.id, params.documentId);
      return { items: await store.listSegments(document.id) };
    },
    getSegment: ({ params }) => store.getSegment(params.id),
    saveSegment: ({ params, body: { version: on, ...change } }) =>
      store.saveSegment(params.id, on, change, actorAt(clock)),
    confirmSegment: ({ params, body: { version: on, ...change } }) =>
      store.confirmSegment(params.id, on, change, actorAt(clock)),
    splitSegment: async ({ params, body: { version: on, at, targetAt } }) => ({
      items: await segments.split(params.id, on, at, targetAt, actorAt(clock)),
    }),
    joinSegments: ({ params, body }) => segments.join(params.id, body.version, body.nextVersion, actorAt(clock)),
    unconfirmSegment: ({ params, body }) => store.unconfirmSegment(params.id, body.version, actorAt(clock)),
    listComments: async ({ params }) => {
      const document = await projects.documentOf(params.id, params.documentId);
      return { items: await store.listComments(document.id) };
    },
    addComment: ({ params, body }) => store.addComment(params.id, body.text, actorAt(clock)),
    deleteComment: async ({ params }) => {
      await store.deleteComment(params.id);
    },
    segmentHistory: async ({ params }) => ({ items: await store.segmentHistory(params.id) }),
    translateSegment: async ({ params }) => ({ items: await lookup.translate(params.id) }),
    segmentSuggestions: ({ params }) => lookup.suggestionsFor(params.id),
    machine: () => machine.standing(),
    changeMachine: ({ body }) => machine.change(body),
    health: async () => {
      if (isStopping()) throw new CalqueError('stopping', 'The server is about to stop: ask another.');
      await store.getSetting('health');
      return { status: 'ok' as const, version };
    },
    metrics: async () => ({ mediaType: 'text/plain', body: await metrics.text() }),
    openapi: async () => openApi(version),
  } satisfies Partial<Handlers>;
}

function transferHandlers({
  store,
  revisions,
  transfers,
  xliffFiles,
  clock,
}: ApiParts): Some<'memoryFile' | 'importRevision' | 'validate' | 'importXliff' | 'exports'> {
  return {
    validate: async ({ query, file }) => {
      const faults = xliffFaults(file, query.name);
      return { valid: faults.length === 0, faults };
    },
    importRevision: ({ params, file }) => revisions.read(params.id, file, 'The body', actorAt(clock)),
    importXliff: async ({ query: { name, project }, file: bytes }) => {
      const file = { name, bytes };
      if (project === undefined) return xliffFiles.create(file, actorAt(clock));
      const document = await xliffFiles.add(project, file, actorAt(clock));
      return { project: await store.getProject(project), document };
    },
    memoryFile: ({ params }) => transfers.memoryFile(params.id),
    exports: ({ query }) => exportWanted(transfers, query),
  };
}

function reviewHandlers({ store, reviews, clock }: ApiParts) {
  return {
    listReviews: async () => ({ items: await store.listReviews() }),
    createReview: async ({ body }) => reviews.start(sentPair(body), actorAt(clock)),
    getReview: ({ params }) => reviews.open(params.id),
    takeReviewSteps: ({ params, body }) => reviews.take(params.id, body.version, body.steps, actorAt(clock)),
    changeReview: ({ params, body: { version, ...change } }) =>
      store.changeReview(params.id, version, change, actorAt(clock)),
    finishReview: ({ params, body }) => reviews.finish(params.id, body.version, body.removeMissing, actorAt(clock)),
    deleteReview: async ({ params }) => {
      await store.deleteReview(params.id);
    },
  } satisfies Partial<Handlers>;
}
