import type { Response, Router } from 'express';
import express from 'express';
import { CalqueError } from '../../../memory/model/errors.ts';
import { AccountPage } from '../../../views/pages/account.tsx';
import type { FormState } from '../../../views/pages/form.ts';
import { UNSENT } from '../../../views/pages/form.ts';
import { PATHS } from '../../../views/paths.ts';
import { PASSWORD_LENGTH } from '../../accounts/settings.ts';
import type { ApiParts } from '../api.ts';
import { askingOf, callerOf } from '../identify.ts';
import { nameOperation } from '../request-id.ts';
import { faultyForm, fieldsOf } from './form.ts';
import type { SendPage } from './page.ts';

const readFields = express.urlencoded({ extended: false, limit: '16kb' });

/** A person's own account. Keys have none, and without accounts nobody has. */
export function accountPages({ accounts }: ApiParts, send: SendPage): Router {
  const router = express.Router();

  const show = (response: Response, form: FormState, changed: boolean, status?: number): void => {
    const { name, role } = callerOf(response);
    const { least } = PASSWORD_LENGTH;
    send(response, (context) => <AccountPage {...{ context, name, role, form, changed, least }} />, status);
  };

  router.get(PATHS.account, (request, response) => {
    personIn(response);
    show(response, UNSENT, request.query['changed'] !== undefined);
  });

  router.post(PATHS.account, readFields, async (request, response) => {
    nameOperation(response, 'changePassword');
    const person = await accounts.people.get(personIn(response));
    const { current = '', password = '' } = fieldsOf(request);
    try {
      const cookies = await accounts.sessions.changePassword(person, current, password, askingOf(request));
      for (const cookie of cookies) response.append('set-cookie', cookie);
      response.redirect(303, `${PATHS.account}?changed=1`);
    } catch (error) {
      if (!(error instanceof CalqueError)) throw error;
      response.locals['problem'] = error.code;
      const { faults } = faultyForm(request, error, ['password']);
      show(response, { values: {}, faults }, false, error.status);
    }
  });

  return router;
}

/** @throws CalqueError `not-found` for those who are signed in with no session */
function personIn(response: Response): string {
  const { via, personId } = callerOf(response);
  if (via === 'session' && personId !== undefined) return personId;
  throw new CalqueError('not-found', 'There is no page at this address.');
}
