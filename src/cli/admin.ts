import { CalqueError } from '../../memory/model/errors.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { AuditEntry } from '../accounts/audit.ts';
import type { Person } from '../accounts/people.ts';
import type { Role } from '../contract/roles.ts';
import { ROLES } from '../contract/roles.ts';
import { LOCAL_PERSON } from '../services/clock.ts';
import { asking } from './asking.ts';
import type { Command, Terminal } from './command.ts';
import { onlyArgument, readArguments, writeLine } from './command.ts';
import { withInstallation } from './installation.ts';

const OPTIONS = {
  name: { type: 'string' },
  email: { type: 'string' },
  role: { type: 'string' },
  json: { type: 'boolean' },
} as const;

interface Given {
  readonly accounts: Accounts;
  readonly terminal: Terminal;
  readonly options: {
    readonly name?: string;
    readonly email?: string;
    readonly role?: string;
    readonly json?: boolean;
  };
  /** What follows the action. */
  readonly rest: readonly string[];
}

/** What can be done to accounts from the terminal of the machine, where nobody signs in. */
const ACTIONS: Readonly<Record<string, (given: Given) => Promise<void>>> = {
  async create({ accounts, terminal, options, rest }) {
    refuseRest(rest);
    const role = roleOf(options.role);
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
};

export const adminCommand: Command = {
  summary:
    'Makes, lists, keeps out and lets in the people who sign in; a password is typed or comes on standard input, and is never an argument',
  usage:
    'admin create [--name NAME] [--email ADDRESS] [--role administrator] | list [--json] | disable PERSON | enable PERSON | reset-password PERSON',
  async run(args, terminal, program) {
    const { values, positionals } = readArguments(args, OPTIONS);
    const [name = '', ...rest] = positionals;
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
    if (action === undefined) {
      throw new CalqueError('usage', `“admin ${name}” is none of ${Object.keys(ACTIONS).join(', ')}.`);
    }
    await withInstallation(terminal, program, ({ accounts }) => action({ accounts, terminal, options: values, rest }));
    return 0;
  },
};

function refuseRest([first]: readonly string[]): void {
  if (first === undefined) return;
  throw new CalqueError('usage', `“${first.slice(0, 60)}” is one argument too many.`);
}

function roleOf(given = 'administrator'): Role {
  const role = ROLES.find((one) => one === given);
  if (role !== undefined) return role;
  throw new CalqueError('usage', `--role is one of ${ROLES.join(', ')}.`, { where: '--role' });
}

async function note({ audit }: Accounts, action: string, { name }: Person): Promise<void> {
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
