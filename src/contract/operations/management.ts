import { job } from '../jobs.ts';
import * as management from '../management.ts';
import type { Operation } from './operation.ts';
import { byId } from './parts.ts';

/** Work on many units of a memory. */
export const managementOperations = {
  previewReplacement: {
    summary: 'What replacing a text across a memory would do',
    params: byId,
    query: management.replacementPreview,
    answer: management.replacementPage,
    errors: ['not-found'],
  },
  replaceInMemory: {
    summary: 'Replace a text across a memory, as a job; what it did can be taken back as one batch',
    params: byId,
    body: management.replacement,
    answer: job,
    status: 202,
    errors: ['not-found', 'read-only-memory'],
  },
  deleteUnits: {
    summary:
      'Delete the units of a memory that meet a filter, as a job; of a document, those that stand in no other. It can be taken back as one batch',
    params: byId,
    body: management.deletion,
    answer: job,
    status: 202,
    errors: ['not-found', 'read-only-memory'],
  },
  comparePromotion: {
    summary: 'Hold the units of a staging memory against the memory that they are to go to',
    params: byId,
    query: management.promotionPreview,
    answer: management.promotionPage,
    errors: ['not-found'],
  },
  promoteUnits: {
    summary: 'Take units of a staging memory into another, as a job; what it did can be taken back as one batch',
    params: byId,
    body: management.promotion,
    answer: job,
    status: 202,
    errors: ['not-found', 'read-only-memory'],
  },
  checkMemory: {
    summary: 'Look at every unit of a memory for what may be wrong with it, as a job',
    params: byId,
    answer: job,
    status: 202,
    errors: ['not-found'],
  },
  memoryHealth: {
    summary: 'What the last look at every unit of a memory has shown',
    params: byId,
    answer: management.memoryHealth,
    errors: ['not-found'],
  },
  repairUnits: {
    summary: 'Merge, swap, delete or flag units of a memory, all of them or none',
    params: byId,
    body: management.repair,
    answer: management.repaired,
    status: 201,
    errors: ['not-found', 'version-conflict', 'read-only-memory', 'empty-text'],
  },
  listBatches: {
    summary: 'The changes of many units of a memory at once, newest first',
    params: byId,
    query: management.batchQuery,
    answer: management.batchPage,
    errors: ['not-found'],
  },
  getBatch: {
    summary: 'Read what was changed at once',
    params: byId,
    answer: management.batch,
    errors: ['not-found'],
  },
  undoBatch: {
    summary: 'Take what was changed at once back, as a job; units that were changed since stay as they are',
    params: byId,
    answer: job,
    status: 202,
    errors: ['not-found', 'read-only-memory', 'nothing-to-undo'],
  },
  exportUnits: {
    summary: 'The units of a memory that meet a filter, as TMX or as a table',
    query: management.unitExportQuery,
    produces: [
      'application/x-tmx+xml',
      'text/csv',
      'text/tab-separated-values',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    errors: ['not-found'],
  },
} as const satisfies Record<string, Operation>;
