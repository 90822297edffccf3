import type { Via } from '../accounts/audit.ts';
import type { ApiKey, KeyId } from '../accounts/keys.ts';
import type { SessionId } from '../accounts/open-sessions.ts';
import type { Person } from '../accounts/people.ts';
import type { PartRole, Place, Role } from '../contract/roles.ts';
import { lesserRole, mayAs, placeKey } from '../contract/roles.ts';

/** Whoever asks for something: how they are called, and what they may. */
export interface Caller {
  /** Written with every change. */
  readonly name: string;
  readonly via: Via | 'alone';
  /** Absent where the installation has no accounts, and for those who are not signed in. */
  readonly personId?: string;
  readonly keyId?: KeyId;
  readonly sessionId?: SessionId;
  /** In the house: what they may where nothing else is said. */
  readonly role: Role;
  roleIn(place: Place): Role;
  /** Whether they may act in that role in the house, and in every memory. */
  everywhere(role: Role): boolean;
}

/** The one person of an installation without accounts, who may do everything. */
export const ALONE: Caller = {
  name: 'local',
  via: 'alone',
  role: 'administrator',
  roleIn: () => 'administrator',
  everywhere: () => true,
};

/** Somebody who is not signed in. */
export const NOBODY: Caller = {
  name: 'nobody',
  via: 'nobody',
  role: 'none',
  roleIn: () => 'none',
  everywhere: () => false,
};

/**
 * A person with an account, by themselves or by a key.
 * @param rights what is said of single places, by `placeKey`
 * @param by what they are known by
 */
export function personCaller(
  { id, name, role }: Pick<Person, 'id' | 'name' | 'role'>,
  rights: ReadonlyMap<string, PartRole>,
  by: { readonly key: Pick<ApiKey, 'id' | 'role' | 'places'> } | { readonly sessionId: SessionId },
): Caller {
  const key = 'key' in by ? by.key : undefined;
  const limit = (given: Role): Role => (key === undefined ? given : lesserRole(given, key.role));
  const own = (place: Place): Role => (role === 'administrator' ? role : (rights.get(placeKey(place)) ?? role));
  const places = key?.places && new Set(key.places.map(placeKey));
  const inHouse = places === undefined ? limit(role) : 'none';
  return {
    name,
    via: key === undefined ? 'session' : 'key',
    personId: id,
    ...('key' in by ? { keyId: by.key.id } : { sessionId: by.sessionId }),
    role: inHouse,
    roleIn: (place) => (places?.has(placeKey(place)) === false ? 'none' : limit(own(place))),
    everywhere: (needed) =>
      mayAs(inHouse, needed) &&
      (role === 'administrator' ||
        [...rights].every(([place, there]) => place.startsWith('project ') || mayAs(there, needed))),
  };
}
