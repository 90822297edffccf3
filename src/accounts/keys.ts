import { createHash, randomBytes } from 'node:crypto';
import { CalqueError } from '../../memory/model/errors.ts';
import type { Instant } from '../../memory/model/unit.ts';
import type { KeyRole, Place } from '../contract/roles.ts';
import type { Person, PersonId } from './people.ts';
import { personOf } from './people.ts';
import type { AccountsDatabase } from './tables.ts';

export type KeyId = number;

/** A key by which a program acts for a person, and never more than that person may. */
export interface ApiKey {
  readonly id: KeyId;
  readonly personId: PersonId;
  /** Says what it is for. */
  readonly name: string;
  /** Its first signs. */
  readonly start: string;
  /** The most it may do. */
  readonly role: KeyRole;
  /** The memories and projects it is limited to. */
  readonly places?: readonly Place[];
  readonly createdAt: Instant;
  readonly expiresAt?: Instant;
  readonly revokedAt?: Instant;
  /** To the minute. */
  readonly lastUsedAt?: Instant;
}

export type NewKey = Pick<ApiKey, 'name' | 'role' | 'places' | 'expiresAt'>;

export interface Keys {
  /** @returns the key itself too, which is told this once and kept nowhere */
  create(personId: PersonId, key: NewKey, at: Instant): Promise<ApiKey & { readonly key: string }>;
  /** Newest first. @param personId of one person; of everybody when absent */
  list(personId?: PersonId): Promise<readonly ApiKey[]>;
  /** @throws CalqueError `not-found` */
  get(id: KeyId): Promise<ApiKey>;
  revoke(id: KeyId, at: Instant): Promise<ApiKey>;
  /** The key of these signs and whose it is, where it is still good, and that person is not kept out. */
  use(key: string, at: Instant): Promise<{ readonly key: ApiKey; readonly person: Person } | undefined>;
}

const PREFIX = 'calque_';
/** How many signs tell one key from another in a list: those of the prefix, and a few of the rest. */
const SHOWN = PREFIX.length + 6;
/** How exactly the last use is kept, in milliseconds: not every request is to write. */
const LAST_USE_WITHIN = 60_000;

/** Keys are 256 random bits: nothing but the key itself leads to its hash, and no slow one is needed. */
export function createKeys(database: AccountsDatabase): Keys {
  const get: Keys['get'] = async (id) => {
    const row = await database.selectFrom('api_keys').selectAll().where('id', '=', id).executeTakeFirst();
    if (row) return keyOf(row);
    throw new CalqueError('not-found', 'There is no such key.', { where: 'id' });
  };

  return {
    get,
    async create(personId, { name, role, places, expiresAt }, at) {
      const key = PREFIX + randomBytes(32).toString('base64url');
      const row = await database
        .insertInto('api_keys')
        .values({
          person_id: personId,
          name,
          hash: hashOf(key),
          start: key.slice(0, SHOWN),
          role,
          places: places === undefined ? null : JSON.stringify(places),
          created_at: at,
          expires_at: expiresAt ?? null,
          revoked_at: null,
          last_used_at: null,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      return { ...keyOf(row), key };
    },
    async list(personId) {
      const all = database.selectFrom('api_keys').selectAll().orderBy('id', 'desc');
      return (await (personId === undefined ? all : all.where('person_id', '=', personId)).execute()).map(keyOf);
    },
    async revoke(id, at) {
      const { revokedAt } = await get(id);
      if (revokedAt === undefined) {
        await database.updateTable('api_keys').set({ revoked_at: at }).where('id', '=', id).execute();
      }
      return get(id);
    },
    async use(key, at) {
      if (!key.startsWith(PREFIX)) return undefined;
      const row = await database.selectFrom('api_keys').selectAll().where('hash', '=', hashOf(key)).executeTakeFirst();
      if (row === undefined || row.revoked_at !== null) return undefined;
      if (row.expires_at !== null && row.expires_at <= at) return undefined;
      const owner = await database
        .selectFrom('people')
        .selectAll()
        .where('id', '=', row.person_id)
        .executeTakeFirstOrThrow();
      const person = personOf(owner);
      if (person.disabled) return undefined;
      if (row.last_used_at === null || Date.parse(at) - Date.parse(row.last_used_at) >= LAST_USE_WITHIN) {
        const noted = database.updateTable('api_keys').set({ last_used_at: at }).where('id', '=', row.id).execute();
        // What is only read can be answered from a database that cannot be written to.
        await noted.catch((error: unknown) => {
          if (!(error instanceof CalqueError)) throw error;
        });
      }
      return { key: keyOf(row), person };
    },
  };
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

interface KeyRow {
  readonly id: number;
  readonly person_id: string;
  readonly name: string;
  readonly start: string;
  readonly role: KeyRole;
  readonly places: string | null;
  readonly created_at: string;
  readonly expires_at: string | null;
  readonly revoked_at: string | null;
  readonly last_used_at: string | null;
}

function keyOf(row: KeyRow): ApiKey {
  const { id, person_id, name, start, role, places, created_at, expires_at, revoked_at, last_used_at } = row;
  return {
    ...{ id, personId: person_id, name, start, role, createdAt: created_at },
    ...(places !== null && { places: JSON.parse(places) as readonly Place[] }),
    ...(expires_at !== null && { expiresAt: expires_at }),
    ...(revoked_at !== null && { revokedAt: revoked_at }),
    ...(last_used_at !== null && { lastUsedAt: last_used_at }),
  };
}
