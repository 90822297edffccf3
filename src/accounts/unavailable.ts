import { CalqueError } from '../../memory/model/errors.ts';
import type { Accounts } from './accounts.ts';

/**
 * The accounts of an installation on PostgreSQL: there are none as yet, so that it stays open on loopback addresses, and
 * refuses all others.
 */
export function unavailableAccounts(): Accounts {
  return {
    people: {
      any: async () => false,
      hasAdministrator: async () => false,
      list: async () => [],
      ...{ get: refuse, find: refuse, create: refuse, change: refuse, resetPassword: refuse },
    },
    sessions: {
      provider: undefined,
      of: async () => undefined,
      ...{ signIn: refuse, signOut: refuse, changePassword: refuse, begin: refuse, finish: refuse },
    },
    rights: { of: refuse, list: async () => [], set: refuse, remove: refuse },
    keys: { create: refuse, list: async () => [], get: refuse, revoke: refuse, use: async () => undefined },
    audit: { add: refuse, list: async () => ({ items: [] }) },
    close: async () => {},
  };
}

async function refuse(): Promise<never> {
  const message = 'Accounts are kept in the SQLite database alone: unset CALQUE_DATABASE to have them.';
  throw new CalqueError('bad-configuration', message, { where: 'CALQUE_DATABASE' });
}
