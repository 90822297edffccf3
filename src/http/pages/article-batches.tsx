import type { Router } from 'express';
import express from 'express';
import { CalqueError } from '../../../memory/model/errors.ts';
import { ArticlesImportedPage } from '../../../views/pages/articles-imported.tsx';
import type { FormState } from '../../../views/pages/form.ts';
import { ImportArticlesPage } from '../../../views/pages/import-articles.tsx';
import { importArticlesJobPath, PATHS } from '../../../views/paths.ts';
import { RIGHTS } from '../../contract/rights.ts';
import type { ImportedArticles } from '../../services/article-batches.ts';
import { HOUSE_MEMORY } from '../../services/memories.ts';
import type { ApiParts } from '../api.ts';
import { addArticles } from '../article-handlers.ts';
import { callerOf } from '../identify.ts';
import { faultyForm, fieldsOf, fileOf, inField, readForm } from './form.ts';
import type { SendPage } from './page.ts';
import { actorOf, identityIn } from './page.ts';

const FIELDS = ['archiveFile', 'memory'];
const UNSENT: FormState = { values: { memory: HOUSE_MEMORY }, faults: [] };

/** The import of many articles at once: a job, and what became of each pair. */
export function articleBatchPages({ access, jobs, clock }: ApiParts, send: SendPage): Router {
  const router = express.Router();

  router.get(PATHS.importArticles, (_request, response) => {
    send(response, (context) => <ImportArticlesPage context={context} form={UNSENT} />);
  });

  router.post(PATHS.importArticles, readForm, async (request, response) => {
    try {
      const file = fileOf(request, 'archiveFile');
      if (file === undefined) {
        throw new CalqueError('empty-text', 'Choose a ZIP archive with the articles.', { where: 'archiveFile' });
      }
      const memory = fieldsOf(request)['memory']?.trim() || HOUSE_MEMORY;
      await access.check(callerOf(response), RIGHTS.importArticles, { query: { memory } });
      const actor = actorOf(response, clock);
      const job = await inField('archiveFile', file, () => addArticles(file, memory, jobs, actor));
      response.redirect(303, importArticlesJobPath(job.id));
    } catch (error) {
      if (!(error instanceof CalqueError)) throw error;
      const form = faultyForm(request, error, FIELDS);
      send(response, (context) => <ImportArticlesPage context={context} form={form} />, error.status);
    }
  });

  router.get(PATHS.importArticlesJob, async (request, response) => {
    const job = await jobs.get(identityIn(request.params['id']));
    if (job.kind !== 'import-articles') throw new CalqueError('not-found', 'There is no page at this address.');
    const result = job.result as ImportedArticles | undefined;
    send(response, (context) => (
      <ArticlesImportedPage context={context} job={job} {...(result && { outcomes: result.outcomes })} />
    ));
  });

  return router;
}
