import type { ErrorRequestHandler, Express, RequestHandler } from 'express';
import express from 'express';
import { PATHS } from '../../views/paths.ts';
import type { ApiParts } from './api.ts';
import { apiRouter } from './api.ts';
import { assetFinder, assetsHandler } from './assets.ts';
import { auditLog } from './audit-log.ts';
import { myMemoryRouter } from './compat/mymemory.ts';
import { MYMEMORY_BASE } from './compat/mymemory-base.ts';
import { TMSERVER_BASES, tmserverRouter } from './compat/tmserver.ts';
import { identify } from './identify.ts';
import { MCP_PATH, mcpRouter } from './mcp.ts';
import { apiDocsPages } from './pages/api-docs.tsx';
import { onlyAllowed, pageGate } from './pages/rights.ts';
import { errorPages, pageSender, pagesRouter } from './pages/router.tsx';
import { signedInElsewhere } from './pages/sign-in.tsx';
import { noOperation, problemHandler } from './problem.ts';
import { limitRate } from './rate-limit.ts';
import { nameOperation, requestLog } from './request-id.ts';
import { onlyKnownHosts, onlySameOriginWrites, securityHeaders } from './security.ts';

/** The whole server as an express application. */
export function createApp(parts: ApiParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(
    requestLog(parts.logger, (request, response, seconds) => parts.metrics.answered(request.method, response, seconds)),
  );
  app.set('trust proxy', parts.trustedProxies === undefined ? false : [...parts.trustedProxies]);
  app.use(securityHeaders, onlyKnownHosts(parts.publicUrl), onlySameOriginWrites(parts.publicUrl));
  app.use('/assets', named('asset'), assetsHandler());
  app.use(auditLog(parts.accounts, parts.clock, parts.logger), identify(parts.accounts, parts.clock));
  app.use(['/api', MCP_PATH, MYMEMORY_BASE, ...TMSERVER_BASES], limitRate(parts.requestsPerMinute));
  app.use([...TMSERVER_BASES], named('tmserver'), tmserverRouter(parts), noOperation);
  app.use(MYMEMORY_BASE, named('mymemory'), myMemoryRouter(parts), noOperation);
  app.use(MCP_PATH, named('mcp'));
  app.use(mcpRouter(parts));
  const send = pageSender(assetFinder());
  app.use(pageGate(parts.access));
  app.use(apiDocsPages(send), signedInElsewhere(parts));
  app.use(apiRouter(parts));
  app.use(onlyAllowed, pagesRouter(parts, send));
  // Pages among the API's own paths.
  app.use(onlyAt([PATHS.apiDocs, PATHS.signedInElsewhere], errorPages(parts, send)));
  // Here, and not in the routers: the checks above fail outside them.
  app.use(['/api', '/health', '/metrics', MCP_PATH, MYMEMORY_BASE, ...TMSERVER_BASES], problemHandler(parts.logger));
  app.use(errorPages(parts, send));
  return app;
}

/** Answers the errors of these addresses, and of none below them. */
function onlyAt(paths: readonly string[], handler: ErrorRequestHandler): ErrorRequestHandler {
  return (error, request, response, next) =>
    paths.includes(request.path) ? handler(error, request, response, next) : next(error);
}

/** Says what kind of request it is where no operation does. */
function named(name: string): RequestHandler {
  return (_request, response, next) => {
    nameOperation(response, name);
    next();
  };
}
