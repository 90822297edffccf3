import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { CalqueError } from '../../memory/model/errors.ts';
import { callerOf } from './identify.ts';

/**
 * Turns a key away, or an address without one, that asks more often than is taken, until the minute is over. The headers `RateLimit` and
 * `RateLimit-Policy` say how it stands, and `Retry-After` when it may come back.
 * @param perMinute 0 for no limit
 */
export function limitRate(perMinute: number): RequestHandler {
  if (perMinute === 0) return (_request, _response, next) => next();
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: (request, response) => {
      const { keyId } = callerOf(response);
      return keyId === undefined ? ipKeyGenerator(request.ip ?? '') : `key ${keyId}`;
    },
    handler: (_request, _response, next) => {
      next(new CalqueError('too-many-requests', `No more than ${perMinute} requests a minute are taken.`));
    },
  });
}
