import { CalqueError } from '../../memory/model/errors.ts';
import type { Instant } from '../../memory/model/unit.ts';
import type { PersonId } from './people.ts';
import type { AccountsDatabase } from './tables.ts';
import { instantOf } from './tables.ts';

export type SessionId = string;

/** One place where somebody is signed in. */
export interface OpenSession {
  readonly id: SessionId;
  readonly personId: PersonId;
  readonly createdAt: Instant;
  /** To the day. */
  readonly renewedAt: Instant;
  readonly expiresAt: Instant;
  readonly address?: string;
  readonly userAgent?: string;
}

/** Where people are signed in. */
export interface OpenSessions {
  /** Last renewed first. @param personId of one person; of everybody when absent */
  list(personId: PersonId | undefined, now: number): Promise<readonly OpenSession[]>;
  /** @throws CalqueError `not-found`, also for one that is over */
  get(id: SessionId, now: number): Promise<OpenSession>;
  end(id: SessionId): Promise<void>;
}

export function createOpenSessions(database: AccountsDatabase): OpenSessions {
  const columns = ['id', 'person_id', 'created_at', 'updated_at', 'expires_at', 'address', 'user_agent'] as const;
  const rows = () => database.selectFrom('sessions').select(columns);
  const isOpen = ({ expiresAt }: OpenSession, now: number) => Date.parse(expiresAt) > now;

  return {
    async list(personId, now) {
      const all = rows().orderBy('updated_at', 'desc').orderBy('id');
      const found = await (personId === undefined ? all : all.where('person_id', '=', personId)).execute();
      return found.map(sessionOf).filter((session) => isOpen(session, now));
    },
    async get(id, now) {
      const row = await rows().where('id', '=', id).executeTakeFirst();
      const session = row && sessionOf(row);
      if (session !== undefined && isOpen(session, now)) return session;
      throw new CalqueError('not-found', 'There is no such session, or it is over.', { where: 'id' });
    },
    async end(id) {
      await database.deleteFrom('sessions').where('id', '=', id).execute();
    },
  };
}

function sessionOf(row: {
  readonly id: string;
  readonly person_id: string;
  readonly created_at: string | Date;
  readonly updated_at: string | Date;
  readonly expires_at: string | Date;
  readonly address: string | null;
  readonly user_agent: string | null;
}): OpenSession {
  const { id, person_id, created_at, updated_at, expires_at, address, user_agent } = row;
  return {
    ...{ id, personId: person_id },
    ...{ createdAt: instantOf(created_at), renewedAt: instantOf(updated_at), expiresAt: instantOf(expires_at) },
    ...(address !== null && address !== '' && { address }),
    ...(user_agent !== null && user_agent !== '' && { userAgent: user_agent }),
  };
}
