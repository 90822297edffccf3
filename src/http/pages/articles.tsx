import type { Router } from 'express';
import express from 'express';
import { CalqueError } from '../../../memory/model/errors.ts';
import { ArticleImportedPage } from '../../../views/pages/article-imported.tsx';
import type { FormState } from '../../../views/pages/form.ts';
import { ImportArticlePage } from '../../../views/pages/import-article.tsx';
import { PATHS, reviewPath } from '../../../views/paths.ts';
import { RIGHTS } from '../../contract/rights.ts';
import { HOUSE_MEMORY } from '../../services/memories.ts';
import type { ApiParts } from '../api.ts';
import { callerOf } from '../identify.ts';
import { documentOf, faultyForm, fieldsOf, readForm } from './form.ts';
import type { SendPage } from './page.ts';
import { actorOf } from './page.ts';
import { PROVENANCE_FIELDS, readProvenanceFields } from './provenance-form.ts';

const FIELDS = ['fr', 'frFile', 'en', 'enFile', 'memory', ...PROVENANCE_FIELDS];
const UNSENT: FormState = { values: { memory: HOUSE_MEMORY }, faults: [] };

/** The import of an article in both languages. */
export function articlePages({ access, articles, reviews, clock }: ApiParts, send: SendPage): Router {
  const router = express.Router();

  router.get(PATHS.importArticle, (_request, response) => {
    send(response, (context) => <ImportArticlePage context={context} form={UNSENT} />);
  });

  // A person reviews first, unless the other button was pressed. What is stored at once is answered at once: sending the
  // form again finds the article again and stores nothing twice.
  router.post(PATHS.importArticle, readForm, async (request, response) => {
    try {
      const fields = fieldsOf(request);
      const fr = documentOf(request, 'fr', 'The French text');
      const en = documentOf(request, 'en', 'The English text');
      const memory = fields['memory']?.trim() || HOUSE_MEMORY;
      await access.check(callerOf(response), RIGHTS.importArticle, { body: { memory } });
      const provenance = readProvenanceFields(fields);
      const given = { fr, en, memory, provenance };
      if (fields['aim'] !== 'store') {
        const review = await reviews.start(given, actorOf(response, clock));
        response.redirect(303, reviewPath(review.id));
        return;
      }
      const article = await articles.importPair(given, actorOf(response, clock));
      send(response, (context) => <ArticleImportedPage context={context} article={article} />, 201);
    } catch (error) {
      if (!(error instanceof CalqueError)) throw error;
      const form = faultyForm(request, error, FIELDS);
      send(response, (context) => <ImportArticlePage context={context} form={form} />, error.status);
    }
  });

  return router;
}
