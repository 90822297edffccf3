import { concordanceExportQuery, concordancePage, concordanceQuery } from '../concordance.ts';
import { lookupBatch, lookupRequest } from '../lookup.ts';
import { batchLine, lookupAnswer } from '../suggestions.ts';
import type { Operation } from './operation.ts';

/** Looking up, and searching inside the memories. */
export const searchOperations = {
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
} as const satisfies Record<string, Operation>;
