import type { Router } from 'express';
import express from 'express';
import { ReviewPage } from '../../../views/pages/review.tsx';
import { ReviewsPage } from '../../../views/pages/reviews.tsx';
import { PATHS } from '../../../views/paths.ts';
import type { ApiParts } from '../api.ts';
import { callerOf } from '../identify.ts';
import { identityIn, type SendPage } from './page.ts';

/** The list of reviews, and the page of each. */
export function reviewPages({ store, access }: ApiParts, send: SendPage): Router {
  const router = express.Router();

  router.get(PATHS.reviews, async (_request, response) => {
    const reviews = await access.reviews(callerOf(response));
    send(response, (context) => <ReviewsPage context={context} reviews={reviews} />);
  });

  router.get(PATHS.review, async (request, response) => {
    const review = await store.getReview(identityIn(request.params['id']));
    send(response, (context) => <ReviewPage context={context} review={review} />);
  });

  router.post(PATHS.deleteReview, async (request, response) => {
    await store.deleteReview(identityIn(request.params['id']));
    response.redirect(303, PATHS.reviews);
  });

  return router;
}
