import { createHash, randomBytes } from 'node:crypto';
import type { Auth } from './auth.ts';
import type { People, Person, PersonId } from './people.ts';
import { checkPassword } from './people.ts';

/** In milliseconds: how long a link is good. */
const LASTS = 3 * 24 * 3600_000;

/** Links by which people choose a password themselves, so that nobody else ever knows it. */
export interface Invitations {
  /** @returns what the link says, which is told this once @throws CalqueError `not-found` */
  create(personId: PersonId, now: number): Promise<{ readonly token: string; readonly expiresAt: string }>;
  /** Whom a link is for, where it is still good and they are not kept out. */
  find(token: string): Promise<Person | undefined>;
  /**
   * Gives the person the password, ends their sessions, and uses the link up.
   * @returns `undefined` where the link is no longer good
   * @throws CalqueError `weak-password`, which leaves the link as it was
   */
  accept(token: string, password: string): Promise<Person | undefined>;
}

/** @param auth the library, made when it is first needed: it keeps the links, and uses each up once */
export function createInvitations(people: People, auth: () => Promise<Auth>): Invitations {
  const adapter = async () => (await (await auth()).$context).internalAdapter;

  const find: Invitations['find'] = async (token) => {
    const kept = await (await adapter()).findVerificationValue(identifierOf(token));
    if (!kept || kept.expiresAt.getTime() <= Date.now()) return undefined;
    const person = await people.get(kept.value);
    return person.disabled ? undefined : person;
  };

  return {
    find,
    async create(personId, now) {
      const { id } = await people.get(personId);
      const token = randomBytes(32).toString('base64url');
      const expiresAt = new Date(now + LASTS);
      const kept = { identifier: identifierOf(token), value: id, expiresAt };
      await (await adapter()).createVerificationValue(kept);
      return { token, expiresAt: expiresAt.toISOString() };
    },
    async accept(token, password) {
      const person = await find(token);
      if (person === undefined) return undefined;
      checkPassword(password, person.name, person.email);
      if (!(await (await adapter()).consumeVerificationValue(identifierOf(token)))) return undefined;
      await people.resetPassword(person.id, password);
      return person;
    },
  };
}

/** Whoever reads the database finds no link in it. */
function identifierOf(token: string): string {
  return `invitation:${createHash('sha256').update(token).digest('base64url')}`;
}
