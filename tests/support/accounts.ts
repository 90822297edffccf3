import type { Accounts } from '../../src/accounts/accounts.ts';
import { openAccounts } from '../../src/accounts/accounts.ts';
import type { NewPerson } from '../../src/accounts/people.ts';
import type { Client } from '../../src/contract/client.ts';
import { createClient } from '../../src/contract/client.ts';
import type { RunningServer } from './server.ts';

export const PASSWORD = 'a calm sea and a prosperous voyage';

/** The accounts of a server's database; whoever opens them closes them. */
export function accountsIn({ database }: Pick<RunningServer, 'database'>): Accounts {
  return openAccounts(database, { url: 'http://127.0.0.1' });
}

/** A client that says with every request who it is. */
export function clientAs(url: string, who: Readonly<Record<string, string>>): Client {
  return createClient(url, (input, init) => {
    const headers = new Headers(init?.headers);
    for (const [name, value] of Object.entries(who)) headers.set(name, value);
    return fetch(input, { ...init, headers });
  });
}

/** Somebody with that name and role, whose address is made of it. */
export function somebody(name: string, role: NewPerson['role']): NewPerson {
  return { name, email: `${name.toLowerCase()}@example.org`, role, password: PASSWORD };
}

/** Signs in as a browser does with its form. @returns what it sends as `Cookie` from then on, and the answer */
export async function signIn(
  url: string,
  name: string,
  { password = PASSWORD, back = '/', cookie }: { password?: string; back?: string; cookie?: string } = {},
): Promise<{ readonly cookie: string; readonly response: Response }> {
  const response = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, ...(cookie !== undefined && { cookie }) },
    body: new URLSearchParams({ email: `${name.toLowerCase()}@example.org`, password, back }),
  });
  const given = response.headers.getSetCookie().map((line) => line.split(';', 1)[0]);
  return { cookie: given.join('; '), response };
}
