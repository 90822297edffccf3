import * as accounts from '../accounts.ts';
import type { Operation } from './operation.ts';
import { byId, list } from './parts.ts';

/** Who may use the installation, and for what; and what they did. */
export const accountsOperations = {
  me: { summary: 'Who asks, and what they may', answer: accounts.me, errors: [] },

  listPeople: { summary: 'List everybody who has an account, by name', answer: list(accounts.person), errors: [] },
  createPerson: {
    summary: 'Make an account; invite its person then, who chooses the password',
    body: accounts.newPerson,
    answer: accounts.person,
    status: 201,
    errors: ['already-exists', 'last-administrator'],
  },
  getPerson: {
    summary: 'Read an account',
    params: accounts.byTextId,
    answer: accounts.person,
    errors: ['not-found'],
  },
  changePerson: {
    summary: 'Change what a person may, or keep them out, which ends their sessions',
    params: accounts.byTextId,
    body: accounts.personChange,
    answer: accounts.person,
    errors: ['not-found', 'last-administrator'],
  },
  invitePerson: {
    summary: 'Make a link by which a person chooses their password, good once and for three days',
    params: accounts.byTextId,
    answer: accounts.invitation,
    toldOnce: ['path'],
    status: 201,
    errors: ['not-found'],
  },

  listRights: {
    summary: 'List what is said of single memories and projects',
    answer: list(accounts.placeRight),
    errors: [],
  },
  setRight: {
    summary: 'Say what a person, or everybody else, may in one memory or project; it takes the place of what was said',
    body: accounts.newRight,
    answer: accounts.placeRight,
    status: 201,
    errors: ['not-found'],
  },
  getRight: {
    summary: 'Read what is said of one place',
    params: byId,
    answer: accounts.placeRight,
    errors: ['not-found'],
  },
  removeRight: {
    summary: 'Take back what is said of one place: the role in the house holds there again',
    params: byId,
    status: 204,
    errors: ['not-found'],
  },

  listKeys: {
    summary: 'List API keys, newest first, without the keys themselves',
    query: accounts.whoseQuery,
    answer: list(accounts.apiKey),
    errors: [],
  },
  createKey: {
    summary: 'Make an API key, limited to a role and, if wanted, to places and a time',
    body: accounts.newKey,
    answer: accounts.createdKey,
    toldOnce: ['key'],
    status: 201,
    errors: ['not-found'],
  },
  getKey: { summary: 'Read what is kept of a key', params: byId, answer: accounts.apiKey, errors: ['not-found'] },
  revokeKey: {
    summary: 'Have a key open nothing any more; it stays in the list',
    params: byId,
    answer: accounts.apiKey,
    errors: ['not-found'],
  },

  listSessions: {
    summary: 'List where somebody is signed in',
    query: accounts.whoseQuery,
    answer: list(accounts.session),
    errors: [],
  },
  getSession: {
    summary: 'Read a session',
    params: accounts.byTextId,
    answer: accounts.session,
    errors: ['not-found'],
  },
  endSession: {
    summary: 'Sign somebody out in one place',
    params: accounts.byTextId,
    status: 204,
    errors: ['not-found'],
  },

  listAudit: {
    summary: 'The audit log, newest first: who changed what, and who was refused',
    query: accounts.auditQuery,
    answer: accounts.auditPage,
    errors: [],
  },
} as const satisfies Record<string, Operation>;
