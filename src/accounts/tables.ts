import type { Generated, Kysely } from 'kysely';
import type { Instant } from '../../memory/model/unit.ts';
import type { KeyRole, PartRole, Role } from '../contract/roles.ts';

/** SQLite has no booleans: what is written as a number there is read as one. */
type Flag = boolean | number;

/** SQLite has no moments: they are texts there. */
type Moment = string | Date;

export function instantOf(moment: Moment): Instant {
  return moment instanceof Date ? moment.toISOString() : moment;
}

/** The tables of accounts that are read and written here; those of the library alone are not among them. */
export interface AccountTables {
  people: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly role: Role;
    readonly disabled: Flag;
    readonly created_at: Moment;
  };
  sessions: {
    readonly id: string;
    readonly person_id: string;
    readonly created_at: Moment;
    readonly updated_at: Moment;
    readonly expires_at: Moment;
    readonly address: string | null;
    readonly user_agent: string | null;
  };
  rights: {
    readonly id: Generated<number>;
    readonly person_id: string | null;
    readonly memory_id: number | null;
    readonly project_id: number | null;
    readonly role: PartRole;
  };
  api_keys: {
    readonly id: Generated<number>;
    readonly person_id: string;
    readonly name: string;
    readonly hash: string;
    readonly start: string;
    readonly role: KeyRole;
    readonly places: string | null;
    readonly created_at: string;
    readonly expires_at: string | null;
    readonly revoked_at: string | null;
    readonly last_used_at: string | null;
  };
  audit: {
    readonly id: Generated<number>;
    readonly at: string;
    readonly by: string;
    readonly via: 'session' | 'key' | 'terminal' | 'nobody';
    readonly action: string;
    readonly target: string;
    readonly outcome: string;
    readonly address: string | null;
    readonly request_id: string | null;
  };
  settings: { readonly name: string; readonly value: string };
}

export type AccountsDatabase = Kysely<AccountTables>;
