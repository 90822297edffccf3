import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, Router } from 'express';
import express from 'express';
import { CalqueError } from '../../../memory/model/errors.ts';
import type { FindAsset } from '../../../views/assets.ts';
import { renderPage } from '../../../views/layout.tsx';
import { ErrorPage } from '../../../views/pages/error.tsx';
import { PATHS } from '../../../views/paths.ts';
import type { ApiParts } from '../api.ts';
import { asCalqueError, logFault } from '../problem.ts';
import { analysisPages } from './analysis.tsx';
import { articleBatchPages } from './article-batches.tsx';
import { articlePages } from './articles.tsx';
import { concordancePages } from './concordance.tsx';
import { jobPages } from './jobs.tsx';
import { languageChoice, messagesFor } from './language.ts';
import { memoryPages } from './memories.tsx';
import { memoryWorkPages } from './memory-work.tsx';
import type { SendPage } from './page.ts';
import { projectPages } from './projects.tsx';
import { reviewPages } from './reviews.tsx';
import { settingsPages } from './settings.tsx';
import { unitPages } from './units.tsx';

/** Gives pages what they need of the build, and sends them. */
export function pageSender(asset: FindAsset): SendPage {
  return (response, page, status = 200) => {
    const { req: request } = response;
    const context = {
      asset,
      nonce: String(response.locals['nonce']),
      requestKey: randomUUID(),
      path: request.method === 'GET' ? request.originalUrl : PATHS.projects,
      messages: messagesFor(request),
    };
    const html = renderPage(page(context));
    response
      .status(status)
      .set({ 'cache-control': 'no-store', 'content-language': context.messages.language })
      .type('html')
      .send(html);
  };
}

/** The pages that a person opens. */
export function pagesRouter(parts: ApiParts, send: SendPage): Router {
  const router = express.Router();
  router.use(
    languageChoice(),
    settingsPages(parts, send),
    analysisPages(parts, send),
    projectPages(parts, send),
    memoryPages(parts, send),
    memoryWorkPages(parts, send),
    unitPages(parts, send),
    concordancePages(parts, send),
    articlePages(parts, send),
    articleBatchPages(parts, send),
    reviewPages(parts, send),
    jobPages(parts, send),
  );
  router.use((request) => {
    throw new CalqueError('not-found', 'There is no page at this address.', { where: request.path });
  });
  return router;
}

/** Answers errors as pages. */
export function errorPages({ logger }: ApiParts, send: SendPage): ErrorRequestHandler {
  return (error, _request, response, _next) => {
    logFault(logger, error, response);
    if (response.headersSent) return void response.destroy();
    const { code, message, status } = asCalqueError(error);
    send(
      response,
      (context) => <ErrorPage context={context} title={context.messages.errors[code]} message={message} />,
      status,
    );
  };
}
