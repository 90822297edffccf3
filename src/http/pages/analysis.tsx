import type { Router } from 'express';
import express from 'express';
import { AnalysisPage } from '../../../views/pages/analysis.tsx';
import { analysisPath, PATHS } from '../../../views/paths.ts';
import { lastAnalysis } from '../../services/analysis.ts';
import type { ApiParts } from '../api.ts';
import type { SendPage } from './page.ts';
import { actorOf, identityIn } from './page.ts';

/** How far back an analysis that is under way is looked for, in jobs. */
const RECENT = 50;

/** The analysis of a project: the last one, and asking for another. */
export function analysisPages({ store, jobs, clock }: ApiParts, send: SendPage): Router {
  const router = express.Router();

  router.get(PATHS.analysis, async (request, response) => {
    const id = identityIn(request.params['id']);
    const [project, documents, analysis, { items }] = await Promise.all([
      store.getProject(id),
      store.listProjectDocuments(id),
      lastAnalysis(store, id),
      jobs.list({ limit: RECENT }),
    ]);
    const underWay = items.some(
      ({ kind, state, input }) =>
        kind === 'analyse' &&
        (state === 'queued' || state === 'running') &&
        (input as { readonly project?: number }).project === id,
    );
    send(response, (context) => (
      <AnalysisPage context={context} project={project} documents={documents} analysis={analysis} underWay={underWay} />
    ));
  });

  router.post(PATHS.analysis, async (request, response) => {
    const { id } = await store.getProject(identityIn(request.params['id']));
    await jobs.add('analyse', { project: id }, actorOf(response, clock));
    response.redirect(303, analysisPath(id));
  });

  return router;
}
