import { Readable } from 'node:stream';
import type { Request } from 'express';
import { CalqueError } from '../../memory/model/errors.ts';

/**
 * The key by which a client says that it sends the same request again.
 * @throws CalqueError `bad-request`
 */
export function requestKey(request: Request): string | undefined {
  const key = request.get('idempotency-key');
  if (key === undefined || /^[\x21-\x7e]{8,200}$/.test(key)) return key;
  throw new CalqueError('bad-request', 'An Idempotency-Key has 8 to 200 letters, digits or signs.', {
    where: 'Idempotency-Key',
  });
}

/** What tells one request from another under the same key; a body that is read as it comes is known by its length alone. */
export function askedBy(request: Request, input: Readonly<Record<string, unknown>>): readonly unknown[] {
  return Object.values(input).map((part) => (part instanceof Readable ? request.get('content-length') : part));
}
