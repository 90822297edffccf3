import { CalqueError } from '../../memory/model/errors.ts';
import { invitationPath } from '../../views/paths.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { OpenSession } from '../accounts/open-sessions.ts';
import { EVERYBODY } from '../contract/accounts.ts';
import type { Access } from '../services/access.ts';
import type { Caller } from '../services/caller.ts';
import type { Clock } from '../services/clock.ts';
import type { Handlers } from './operations.ts';

interface Parts {
  readonly access: Access;
  readonly accounts: Accounts;
  readonly clock: Clock;
}

/** People, their rights, keys and sessions, and the audit log. */
export function accountHandlers({ access, accounts, clock }: Parts) {
  const { people, invitations, rights, keys, openSessions, audit } = accounts;

  return {
    me: async ({ caller }) => {
      const { name, via, role, personId, keyId } = caller;
      if (via !== 'session' && via !== 'key' && via !== 'alone') throw new Error('nobody has come this far');
      return { name, via, role, ...(personId && { personId }), ...(keyId && { keyId }) };
    },

    listPeople: async () => ({ items: await people.list() }),
    createPerson: ({ body }) => people.create(body),
    getPerson: ({ params }) => people.get(params.id),
    changePerson: ({ params, body }) => people.change(params.id, body),
    invitePerson: async ({ params }) => {
      const { token, expiresAt } = await invitations.create(params.id, clock());
      return { personId: params.id, path: invitationPath(token), expiresAt };
    },

    listRights: async () => ({ items: await rights.list() }),
    setRight: async ({ body: { personId, place, role } }) => {
      if (personId !== undefined) await people.get(personId);
      await access.checkPlaces([place]);
      return rights.set(personId, place, role);
    },
    getRight: ({ params }) => rights.get(params.id),
    removeRight: async ({ params }) => {
      await rights.remove(params.id);
    },

    listKeys: async ({ query, caller }) => ({ items: await keys.list(whoseOf(caller, query.person)) }),
    createKey: async ({ body: { personId, ...key }, caller, actor }) => {
      const owner = personId ?? caller.personId;
      if (owner === undefined) {
        throw new CalqueError('bad-request', 'A key is a person’s: say whose it is to be.', { where: 'body.personId' });
      }
      if (key.expiresAt !== undefined && key.expiresAt <= actor.at) {
        throw new CalqueError('bad-request', 'A key expires later than now.', { where: 'body.expiresAt' });
      }
      await people.get(owner);
      await access.checkPlaces(key.places ?? []);
      return keys.create(owner, key, actor.at);
    },
    getKey: ({ params }) => keys.get(params.id),
    revokeKey: ({ params, actor }) => keys.revoke(params.id, actor.at),

    listSessions: async ({ query, caller }) => {
      const items = await openSessions.list(whoseOf(caller, query.person), clock());
      return { items: items.map((session) => seenBy(caller, session)) };
    },
    getSession: async ({ params, caller }) => seenBy(caller, await openSessions.get(params.id, clock())),
    endSession: async ({ params }) => {
      const { id } = await openSessions.get(params.id, clock());
      await openSessions.end(id);
    },

    listAudit: ({ query: { limit, cursor, ...filter } }) =>
      audit.list(filter, { limit, ...(cursor && { cursor: String(cursor) }) }),
  } satisfies Partial<Handlers>;
}

/** Whose keys or sessions are meant; everybody’s when undefined, as where there are no accounts. */
function whoseOf({ personId }: Caller, person: string | undefined): string | undefined {
  if (person === undefined) return personId;
  return person === EVERYBODY ? undefined : person;
}

function seenBy({ sessionId }: Caller, session: OpenSession) {
  return { ...session, current: session.id === sessionId };
}
