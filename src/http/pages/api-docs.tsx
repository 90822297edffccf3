import type { Router } from 'express';
import express from 'express';
import { ApiDocsPage } from '../../../views/pages/api-docs.tsx';
import { PATHS } from '../../../views/paths.ts';
import type { Reference } from '../../contract/reference.ts';
import { apiReference } from '../../contract/reference.ts';
import type { SendPage } from './page.ts';

/** The reference of the API. It stands among the API's own paths, so this goes before their router. */
export function apiDocsPages(send: SendPage): Router {
  const router = express.Router();
  // It stays the same while the server runs, and is only made when somebody wants it.
  let reference: Reference | undefined;

  router.get(PATHS.apiDocs, (request, response) => {
    reference ??= apiReference();
    const made = reference;
    const base = `${request.protocol}://${request.get('host')}`;
    send(response, (context) => <ApiDocsPage context={context} reference={made} base={base} />);
  });

  return router;
}
