import * as reviews from '../reviews.ts';
import * as transfers from '../transfers.ts';
import type { Operation } from './operation.ts';
import { byId, list, TEXT_ERRORS } from './parts.ts';

/** Reviews of bitexts. */
export const reviewsOperations = {
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
} as const satisfies Record<string, Operation>;
