import type { Accounts } from '../../src/accounts/accounts.ts';
import { openAccounts } from '../../src/accounts/accounts.ts';
import type { NewPerson } from '../../src/accounts/people.ts';

export const PASSWORD = 'a calm sea and a prosperous voyage';

/** The accounts of a data folder that a server has made; whoever opens them closes them. */
export function accountsIn(data: string): Accounts {
  return openAccounts(`${data}/calque.db`, { url: 'http://127.0.0.1' });
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
