import type { Audit } from './audit.ts';
import { createAudit } from './audit.ts';
import type { Auth } from './auth.ts';
import { engineOf, openAccountsDatabase } from './database.ts';
import type { Invitations } from './invitations.ts';
import { createInvitations } from './invitations.ts';
import type { Keys } from './keys.ts';
import { createKeys } from './keys.ts';
import type { OpenSessions } from './open-sessions.ts';
import { createOpenSessions } from './open-sessions.ts';
import type { People } from './people.ts';
import { createPeople } from './people.ts';
import type { Rights } from './rights.ts';
import { createRights } from './rights.ts';
import type { Sessions } from './sessions.ts';
import { createSessions } from './sessions.ts';
import type { AuthSettings } from './settings.ts';

/** Who may use an installation, and for what; and what they did. */
export interface Accounts {
  readonly people: People;
  readonly invitations: Invitations;
  readonly sessions: Sessions;
  readonly openSessions: OpenSessions;
  readonly rights: Rights;
  readonly keys: Keys;
  readonly audit: Audit;
  close(): Promise<void>;
}

/**
 * Opens the accounts in the database of the store, which is opened first: it brings the schema forward.
 * @param address the database's file, or where it is on a PostgreSQL server
 */
export function openAccounts(address: string, settings: AuthSettings): Accounts {
  const database = openAccountsDatabase(address);
  let made: Promise<Auth> | undefined;
  // Most commands need none of it, and an installation without accounts neither.
  const auth = () => {
    made ??= import('./auth.ts').then(({ createAuth }) => createAuth(database, engineOf(address), settings));
    return made;
  };
  const people = createPeople(database, auth);
  return {
    people,
    invitations: createInvitations(people, auth),
    sessions: createSessions(settings.url, settings.oidc?.name, auth),
    openSessions: createOpenSessions(database),
    rights: createRights(database),
    keys: createKeys(database),
    audit: createAudit(database),
    close: () => database.destroy(),
  };
}
