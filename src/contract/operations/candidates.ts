import * as candidates from '../candidates.ts';
import { job } from '../jobs.ts';
import type { Operation } from './operation.ts';
import { byId } from './parts.ts';

/** Pairs of terms that a memory shows, for termbases. */
export const candidatesOperations = {
  extractTerms: {
    summary: 'Look through a memory for pairs of terms that the termbase has not, as a job',
    params: byId,
    body: candidates.extraction,
    answer: job,
    status: 202,
    errors: ['not-found'],
  },
  listTermCandidates: {
    summary: 'The pairs of terms that were found for a termbase, those with the highest score first',
    params: byId,
    query: candidates.candidateQuery,
    answer: candidates.candidatePage,
    errors: ['not-found'],
  },
  getTermCandidate: {
    summary: 'Read a pair of terms that was found',
    params: byId,
    answer: candidates.candidatePair,
    errors: ['not-found'],
  },
  decideTermCandidate: {
    summary: 'Take a pair into the termbase, or never show it again',
    params: byId,
    body: candidates.candidateDecision,
    answer: candidates.candidatePair,
    errors: ['not-found', 'empty-text'],
  },
} as const satisfies Record<string, Operation>;
