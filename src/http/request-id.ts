import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';

/** The header that a request’s identity comes in, where a proxy or program gave it one, and always goes out in. */
const HEADER = 'x-request-id';

/** The identity of the request that is answered. */
export function requestIdOf(response: Response): string {
  return String(response.locals['requestId']);
}

/** The operation that answers, once its route is found; what else there is, by its kind. */
export function operationOf(response: Response): string {
  return String(response.locals['operation'] ?? 'page');
}

export function nameOperation(response: Response, name: string): void {
  response.locals['operation'] = name;
}

/** What is told of every request when its answer has gone out, or whoever asked has left. */
export type Answered = (request: Request, response: Response, seconds: number) => void;

/** Gives every request an identity, logs it at `info`, and tells of it. */
export function requestLog(logger: Logger, answered: Answered): RequestHandler {
  return (request, response, next) => {
    const given = request.get(HEADER);
    const requestId = given !== undefined && /^[\w.:-]{1,100}$/.test(given) ? given : randomUUID();
    response.locals['requestId'] = requestId;
    response.set(HEADER, requestId);
    // Of the whole address: within a router, and where its work fails, it is another.
    const { method, path } = request;
    const start = performance.now();
    response.once('close', () => {
      const seconds = (performance.now() - start) / 1000;
      answered(request, response, seconds);
      const whole = response.writableFinished;
      const line = { requestId, method, path, status: response.statusCode, operation: operationOf(response), seconds };
      logger.info(whole ? line : { ...line, whole }, 'request');
    });
    next();
  };
}
