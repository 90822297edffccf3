import type { RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { Accounts } from '../accounts/accounts.ts';
import type { OperationName } from '../contract/routes.ts';
import type { Clock } from '../services/clock.ts';
import { callerOf } from './identify.ts';
import { problemCodeOf } from './problem.ts';
import { operationOf, requestIdOf } from './request-id.ts';

/** What is asked for with a body and changes nothing, and what has a history of its own at every key stroke. */
const NOT_KEPT: readonly string[] = [
  'lookup',
  'lookupBatch',
  'validate',
  'previewTable',
  'announcePresence',
  'saveSegment',
] satisfies OperationName[];

/** Has the log name what a request has made, which its path does not. */
export function noteMade(response: Response, made: unknown): void {
  const { id } = (made ?? {}) as { readonly id?: unknown };
  if (typeof id === 'number' || typeof id === 'string') response.locals['made'] = id;
}

function madeIn(response: Response): number | string | undefined {
  return response.locals['made'] as number | string | undefined;
}

/** Writes into the audit log what somebody changed, and what they were refused; nothing where there are no accounts. */
export function auditLog({ audit }: Accounts, clock: Clock, logger: Logger): RequestHandler {
  return (request, response, next) => {
    const { method, path, ip } = request;
    response.once('finish', () => {
      const caller = callerOf(response);
      if (caller.via === 'alone' || (caller.via === 'nobody' && response.locals['audited'] === undefined)) return;
      const operation = operationOf(response);
      const refused = response.statusCode === 401 || response.statusCode === 403;
      const named = response.locals['audited'] !== undefined;
      const changes = method !== 'GET' && method !== 'HEAD' && !NOT_KEPT.includes(operation);
      if (!refused && !changes && !named) return;
      const entry = {
        at: new Date(clock()).toISOString(),
        by: response.locals['audited'] === undefined ? caller.name : String(response.locals['audited']),
        via: caller.via,
        action: operation === 'page' ? `${method} page` : operation,
        target: madeIn(response) === undefined ? path : `${path}/${madeIn(response)}`,
        outcome: problemCodeOf(response) ?? (response.statusCode < 400 ? 'done' : String(response.statusCode)),
        ...(ip !== undefined && { address: ip }),
        requestId: requestIdOf(response),
      };
      audit.add(entry).catch((error: unknown) => logger.error({ err: error }, 'the audit log was not written'));
    });
    next();
  };
}
