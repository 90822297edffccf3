import type { Generated, Kysely } from 'kysely';
import type { KeyRole, PartRole, Role } from '../contract/roles.ts';

/** SQLite has no booleans: what is written as a number there is read as one. */
type Flag = boolean | number;

/** The tables of accounts that are read and written here; those of the library alone are not among them. */
export interface AccountTables {
  people: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly role: Role;
    readonly disabled: Flag;
    readonly created_at: string;
  };
  sessions: { readonly person_id: string; readonly updated_at: string };
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
