import type { Request, Response, Router } from 'express';
import express from 'express';
import { rateLimit } from 'express-rate-limit';
import { CalqueError } from '../../../memory/model/errors.ts';
import type { FormState } from '../../../views/pages/form.ts';
import { UNSENT } from '../../../views/pages/form.ts';
import { SignInPage } from '../../../views/pages/sign-in.tsx';
import { PATHS, signInPath } from '../../../views/paths.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import type { ApiParts } from '../api.ts';
import { askingOf, callerOf } from '../identify.ts';
import { nameOperation } from '../request-id.ts';
import { faultyForm, fieldsOf, readFields } from './form.ts';
import { messagesFor } from './language.ts';
import type { SendPage } from './page.ts';
import { pathWithin } from './page.ts';

/** Wrong passwords for one account, wherever they come from, before nobody is let in for the rest of the time. */
const LOCKED_AFTER = 10;
const LOCKED_FOR = 15 * 60_000;

/** Signing in and out. */
export function signInPages({ accounts }: ApiParts, send: SendPage): Router {
  const router = express.Router();
  const { sessions } = accounts;
  const lockOut = rateLimit({
    windowMs: LOCKED_FOR,
    limit: LOCKED_AFTER,
    skipSuccessfulRequests: true,
    standardHeaders: false,
    legacyHeaders: false,
    keyGenerator: (request) => emailOf(request),
    handler: (_request, _response, next) => {
      const minutes = LOCKED_FOR / 60_000;
      next(new CalqueError('too-many-requests', `Too many wrong passwords; try again in ${minutes} minutes.`));
    },
  });

  const show = (response: Response, form: FormState, back: string, status?: number, chosen = false): void => {
    const { provider } = sessions;
    send(response, (context) => <SignInPage {...{ context, form, back, provider, chosen }} />, status);
  };

  router.get(PATHS.signIn, (request, response) => {
    const { via } = callerOf(response);
    const back = backOf(request.query['back']);
    if (via === 'alone' || via === 'session') return response.redirect(303, back);
    const failed = typeof request.query['error'] === 'string';
    const message = messagesFor(request).accounts.notKnownElsewhere;
    const chosen = request.query['chosen'] !== undefined;
    show(response, failed ? { values: {}, faults: [{ message }] } : UNSENT, back, undefined, chosen);
  });

  router.post(PATHS.signIn, readFields, lockOut, async (request, response) => {
    const fields = fieldsOf(request);
    const { password = '' } = fields;
    const back = backOf(fields['back']);
    const email = emailOf(request);
    nameOperation(response, 'signIn');
    response.locals['audited'] = email;
    try {
      const cookies = await sessions.signIn(email, password, askingOf(request));
      for (const cookie of cookies) response.append('set-cookie', cookie);
      response.redirect(303, back);
    } catch (error) {
      if (!(error instanceof CalqueError)) throw error;
      response.locals['problem'] = error.code;
      const { values, faults } = faultyForm(request, error, []);
      const { password: _never, ...kept } = values;
      show(response, { values: kept, faults }, back, error.status);
    }
  });

  router.get(PATHS.signInElsewhere, async (request, response) => {
    mustHaveProvider(accounts, response);
    const { location, cookies } = await sessions.begin(backOf(request.query['back']), askingOf(request));
    for (const cookie of cookies) response.append('set-cookie', cookie);
    response.redirect(303, location);
  });

  router.post(PATHS.signOut, async (request, response) => {
    nameOperation(response, 'signOut');
    for (const cookie of await sessions.signOut(askingOf(request))) response.append('set-cookie', cookie);
    response.redirect(303, PATHS.signIn);
  });

  return router;
}

/** Where the provider leads back to. It stands among the API's own paths, so this goes before their router. */
export function signedInElsewhere({ accounts }: ApiParts): Router {
  const router = express.Router();
  router.get(PATHS.signedInElsewhere, async (request, response) => {
    mustHaveProvider(accounts, response);
    const query = request.originalUrl.slice(request.path.length);
    nameOperation(response, 'signIn');
    const asking = askingOf(request);
    const { location, cookies } = await accounts.sessions.finish(query, asking);
    for (const cookie of cookies) response.append('set-cookie', cookie);
    const given = cookies.map((line) => line.split(';', 1)[0]).join('; ');
    const session = await accounts.sessions.of({ ...asking, cookie: given });
    response.locals['audited'] = session?.person.name ?? accounts.sessions.provider;
    if (session === undefined) response.locals['problem'] = 'not-signed-in';
    response.redirect(303, location);
  });
  return router;
}

/** @throws CalqueError `not-found` where nobody signs in, or not so */
function mustHaveProvider({ sessions }: Accounts, response: Response): void {
  if (sessions.provider !== undefined && callerOf(response).via !== 'alone') return;
  throw new CalqueError('not-found', 'There is no page at this address.');
}

/** Where the way goes on. */
function backOf(given: unknown): string {
  return typeof given === 'string' ? pathWithin(given) : PATHS.projects;
}

function emailOf(request: Request): string {
  return (fieldsOf(request)['email'] ?? '').trim().toLowerCase().slice(0, 300);
}

/** Where somebody who is not signed in is led who asks for a page. */
export function signInFirst(request: Request): string {
  return signInPath(pathWithin(request.originalUrl));
}
