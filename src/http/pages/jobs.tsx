import type { Router } from 'express';
import express from 'express';
import { JobsPage } from '../../../views/pages/jobs.tsx';
import { PATHS } from '../../../views/paths.ts';
import { maySeeJob } from '../../services/access.ts';
import type { ApiParts } from '../api.ts';
import { callerOf } from '../identify.ts';
import type { SendPage } from './page.ts';
import { identityIn } from './page.ts';

/** Jobs on the page; older ones are the API's. */
const SHOWN = 100;

/** Background work: the list, and the way to end a job. */
export function jobPages({ jobs }: ApiParts, send: SendPage): Router {
  const router = express.Router();

  router.get(PATHS.jobs, async (_request, response) => {
    const { items } = await jobs.list({ limit: SHOWN });
    const shown = items.filter((job) => maySeeJob(callerOf(response), job));
    send(response, (context) => <JobsPage context={context} jobs={shown} />);
  });

  router.post(`${PATHS.jobs}/:id/cancel`, async (request, response) => {
    await jobs.cancel(identityIn(request.params['id']));
    response.redirect(303, PATHS.jobs);
  });

  return router;
}
