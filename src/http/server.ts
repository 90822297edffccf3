import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import { oneEachTurn } from './turns.ts';

/** How patient the server is, in milliseconds: who sends slower than this, on purpose or not, is let go. */
export interface Patience {
  /** For the head of a request. */
  readonly head: number;
  /** For the whole of a request, its body included. */
  readonly request: number;
  /** For the next request on a connection. */
  readonly idle: number;
  /** Between two looks at who is over time. */
  readonly look: number;
}

const PATIENCE: Patience = { head: 15_000, request: 180_000, idle: 10_000, look: 5_000 };

/** Connections at once; what comes when there are so many is turned away. */
const MOST_CONNECTIONS = 2_000;
const MOST_HEADERS = 100;

/** A server that nobody can hold up by sending slowly, or much at once. */
export function createHttpServer(listener: RequestListener, patience = PATIENCE): Server {
  const server = createServer(
    {
      headersTimeout: patience.head,
      requestTimeout: patience.request,
      keepAliveTimeout: patience.idle,
      connectionsCheckingInterval: patience.look,
    },
    oneEachTurn(listener),
  );
  server.maxConnections = MOST_CONNECTIONS;
  server.maxHeadersCount = MOST_HEADERS;
  return server;
}
