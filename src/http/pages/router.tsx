import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, Response, Router } from 'express';
import express from 'express';
import { CalqueError } from '../../../memory/model/errors.ts';
import type { FindAsset, PageContext } from '../../../views/assets.ts';
import { renderPage } from '../../../views/layout.tsx';
import { ErrorPage } from '../../../views/pages/error.tsx';
import { SignInAgainPage } from '../../../views/pages/sign-in.tsx';
import { PATHS } from '../../../views/paths.ts';
import { mayAs } from '../../contract/roles.ts';
import type { ApiParts } from '../api.ts';
import { callerOf } from '../identify.ts';
import { asCalqueError, logFault, noteProblem } from '../problem.ts';
import { accountPages } from './account.tsx';
import { adminPages } from './admin.tsx';
import { adminAccessPages } from './admin-access.tsx';
import { adminPeoplePages } from './admin-people.tsx';
import { analysisPages } from './analysis.tsx';
import { articleBatchPages } from './article-batches.tsx';
import { articlePages } from './articles.tsx';
import { candidatePages } from './candidates.tsx';
import { concordancePages } from './concordance.tsx';
import { invitationPages } from './invitation.tsx';
import { jobPages } from './jobs.tsx';
import { languageChoice, messagesFor } from './language.ts';
import { memoryPages } from './memories.tsx';
import { memoryWorkPages } from './memory-work.tsx';
import { overviewPages } from './overviews.tsx';
import type { SendPage } from './page.ts';
import { projectSettingsPages } from './project-settings.tsx';
import { projectPages } from './projects.tsx';
import { reviewPages } from './reviews.tsx';
import { settingsPages } from './settings.tsx';
import { signInFirst, signInPages } from './sign-in.tsx';
import { termEntryPages } from './term-entries.tsx';
import { termbasePages } from './termbases.tsx';
import { unitPages } from './units.tsx';
import { validationPages } from './validation.tsx';
import { workplacePages } from './workplace.tsx';

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
      may: mayOf(response),
      ...personOf(response),
    };
    const html = renderPage(page(context));
    response
      .status(status)
      .set({ 'cache-control': 'no-store', 'content-language': context.messages.language })
      .type('html')
      .send(html);
  };
}

/** Who is signed in, for the head of the page. */
function personOf(response: Response): Pick<PageContext, 'person'> {
  const { via, name, role } = callerOf(response);
  return via === 'session' ? { person: { name, role } } : {};
}

function mayOf(response: Response): PageContext['may'] {
  const caller = callerOf(response);
  return (role, place) => mayAs(place === undefined ? caller.role : caller.roleIn(place), role);
}

/** The pages that a person opens. */
export function pagesRouter(parts: ApiParts, send: SendPage): Router {
  const router = express.Router();
  router.use(
    languageChoice(),
    signInPages(parts, send),
    invitationPages(parts, send),
    accountPages(parts, send),
    adminPages(parts, send),
    adminPeoplePages(parts, send),
    adminAccessPages(parts, send),
    settingsPages(parts, send),
    analysisPages(parts, send),
    overviewPages(parts, send),
    projectPages(parts, send),
    projectSettingsPages(parts, send),
    workplacePages(parts, send),
    memoryPages(parts, send),
    memoryWorkPages(parts, send),
    unitPages(parts, send),
    termbasePages(parts, send),
    termEntryPages(parts, send),
    candidatePages(parts, send),
    concordancePages(parts, send),
    articlePages(parts, send),
    articleBatchPages(parts, send),
    reviewPages(parts, send),
    validationPages(parts, send),
    jobPages(parts, send),
  );
  router.use((request) => {
    throw new CalqueError('not-found', 'There is no page at this address.', { where: request.path });
  });
  return router;
}

/** Answers errors as pages. */
export function errorPages({ logger }: ApiParts, send: SendPage): ErrorRequestHandler {
  return (error, request, response, _next) => {
    logFault(logger, error, response);
    if (response.headersSent) return void response.destroy();
    noteProblem(response, error);
    const { code, message, status } = asCalqueError(error);
    if (code === 'not-signed-in') {
      if (request.method === 'GET') return response.redirect(303, signInFirst(request));
      return send(response, (context) => <SignInAgainPage context={context} />, status);
    }
    send(
      response,
      (context) => {
        const { errors, tellError } = context.messages;
        return <ErrorPage context={context} title={errors[code]} message={tellError(code, message)} />;
      },
      status,
    );
  };
}
