import type { Response, Router } from 'express';
import express from 'express';
import { CalqueError } from '../../../memory/model/errors.ts';
import { KeysPage } from '../../../views/pages/admin/keys.tsx';
import { RightsPage } from '../../../views/pages/admin/rights.tsx';
import type { FormState } from '../../../views/pages/form.ts';
import { UNSENT } from '../../../views/pages/form.ts';
import { adminPersonPath, PATHS } from '../../../views/paths.ts';
import { newRight } from '../../contract/accounts.ts';
import type { ApiParts } from '../api.ts';
import { noteMade } from '../audit-log.ts';
import { callerOf } from '../identify.ts';
import { nameOperation } from '../request-id.ts';
import { checkedForm } from './checked-form.ts';
import { faultyForm, fieldsOf, readFields } from './form.ts';
import { keyIn } from './key-form.ts';
import { placeIn, placesOf } from './named-places.ts';
import type { SendPage } from './page.ts';
import { actorOf, identityIn } from './page.ts';

/** Everybody's keys, the rights in single places, and the end of a session. */
export function adminAccessPages({ access, accounts, clock }: ApiParts, send: SendPage): Router {
  const { people, rights, keys, openSessions } = accounts;
  const router = express.Router();

  const showKeys = async (response: Response, form: FormState, made?: string, status?: number): Promise<void> => {
    const [all, everybody, places] = await Promise.all([
      keys.list(),
      people.list(),
      placesOf(access, callerOf(response)),
    ]);
    send(
      response,
      (context) => (
        <KeysPage
          context={context}
          keys={all}
          people={everybody}
          places={places}
          form={form}
          {...(made !== undefined && { made })}
        />
      ),
      status,
    );
  };

  const showRights = async (response: Response, form: FormState, status?: number): Promise<void> => {
    const [all, everybody, places] = await Promise.all([
      rights.list(),
      people.list(),
      placesOf(access, callerOf(response)),
    ]);
    send(
      response,
      (context) => <RightsPage context={context} rights={all} people={everybody} places={places} form={form} />,
      status,
    );
  };

  router.get(PATHS.adminKeys, (_request, response) => showKeys(response, UNSENT));

  router.post(PATHS.adminKeys, readFields, async (request, response) => {
    nameOperation(response, 'createKey');
    try {
      const { person = '', ...fields } = fieldsOf(request);
      const { id: owner } = await people.get(person);
      const made = await keys.create(owner, keyIn(fields, clock()), actorOf(response, clock).at);
      noteMade(response, made);
      await showKeys(response, UNSENT, made.key, 201);
    } catch (error) {
      if (!(error instanceof CalqueError)) throw error;
      response.locals['problem'] = error.code;
      const form = faultyForm(request, error, ['name', 'role', 'place', 'expires']);
      await showKeys(response, form, undefined, error.status);
    }
  });

  router.post(PATHS.adminKeyRevoke, async (request, response) => {
    nameOperation(response, 'revokeKey');
    await keys.revoke(identityIn(request.params['id']), actorOf(response, clock).at);
    response.redirect(303, PATHS.adminKeys);
  });

  router.get(PATHS.adminRights, (_request, response) => showRights(response, UNSENT));

  router.post(PATHS.adminRights, readFields, async (request, response) => {
    nameOperation(response, 'setRight');
    try {
      const { person = '', place = '', role } = fieldsOf(request);
      const given = { ...(person !== '' && { personId: person }), place: placeIn(place), role };
      const wanted = checkedForm(newRight, given);
      if (wanted.personId !== undefined) await people.get(wanted.personId);
      await access.checkPlaces([wanted.place]);
      noteMade(response, await rights.set(wanted.personId, wanted.place, wanted.role));
      response.redirect(303, PATHS.adminRights);
    } catch (error) {
      if (!(error instanceof CalqueError)) throw error;
      response.locals['problem'] = error.code;
      await showRights(response, faultyForm(request, error, ['person', 'place', 'role']), error.status);
    }
  });

  router.post(PATHS.adminRightRemove, async (request, response) => {
    nameOperation(response, 'removeRight');
    await rights.remove(identityIn(request.params['id']));
    response.redirect(303, PATHS.adminRights);
  });

  router.post(PATHS.adminSessionEnd, async (request, response) => {
    nameOperation(response, 'endSession');
    const { id, personId } = await openSessions.get(String(request.params['id']), clock());
    await openSessions.end(id);
    response.redirect(303, adminPersonPath(personId));
  });

  return router;
}
