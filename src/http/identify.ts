import type { Request, RequestHandler, Response } from 'express';
import { CalqueError } from '../../memory/model/errors.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Asking } from '../accounts/sessions.ts';
import type { Caller } from '../services/caller.ts';
import { ALONE, NOBODY, personCaller } from '../services/caller.ts';
import type { Clock } from '../services/clock.ts';
import { MYMEMORY_BASE } from './compat/mymemory-base.ts';

/** Who asks. {@link identify} has found it out. */
export function callerOf(response: Response): Caller {
  return (response.locals['caller'] as Caller | undefined) ?? NOBODY;
}

/** What a session needs to know of a request. */
export function askingOf(request: Request): Asking {
  const { cookie } = request.headers;
  return { cookie, address: request.ip ?? '', userAgent: request.get('user-agent') };
}

/**
 * Finds out who asks: by the key that is sent, else by the session, else nobody; as long as there are no accounts, it is the
 * one person of this machine. A key that is not good is an error wherever it is sent.
 */
export function identify(accounts: Accounts, clock: Clock): RequestHandler {
  // Accounts are never deleted: once there are any, there always are.
  let inUse = false;

  const callerIn = async (request: Request, response: Response): Promise<Caller> => {
    inUse ||= await accounts.people.any();
    if (!inUse) return ALONE;
    const authorization = request.headers.authorization ?? keyInAddress(request);
    if (authorization !== undefined) return keyCaller(accounts, authorization, clock);
    const session = await accounts.sessions.of(askingOf(request));
    if (session === undefined) return NOBODY;
    for (const cookie of session.cookies) response.append('set-cookie', cookie);
    return personCaller(session.person, await accounts.rights.of(session.person.id), { sessionId: session.id });
  };

  return async (request, response, next) => {
    response.locals['caller'] = await callerIn(request, response);
    next();
  };
}

/** The clients of MyMemory have no other place for a key than its protocol’s `key`. No other address is read for one. */
function keyInAddress({ path, query }: Request): string | undefined {
  const { key } = query;
  return path.startsWith(`${MYMEMORY_BASE}/`) && typeof key === 'string' ? `Bearer ${key}` : undefined;
}

/** @throws CalqueError `not-signed-in` */
async function keyCaller({ keys, rights }: Accounts, authorization: string, clock: Clock): Promise<Caller> {
  const sent = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  const used = sent === undefined ? undefined : await keys.use(sent, new Date(clock()).toISOString());
  if (used) return personCaller(used.person, await rights.of(used.person.id), { key: used.key });
  throw new CalqueError('not-signed-in', 'The API key is not known, has expired, or was revoked.', {
    where: 'Authorization',
  });
}
