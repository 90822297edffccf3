import type { Request, Response, Router } from 'express';
import express from 'express';
import { CalqueError } from '../../../memory/model/errors.ts';
import { PeoplePage } from '../../../views/pages/admin/people.tsx';
import { PersonPage } from '../../../views/pages/admin/person.tsx';
import type { FormState } from '../../../views/pages/form.ts';
import { UNSENT } from '../../../views/pages/form.ts';
import { adminPersonPath, invitationPath, PATHS } from '../../../views/paths.ts';
import type { PersonId } from '../../accounts/people.ts';
import { newPerson, personChange } from '../../contract/accounts.ts';
import type { ApiParts } from '../api.ts';
import { noteMade } from '../audit-log.ts';
import { callerOf } from '../identify.ts';
import { nameOperation } from '../request-id.ts';
import { checkedForm } from './checked-form.ts';
import { faultyForm, fieldsOf, readFields } from './form.ts';
import { placesOf } from './named-places.ts';
import type { SendPage } from './page.ts';

/** Everybody who has an account, and each. */
export function adminPeoplePages(parts: ApiParts, send: SendPage): Router {
  const { access, accounts, clock } = parts;
  const { people, invitations, rights, keys, openSessions } = accounts;
  const router = express.Router();

  const showPeople = async (response: Response, form: FormState, status?: number): Promise<void> => {
    const all = await people.list();
    send(response, (context) => <PeoplePage context={context} people={all} form={form} />, status);
  };

  type Told = Pick<Parameters<typeof PersonPage>[0], 'done' | 'link'>;

  const showPerson = async (response: Response, id: PersonId, form: FormState, told: Told, status?: number) => {
    const person = await people.get(id);
    const caller = callerOf(response);
    const [allRights, places, ownKeys, sessions] = await Promise.all([
      rights.list(),
      placesOf(access, caller),
      keys.list(id),
      openSessions.list(id, clock()),
    ]);
    send(
      response,
      (context) => (
        <PersonPage
          context={context}
          person={person}
          rights={allRights.filter(({ personId }) => personId === id)}
          places={places}
          keys={ownKeys}
          sessions={sessions.map((session) => ({ ...session, current: session.id === caller.sessionId }))}
          form={form}
          {...told}
        />
      ),
      status,
    );
  };

  router.get(PATHS.adminPeople, (_request, response) => showPeople(response, UNSENT));

  router.post(PATHS.adminPeople, readFields, async (request, response) => {
    nameOperation(response, 'createPerson');
    try {
      const made = await people.create(checkedForm(newPerson, fieldsOf(request)));
      noteMade(response, made);
      // With the first account the door closes behind whoever made it: the link is their way in.
      if (callerOf(response).via === 'alone') return await showLink(request, response, made.id);
      response.redirect(303, `${adminPersonPath(made.id)}?done=made`);
    } catch (error) {
      if (!(error instanceof CalqueError)) throw error;
      response.locals['problem'] = error.code;
      await showPeople(response, faultyForm(request, error, ['name', 'email', 'role']), error.status);
    }
  });

  router.get(PATHS.adminPerson, (request, response) => {
    const { done } = request.query;
    return showPerson(response, personIn(request), UNSENT, done === 'made' || done === 'saved' ? { done } : {});
  });

  router.post(PATHS.adminPerson, readFields, async (request, response) => {
    nameOperation(response, 'changePerson');
    const id = personIn(request);
    const { role, disabled } = fieldsOf(request);
    try {
      await people.change(id, checkedForm(personChange, { role, disabled: disabled === 'yes' }));
      response.redirect(303, `${adminPersonPath(id)}?done=saved`);
    } catch (error) {
      if (!(error instanceof CalqueError) || error.code === 'not-found') throw error;
      response.locals['problem'] = error.code;
      await showPerson(response, id, faultyForm(request, error, ['role']), {}, error.status);
    }
  });

  const showLink = async (request: Request, response: Response, id: PersonId): Promise<void> => {
    const { token, expiresAt } = await invitations.create(id, clock());
    const base = parts.publicUrl ?? `${request.protocol}://${request.get('host')}`;
    await showPerson(response, id, UNSENT, { link: { url: base + invitationPath(token), expiresAt } }, 201);
  };

  router.post(PATHS.adminInvite, async (request, response) => {
    nameOperation(response, 'invitePerson');
    await showLink(request, response, personIn(request));
  });

  return router;
}

function personIn(request: Request): PersonId {
  return String(request.params['id']);
}
