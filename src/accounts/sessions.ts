import { CalqueError } from '../../memory/model/errors.ts';
import type { Auth } from './auth.ts';
import type { SessionId } from './open-sessions.ts';
import type { Person } from './people.ts';
import { checkPassword } from './people.ts';
import { ADDRESS_HEADER, AUTH_PATH, FAILED, OIDC_PROVIDER } from './settings.ts';

/** A request as far as a session is concerned. */
export interface Asking {
  /** The header `Cookie`. */
  readonly cookie: string | undefined;
  /** Whom it comes from, as an IP address; attempts are counted by it. */
  readonly address: string;
  readonly userAgent?: string | undefined;
}

/** Lines for `Set-Cookie` that the answer carries. */
export type Cookies = readonly string[];

/** Who signs in, stays, and leaves: all of it the library's. */
export interface Sessions {
  /** @throws CalqueError `wrong-password` (also where there is no such person), `too-many-requests` */
  signIn(email: string, password: string, asking: Asking): Promise<Cookies>;
  /** Who asks, where they are signed in and not kept out; a session that is used goes on. */
  of(
    asking: Asking,
  ): Promise<
    | { readonly id: SessionId; readonly person: Pick<Person, 'id' | 'name' | 'role'>; readonly cookies: Cookies }
    | undefined
  >;
  signOut(asking: Asking): Promise<Cookies>;
  /**
   * Ends all other sessions of the person.
   * @throws CalqueError `wrong-password`, `weak-password`, `too-many-requests`
   */
  changePassword(
    person: Pick<Person, 'name' | 'email'>,
    current: string,
    wanted: string,
    asking: Asking,
  ): Promise<Cookies>;
  /** What the provider of single sign-on is called, where there is one. */
  readonly provider: string | undefined;
  /** Leads to the provider, from where the way goes to `back`. @throws CalqueError `sign-in-unavailable`, `too-many-requests` */
  begin(back: string, asking: Asking): Promise<{ readonly location: string; readonly cookies: Cookies }>;
  /** Where the provider led back to. @param query with its question mark */
  finish(query: string, asking: Asking): Promise<{ readonly location: string; readonly cookies: Cookies }>;
}

/** @param url where people reach the server @param auth the library, made when it is first needed */
export function createSessions(url: string, provider: string | undefined, auth: () => Promise<Auth>): Sessions {
  const ask = async (path: string, { cookie, address, userAgent }: Asking, body?: object): Promise<Response> => {
    const headers = new Headers({ origin: url, [ADDRESS_HEADER]: address });
    if (cookie !== undefined) headers.set('cookie', cookie);
    if (userAgent !== undefined) headers.set('user-agent', userAgent);
    if (body !== undefined) headers.set('content-type', 'application/json');
    const { handler } = await auth();
    return handler(
      new Request(`${url}${AUTH_PATH}${path}`, {
        headers,
        ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      }),
    );
  };

  return {
    provider,

    async signIn(email, password, asking) {
      const answer = await ask('/sign-in/email', asking, { email: email.trim().toLowerCase(), password });
      await refuseFailed(answer, 'The address or the password is not right.');
      return answer.headers.getSetCookie();
    },

    async of({ cookie }) {
      if (cookie === undefined || !/(?:^|[;\s-])calque\.session_token=/.test(cookie)) return undefined;
      const { api } = await auth();
      const { headers, response } = await api
        .getSession({ headers: new Headers({ cookie }), returnHeaders: true })
        .catch((error: unknown) => {
          // The library puts an error of its own around what the database says.
          throw error instanceof Error && error.cause instanceof CalqueError ? error.cause : error;
        });
      if (!response || response.user.disabled) return undefined;
      const { id, name, role } = response.user;
      const person = { id, name, role: role as Person['role'] };
      return { id: response.session.id, person, cookies: headers.getSetCookie() };
    },

    async signOut(asking) {
      return (await ask('/sign-out', asking, {})).headers.getSetCookie();
    },

    async changePassword({ name, email }, currentPassword, newPassword, asking) {
      checkPassword(newPassword, name, email);
      const answer = await ask('/change-password', asking, { currentPassword, newPassword, revokeOtherSessions: true });
      await refuseFailed(answer, 'The present password is not right.');
      return answer.headers.getSetCookie();
    },

    async begin(back, asking) {
      const wanted = { provider: OIDC_PROVIDER, callbackURL: back, errorCallbackURL: FAILED, disableRedirect: true };
      const answer = await ask('/sign-in/social', asking, wanted);
      refuseTooMany(answer);
      const said = answer.ok ? ((await answer.json()) as { readonly url?: string }) : {};
      if (said.url === undefined) {
        throw new CalqueError(
          'sign-in-unavailable',
          `${provider ?? 'Single sign-on'} does not answer; try again later.`,
        );
      }
      return { location: said.url, cookies: answer.headers.getSetCookie() };
    },

    async finish(query, asking) {
      const answer = await ask(`/callback/${OIDC_PROVIDER}${query}`, asking);
      const location = answer.headers.get('location') ?? `${FAILED}?error=unknown`;
      return { location: pathOn(url, location), cookies: answer.headers.getSetCookie() };
    },
  };
}

/** @throws CalqueError `too-many-requests`, or `wrong-password` with the sentence */
async function refuseFailed(answer: Response, wrong: string): Promise<void> {
  if (answer.ok) return;
  refuseTooMany(answer);
  if (answer.status >= 500) throw new Error(`signing in failed: ${await answer.text()}`);
  throw new CalqueError('wrong-password', wrong);
}

/** @throws CalqueError `too-many-requests` */
function refuseTooMany(answer: Response): void {
  if (answer.status !== 429) return;
  const seconds = answer.headers.get('x-retry-after') ?? '60';
  throw new CalqueError('too-many-requests', `Too many attempts; try again in ${seconds} seconds.`);
}

/** The library names whole addresses; what is led to is on this server, under whichever name it was asked. */
function pathOn(url: string, location: string): string {
  const { origin, pathname, search } = new URL(location, url);
  return origin === new URL(url).origin ? pathname + search : '/';
}
