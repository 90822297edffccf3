import { CalqueError } from '../../memory/model/errors.ts';
import type { Store } from '../../memory/store/store.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { AuditEntry } from '../accounts/audit.ts';
import type { Person } from '../accounts/people.ts';
import type { Place, Role } from '../contract/roles.ts';
import { KEY_ROLES, PART_ROLES, placeKey, ROLES } from '../contract/roles.ts';
import { LOCAL_PERSON } from '../services/clock.ts';
import { asking } from './asking.ts';
import type { Command, Terminal } from './command.ts';
import { onlyArgument, readArguments, required, writeLine } from './command.ts';
import { memoryIds, withInstallation } from './installation.ts';

const OPTIONS = {
  name: { type: 'string' },
  email: { type: 'string' },
  role: { type: 'string' },
  expires: { type: 'string' },
  memory: { type: 'string' },
  project: { type: 'string' },
  json: { type: 'boolean' },
} as const;

interface Given {
  readonly accounts: Accounts;
  readonly store: Store;
  readonly terminal: Terminal;
  readonly options: { readonly [Option in Exclude<keyof typeof OPTIONS, 'json'>]?: string } & {
    readonly json?: boolean;
  };
  /** What follows the action. */
  readonly rest: readonly string[];
}

/** What can be done to accounts from the terminal of the machine, where nobody signs in. */
const ACTIONS: Readonly<Record<string, (given: Given) => Promise<void>>> = {
  async create({ accounts, terminal, options, rest }) {
    refuseRest(rest);
    const role = oneOf(ROLES, options.role ?? 'administrator');
    const questions = asking(terminal);
    const name = options.name ?? (await questions.ask('Name'));
    const email = options.email ?? (await questions.ask('E-mail address'));
    const password = await questions.askSecret('Password');
    const person = await accounts.people.create({ name, email, role, password });
    await note(accounts, 'createPerson', person);
    writeLine(terminal.stdout, `${person.name} <${person.email}> is there, as ${role}.`);
  },
  async list({ accounts, terminal, options, rest }) {
    refuseRest(rest);
    for (const person of await accounts.people.list()) {
      const { name, email, role, disabled } = person;
      if (options.json) writeLine(terminal.stdout, JSON.stringify(person));
      else writeLine(terminal.stdout, `${name} <${email}>  ${role}${disabled ? ', disabled' : ''}`);
    }
  },
  async disable({ accounts, terminal, rest }) {
    const { id } = await accounts.people.find(onlyArgument(rest, 'person'));
    const person = await accounts.people.change(id, { disabled: true });
    await note(accounts, 'changePerson', person);
    writeLine(terminal.stdout, `${person.name} is kept out.`);
  },
  async enable({ accounts, terminal, rest }) {
    const { id } = await accounts.people.find(onlyArgument(rest, 'person'));
    const person = await accounts.people.change(id, { disabled: false });
    await note(accounts, 'changePerson', person);
    writeLine(terminal.stdout, `${person.name} may sign in again.`);
  },
  async 'reset-password'({ accounts, terminal, rest }) {
    const person = await accounts.people.find(onlyArgument(rest, 'person'));
    await accounts.people.resetPassword(person.id, await asking(terminal).askSecret('New password'));
    await note(accounts, 'resetPassword', person);
    writeLine(terminal.stdout, `${person.name} has another password, and is signed out everywhere.`);
  },
  async 'create-key'({ accounts, terminal, options, rest }) {
    const person = await accounts.people.find(onlyArgument(rest, 'person'));
    const wanted = { name: required(options.name, '--name'), role: oneOf(KEY_ROLES, options.role ?? 'reader') };
    const at = new Date().toISOString();
    const { id, key } = await accounts.keys.create(person.id, { ...wanted, ...expiryOf(options.expires) }, at);
    await note(accounts, 'createKey', person);
    writeLine(terminal.stderr, `Key ${id} of ${person.name}, as ${wanted.role}. It is shown this once:`);
    writeLine(terminal.stdout, key);
  },
  async 'list-keys'({ accounts, terminal, rest }) {
    refuseRest(rest);
    for (const key of await accounts.keys.list()) writeLine(terminal.stdout, JSON.stringify(key));
  },
  async 'revoke-key'({ accounts, terminal, rest }) {
    const key = await accounts.keys.revoke(Number(onlyArgument(rest, 'key')), new Date().toISOString());
    await note(accounts, 'revokeKey', await accounts.people.get(key.personId));
    writeLine(terminal.stdout, `Key ${key.id} opens nothing any more.`);
  },
  async 'set-right'({ accounts, store, terminal, options, rest }) {
    const named = onlyArgument(rest, 'person');
    const person = named === EVERYBODY ? undefined : await accounts.people.find(named);
    const role = oneOf(PART_ROLES, required(options.role, '--role'));
    const place = await placeOf(store, options.memory, options.project);
    await accounts.rights.set(person?.id, place, role);
    await note(accounts, 'setRight', person ?? { name: EVERYBODY });
    writeLine(terminal.stdout, `${person?.name ?? 'Everybody else'} is ${role} in ${placeKey(place)}.`);
  },
};

