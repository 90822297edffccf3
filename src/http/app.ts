import type { Express, RequestHandler } from 'express';
import express from 'express';
import { actorAt } from '../services/clock.ts';
import type { ApiParts } from './api.ts';
import { apiRouter } from './api.ts';
import { assetFinder, assetsHandler } from './assets.ts';
import { MYMEMORY_BASE, myMemoryRouter } from './compat/mymemory.ts';
import { TMSERVER_BASES, tmserverRouter } from './compat/tmserver.ts';
import { MCP_PATH, mcpRouter } from './mcp.ts';
import { apiDocsPages } from './pages/api-docs.tsx';
import { errorPages, pageSender, pagesRouter } from './pages/router.tsx';
import { noOperation, problemHandler } from './problem.ts';
import { limitRate } from './rate-limit.ts';
import { nameOperation, requestLog } from './request-id.ts';
import { onlyLoopbackHosts, onlySameOriginWrites, securityHeaders } from './security.ts';

/** The whole server as an express application. */
export function createApp(parts: ApiParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(
    requestLog(parts.logger, (request, response, seconds) => parts.metrics.answered(request.method, response, seconds)),
  );
  app.use(securityHeaders, onlyLoopbackHosts, onlySameOriginWrites);
  app.use('/assets', named('asset'), assetsHandler());
  app.use(['/api', MCP_PATH, MYMEMORY_BASE, ...TMSERVER_BASES], limitRate(parts.requestsPerMinute));
  app.use([...TMSERVER_BASES], named('tmserver'), tmserverRouter(parts), noOperation);
  app.use(MYMEMORY_BASE, named('mymemory'), myMemoryRouter(parts), noOperation);
  app.use(MCP_PATH, named('mcp'));
  app.use(mcpRouter({ ...parts, actor: () => actorAt(parts.clock) }));
  const send = pageSender(assetFinder());
  app.use(apiDocsPages(send));
  app.use(apiRouter(parts));
  app.use(pagesRouter(parts, send));
  // Here, and not in the routers: the checks above fail outside them.
  app.use(['/api', '/health', '/metrics', MCP_PATH, MYMEMORY_BASE, ...TMSERVER_BASES], problemHandler(parts.logger));
  app.use(errorPages(parts, send));
  return app;
}

/** Says what kind of request it is where no operation does. */
function named(name: string): RequestHandler {
  return (_request, response, next) => {
    nameOperation(response, name);
    next();
  };
}
