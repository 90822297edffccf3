import type { Response, Router } from 'express';
import express from 'express';
import { CalqueError } from '../../../memory/model/errors.ts';
import type { FormState } from '../../../views/pages/form.ts';
import { UNSENT } from '../../../views/pages/form.ts';
import { InvitationOverPage, InvitationPage } from '../../../views/pages/invitation.tsx';
import { PATHS } from '../../../views/paths.ts';
import { PASSWORD_LENGTH } from '../../accounts/settings.ts';
import type { ApiParts } from '../api.ts';
import { nameOperation } from '../request-id.ts';
import { faultyForm, fieldsOf, readFields } from './form.ts';
import type { SendPage } from './page.ts';

/** Where whoever has the link of an invitation chooses their password. */
export function invitationPages({ accounts: { invitations } }: ApiParts, send: SendPage): Router {
  const router = express.Router();

  const show = async (response: Response, token: string, form: FormState, status?: number): Promise<void> => {
    const person = await invitations.find(token);
    if (person === undefined) return send(response, (context) => <InvitationOverPage context={context} />, 404);
    const { name, email } = person;
    const { least } = PASSWORD_LENGTH;
    send(response, (context) => <InvitationPage {...{ context, name, email, token, form, least }} />, status);
  };

  router.get(PATHS.invitation, (request, response) => show(response, String(request.query['token'] ?? ''), UNSENT));

  router.post(PATHS.invitation, readFields, async (request, response) => {
    nameOperation(response, 'acceptInvitation');
    const { token = '', password = '' } = fieldsOf(request);
    try {
      const person = await invitations.accept(token, password);
      if (person === undefined) return await show(response, token, UNSENT);
      response.locals['audited'] = person.name;
      response.redirect(303, `${PATHS.signIn}?chosen=1`);
    } catch (error) {
      if (!(error instanceof CalqueError)) throw error;
      response.locals['problem'] = error.code;
      await show(response, token, faultyForm(request, error, ['password']), error.status);
    }
  });

  return router;
}
