import type { Express } from 'express';
import express from 'express';
import type { ApiParts } from './api.ts';
import { apiRouter } from './api.ts';
import { assetFinder, assetsHandler } from './assets.ts';
import { TMSERVER_BASES, tmserverRouter } from './compat/tmserver.ts';
import { errorPages, pageSender, pagesRouter } from './pages/router.tsx';
import { noOperation, problemHandler } from './problem.ts';
import { onlyLoopbackHosts, onlySameOriginWrites, securityHeaders } from './security.ts';

/** The whole server as an express application. */
export function createApp(parts: ApiParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(securityHeaders, onlyLoopbackHosts, onlySameOriginWrites);
  app.use('/assets', assetsHandler());
  app.use([...TMSERVER_BASES], tmserverRouter(parts), noOperation);
  app.use(apiRouter(parts));
  const send = pageSender(assetFinder());
  app.use(pagesRouter(parts, send));
  // Here, and not in the routers: the checks above fail outside them.
  app.use(['/api', '/health', ...TMSERVER_BASES], problemHandler(parts.logger));
  app.use(errorPages(parts, send));
  return app;
}
