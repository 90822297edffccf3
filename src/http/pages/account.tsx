import type { Response, Router } from 'express';
import express from 'express';
import { CalqueError } from '../../../memory/model/errors.ts';
import { AccountPage } from '../../../views/pages/account.tsx';
import type { FormState } from '../../../views/pages/form.ts';
import { UNSENT } from '../../../views/pages/form.ts';
import { PATHS } from '../../../views/paths.ts';
import type { PersonId } from '../../accounts/people.ts';
import { PASSWORD_LENGTH } from '../../accounts/settings.ts';
import type { ApiParts } from '../api.ts';
import { noteMade } from '../audit-log.ts';
import { askingOf, callerOf } from '../identify.ts';
import { nameOperation } from '../request-id.ts';
import { faultyForm, fieldsOf, readFields } from './form.ts';
import { keyIn } from './key-form.ts';
import { placesOf } from './named-places.ts';
import type { SendPage } from './page.ts';
import { actorOf, identityIn } from './page.ts';

interface Told {
  /** The form that was sent with faults, and with what. */
  readonly password?: FormState;
  readonly keyForm?: FormState;
  /** The key that was made a moment ago. */
  readonly made?: string;
  readonly changed?: boolean;
}

/** A person's own account. Keys have none, and without accounts nobody has. */
export function accountPages({ access, accounts, clock }: ApiParts, send: SendPage): Router {
  const { keys, openSessions, people, sessions } = accounts;
  const router = express.Router();

  const show = async (response: Response, told: Told, status?: number): Promise<void> => {
    const caller = callerOf(response);
    const id = personIn(response);
    const [ownKeys, open, places] = await Promise.all([
      keys.list(id),
      openSessions.list(id, clock()),
      placesOf(access, caller),
    ]);
    send(
      response,
      (context) => (
        <AccountPage
          context={context}
          name={caller.name}
          role={caller.role}
          least={PASSWORD_LENGTH.least}
          form={told.password ?? UNSENT}
          changed={told.changed === true}
          keys={ownKeys}
          keyForm={told.keyForm ?? UNSENT}
          places={places}
          sessions={open.map((session) => ({ ...session, current: session.id === caller.sessionId }))}
          {...(told.made !== undefined && { made: told.made })}
        />
      ),
      status,
    );
  };

  router.get(PATHS.account, (request, response) => show(response, { changed: request.query['changed'] !== undefined }));

  router.post(PATHS.account, readFields, async (request, response) => {
    nameOperation(response, 'changePassword');
    const person = await people.get(personIn(response));
    const { current = '', password = '' } = fieldsOf(request);
    try {
      const cookies = await sessions.changePassword(person, current, password, askingOf(request));
      for (const cookie of cookies) response.append('set-cookie', cookie);
      response.redirect(303, `${PATHS.account}?changed=1`);
    } catch (error) {
      if (!(error instanceof CalqueError)) throw error;
      response.locals['problem'] = error.code;
      const { faults } = faultyForm(request, error, ['password']);
      await show(response, { password: { values: {}, faults } }, error.status);
    }
  });

  router.post(PATHS.accountKeys, readFields, async (request, response) => {
    nameOperation(response, 'createKey');
    const id = personIn(response);
    try {
      const made = await keys.create(id, keyIn(fieldsOf(request), clock()), actorOf(response, clock).at);
      noteMade(response, made);
      await show(response, { made: made.key }, 201);
    } catch (error) {
      if (!(error instanceof CalqueError)) throw error;
      response.locals['problem'] = error.code;
      const keyForm = faultyForm(request, error, ['name', 'role', 'place', 'expires']);
      await show(response, { keyForm }, error.status);
    }
  });

  router.post(PATHS.accountKeyRevoke, async (request, response) => {
    nameOperation(response, 'revokeKey');
    const { id, personId } = await keys.get(identityIn(request.params['id']));
    mustBeOwn(response, personId);
    await keys.revoke(id, actorOf(response, clock).at);
    response.redirect(303, PATHS.account);
  });

  router.post(PATHS.accountSessionEnd, async (request, response) => {
    nameOperation(response, 'endSession');
    const { id, personId } = await openSessions.get(String(request.params['id']), clock());
    mustBeOwn(response, personId);
    await openSessions.end(id);
    response.redirect(303, PATHS.account);
  });

  return router;
}

/** @throws CalqueError `not-found` for those who are signed in with no session */
function personIn(response: Response): PersonId {
  const { via, personId } = callerOf(response);
  if (via === 'session' && personId !== undefined) return personId;
  throw new CalqueError('not-found', 'There is no page at this address.');
}

/** @throws CalqueError `forbidden` for what is somebody else's */
function mustBeOwn(response: Response, owner: PersonId): void {
  if (personIn(response) !== owner) throw new CalqueError('forbidden', 'This is somebody else’s.');
}
