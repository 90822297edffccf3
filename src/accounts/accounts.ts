import type { Audit } from './audit.ts';
import { createAudit } from './audit.ts';
import type { Auth } from './auth.ts';
import { openAccountsDatabase } from './database.ts';
import type { Keys } from './keys.ts';
import { createKeys } from './keys.ts';
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
  readonly sessions: Sessions;
  readonly rights: Rights;
  readonly keys: Keys;
  readonly audit: Audit;
  close(): Promise<void>;
}

/**
 * Opens the accounts in the database of the store, which is opened first: it brings the schema forward.
 * @param path the database's file
 */
export function openAccounts(path: string, settings: AuthSettings): Accounts {
  const database = openAccountsDatabase(path);
  let made: Promise<Auth> | undefined;
  // Most commands need none of it, and an installation without accounts neither.
  const auth = () => {
    made ??= import('./auth.ts').then(({ createAuth }) => createAuth(database, settings));
    return made;
  };
  return {
    people: createPeople(database, auth),
    sessions: createSessions(settings.url, settings.oidc?.name, auth),
    rights: createRights(database),
    keys: createKeys(database),
    audit: createAudit(database),
    close: () => database.destroy(),
  };
}