/** Stands for everybody who has no right of their own in a place. */
const EVERYBODY = 'everybody';

export const adminCommand: Command = {
  summary:
    'Makes, lists, keeps out and lets in the people who sign in, and gives them keys and rights; a password is typed or comes on standard input, and is never an argument',
  usage:
    'admin create [--name NAME] [--email ADDRESS] [--role administrator] | list [--json] | disable PERSON | enable PERSON | reset-password PERSON | create-key PERSON --name NAME [--role reader] [--expires DAY] | list-keys | revoke-key ID | set-right PERSON|everybody (--memory NAME | --project ID) --role ROLE',
  async run(args, terminal, program) {
    const { values, positionals } = readArguments(args, OPTIONS);
    const [name = '', ...rest] = positionals;
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
    if (action === undefined) {
      throw new CalqueError('usage', `“admin ${name}” is none of ${Object.keys(ACTIONS).join(', ')}.`);
    }
    await withInstallation(terminal, program, ({ accounts, store }) =>
      action({ accounts, store, terminal, options: values, rest }),
    );
    return 0;
  },
};

function refuseRest([first]: readonly string[]): void {
  if (first === undefined) return;
  throw new CalqueError('usage', `“${first.slice(0, 60)}” is one argument too many.`);
}

/** @throws CalqueError `usage` */
function oneOf<T extends Role>(roles: readonly T[], given: string): T {
  const role = roles.find((one) => one === given);
  if (role !== undefined) return role;
  throw new CalqueError('usage', `--role is one of ${roles.join(', ')}.`, { where: '--role' });
}

function expiryOf(given: string | undefined): { readonly expiresAt?: string } {
  if (given === undefined) return {};
  if (isDay(given)) return { expiresAt: `${given}T00:00:00.000Z` };
  throw new CalqueError('usage', '--expires is a day, written 2027-01-31.', { where: '--expires' });
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && new Date(text).toISOString().startsWith(text);
}

/** @throws CalqueError `usage`, `not-found` */
async function placeOf(store: Store, memory: string | undefined, project: string | undefined): Promise<Place> {
  if ((memory === undefined) === (project === undefined)) {
    throw new CalqueError('usage', 'One of --memory NAME and --project ID is needed.', { where: '--memory' });
  }
  if (memory !== undefined) return { memory: (await memoryIds(store, [memory]))[0] ?? 0 };
  return { project: (await store.getProject(Number(project))).id };
}

async function note({ audit }: Accounts, action: string, { name }: Pick<Person, 'name'>): Promise<void> {
  const entry: AuditEntry = {
    at: new Date().toISOString(),
    by: LOCAL_PERSON,
    via: 'terminal',
    action,
    target: name,
    outcome: 'done',
  };
  await audit.add(entry);
}
