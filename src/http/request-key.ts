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
