import { CalqueError } from '../../memory/model/errors.ts';
import type { Role } from '../contract/roles.ts';
import type { Auth } from './auth.ts';
import { PASSWORD_LENGTH } from './settings.ts';
import type { AccountsDatabase } from './tables.ts';
import { instantOf } from './tables.ts';

export type PersonId = string;

/** Somebody with an account. */
export interface Person {
  readonly id: PersonId;
  /** What stands in histories; no other person has it. */
  readonly name: string;
  readonly email: string;
  /** In the house: what they may where nothing else is said. */
  readonly role: Role;
  /** Whether they are kept out; what they did keeps their name. */
  readonly disabled: boolean;
  readonly createdAt: string;
}

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** Absent for those who are invited to choose one, or sign in elsewhere. */
  readonly password?: string;
}

/** Who has an account. */
export interface People {
  /** Whether anybody has: from then on everybody signs in. */
  any(): Promise<boolean>;
  hasAdministrator(): Promise<boolean>;
  /** By name. */
  list(): Promise<readonly Person[]>;
  /** @throws CalqueError `not-found` */
  get(id: PersonId): Promise<Person>;
  /** By e-mail address or name. @throws CalqueError `not-found` */
  find(named: string): Promise<Person>;
  /**
   * @throws CalqueError `already-exists` for a name or address that is taken, `weak-password`, `bad-request`,
   * `last-administrator` for a first one who cannot administer
   */
  create(person: NewPerson): Promise<Person>;
  /**
   * Changes what they may, or keeps them out, which ends their sessions.
   * @throws CalqueError `last-administrator` where nobody would be left who can administer
   */
  change(id: PersonId, change: { readonly role?: Role; readonly disabled?: boolean }): Promise<Person>;
  /** Gives them another password and ends their sessions. @throws CalqueError `weak-password` */
  resetPassword(id: PersonId, password: string): Promise<void>;
}

const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,190}$/;
/** Names of those who act without an account. */
const RESERVED = ['local', 'calque'];

/** @param auth the library, made when it is first needed */
export function createPeople(database: AccountsDatabase, auth: () => Promise<Auth>): People {
  const rows = () => database.selectFrom('people').selectAll();

  const get: People['get'] = async (id) => {
    const row = await rows().where('id', '=', id).executeTakeFirst();
    if (row) return personOf(row);
    throw new CalqueError('not-found', 'There is no such person.', { where: 'id' });
  };

  const administrators = async () =>
    (await rows().where('role', '=', 'administrator').execute()).filter(({ disabled }) => !disabled);

  return {
    any: async () => (await database.selectFrom('people').select('id').limit(1).execute()).length > 0,
    hasAdministrator: async () => (await administrators()).length > 0,
    list: async () => (await rows().execute()).map(personOf).sort((a, b) => a.name.localeCompare(b.name)),
    get,
    async find(named) {
      const people = await rows().execute();
      const lower = named.trim().toLowerCase();
      const row = people.find(({ name, email }) => email === lower || name.toLowerCase() === lower);
      if (row) return personOf(row);
      throw new CalqueError('not-found', `Nobody has the address or name “${named.slice(0, 100)}”.`);
    },
    async create({ name: given, email: address, role, password }) {
      const [name, email] = [given.trim(), address.trim().toLowerCase()];
      await checkNew(rows, name, email);
      if (role !== 'administrator' && (await administrators()).length === 0) {
        throw new CalqueError('last-administrator', 'The first account is an administrator’s.', { where: 'role' });
      }
      if (password !== undefined) checkPassword(password, name, email);
      const { internalAdapter, password: passwords } = await (await auth()).$context;
      const hash = password === undefined ? undefined : await passwords.hash(password);
      const person = { name, email, emailVerified: true, role, disabled: false };
      const { id } = await internalAdapter.createUser(person, { method: 'admin' });
      if (hash !== undefined) {
        await internalAdapter.createAccount({ userId: id, providerId: 'credential', accountId: id, password: hash });
      }
      return get(id);
    },
    async change(id, change) {
      const before = await get(id);
      const after = { role: change.role ?? before.role, disabled: change.disabled ?? before.disabled };
      const left = (await administrators()).filter((one) => one.id !== id).length;
      if (left === 0 && before.role === 'administrator' && (after.role !== 'administrator' || after.disabled)) {
        throw new CalqueError(
          'last-administrator',
          `${before.name} is the only administrator: make another one first.`,
        );
      }
      const { internalAdapter } = await (await auth()).$context;
      await internalAdapter.updateUser(id, after);
      if (after.disabled) await internalAdapter.deleteUserSessions(id);
      return get(id);
    },
    async resetPassword(id, password) {
      const { name, email } = await get(id);
      checkPassword(password, name, email);
      const { internalAdapter, password: passwords } = await (await auth()).$context;
      const hash = await passwords.hash(password);
      const ways = await internalAdapter.findAccounts(id);
      if (ways.some(({ providerId }) => providerId === 'credential')) await internalAdapter.updatePassword(id, hash);
      else await internalAdapter.createAccount({ userId: id, providerId: 'credential', accountId: id, password: hash });
      await internalAdapter.deleteUserSessions(id);
    },
  };
}

type Row = Pick<Person, 'id' | 'name' | 'email' | 'role'> & {
  readonly disabled: boolean | number;
  readonly created_at: string | Date;
};

export function personOf({ id, name, email, role, disabled, created_at }: Row): Person {
  return { id, name, email, role, disabled: Boolean(disabled), createdAt: instantOf(created_at) };
}

async function checkNew(
  rows: () => { execute(): Promise<readonly Row[]> },
  name: string,
  email: string,
): Promise<void> {
  if (name === '' || name.length > 100 || /\p{C}/u.test(name)) {
    throw new CalqueError('bad-request', 'A name has 1 to 100 characters.', { where: 'name' });
  }
  if (!EMAIL.test(email)) {
    throw new CalqueError('bad-request', `“${email.slice(0, 100)}” is no e-mail address.`, { where: 'email' });
  }
  const people = await rows().execute();
  const lower = name.toLowerCase();
  if (RESERVED.includes(lower) || people.some((one) => one.name.toLowerCase() === lower)) {
    throw new CalqueError('already-exists', `The name “${name}” is taken.`, { where: 'name' });
  }
  if (people.some((one) => one.email === email)) {
    throw new CalqueError('already-exists', `The address ${email} is taken.`, { where: 'email' });
  }
}

/** @throws CalqueError `weak-password` */
export function checkPassword(password: string, name: string, email: string): void {
  const { least, most } = PASSWORD_LENGTH;
  const length = Array.from(password).length;
  if (length < least || length > most) {
    throw new CalqueError('weak-password', `A password has ${least} to ${most} characters; this one has ${length}.`, {
      where: 'password',
    });
  }
  const lower = password.toLowerCase();
  if (new Set(lower).size < 5 || lower === email || lower === name.toLowerCase()) {
    throw new CalqueError('weak-password', 'This password is guessed at once: choose another.', { where: 'password' });
  }
}
