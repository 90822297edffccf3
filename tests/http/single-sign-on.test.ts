import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Accounts } from '../../src/accounts/accounts.ts';
import { accountsIn, clientAs, somebody } from '../support/accounts.ts';
import type { OidcProvider } from '../support/oidc-provider.ts';
import { startOidcProvider } from '../support/oidc-provider.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { newVisitor } from '../support/visitor.ts';

let provider: OidcProvider;
let server: RunningServer;
let accounts: Accounts;

beforeAll(async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  provider = await startOidcProvider(`${url}/api/auth/callback/oidc`);
  const env = {
    PORT: String(port),
    CALQUE_URL: url,
    CALQUE_OIDC_ISSUER: provider.issuer,
    CALQUE_OIDC_CLIENT_ID: provider.clientId,
    CALQUE_OIDC_CLIENT_SECRET: provider.clientSecret,
    CALQUE_OIDC_NAME: 'The house',
    CALQUE_OIDC_ROLE: 'reader',
  };
  server = await startServer({ env });
  accounts = accountsIn(server);
  await accounts.people.create(somebody('Ada', 'administrator'));
  await accounts.people.create(somebody('Rosa', 'reviewer'));
}, 90_000);
afterAll(async () => {
  await accounts?.close();
  await server?.stop();
  await provider?.stop();
});

async function freePort(): Promise<number> {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  taken.close();
  await once(taken, 'close');
  return port;
}

/** Where signing in by the provider leads, and as whom. */
async function comeFromThere(back = '/memories') {
  const { follow, cookieOf } = newVisitor();
  const { url, response } = await follow(`${server.url}/sign-in/elsewhere?back=${encodeURIComponent(back)}`);
  const call = clientAs(server.url, { cookie: cookieOf(server.url) });
  return { path: url.replace(server.url, ''), page: await response.text(), call };
}

describe('single sign-on', () => {
  it('is offered by its name', async () => {
    expect(await (await fetch(`${server.url}/sign-in?back=/jobs`)).text()).toMatch(
      /href="\/sign-in\/elsewhere\?back=%2Fjobs"[^>]*>Sign in with The house/,
    );
  });

  it('lets in who has an account under that address, with the role they have here', async () => {
    provider.person = { sub: 'rosa-1', email: 'Rosa@example.org', email_verified: true, name: 'Rosa of the house' };
    const { path, call } = await comeFromThere();
    expect(path).toBe('/memories');
    expect(await call('me', {})).toMatchObject({ name: 'Rosa', via: 'session', role: 'reviewer' });
    // Their address may change there: they are known again by what the provider calls them.
    provider.person = { sub: 'rosa-1', email: 'rosa.roy@example.org', email_verified: true, name: 'Rosa' };
    expect(await (await comeFromThere()).call('me', {})).toMatchObject({ name: 'Rosa', role: 'reviewer' });
  });

  it('makes an account for who has none, with the role that was set and a name that is nobody else’s', async () => {
    provider.person = { sub: 'new-1', email: 'nadia@example.org', email_verified: true, name: 'Nadia Roy' };
    expect(await (await comeFromThere()).call('me', {})).toMatchObject({ name: 'Nadia Roy', role: 'reader' });
    provider.person = { sub: 'new-2', email: 'other@example.org', email_verified: true, name: 'nadia roy' };
    expect(await (await comeFromThere()).call('me', {})).toMatchObject({ name: 'other@example.org', role: 'reader' });
    provider.person = { sub: 'new-1', email: 'nadia@example.org', email_verified: true, name: 'Nadia Roy' };
    await (await comeFromThere()).call('me', {});
    expect((await accounts.people.list()).map(({ email }) => email)).toEqual([
      'ada@example.org',
      'nadia@example.org',
      'other@example.org',
      'rosa@example.org',
    ]);
  });

  it('leads nowhere but to pages of the server', async () => {
    provider.person = { sub: 'rosa-1', email: 'rosa@example.org', email_verified: true, name: 'Rosa' };
    expect((await comeFromThere('https://example.com/')).path).toBe('/');
    expect((await comeFromThere('//example.com')).path).toBe('/');
  });

  it.each([
    ['does not agree', undefined],
    ['has no address', { sub: 'none', name: 'No Address' }],
    [
      'has an address that the provider has not verified',
      { sub: 'thief', email: 'ada@example.org', email_verified: false },
    ],
  ] as const)('turns away who %s, and says so', async (_, person) => {
    provider.person = person;
    const { path, page, call } = await comeFromThere();
    expect(path).toMatch(/^\/sign-in\?.*error=/);
    expect(page).toContain('role="alert"');
    await expect(call('me', {})).rejects.toMatchObject({ problem: { code: 'not-signed-in' } });
  });

  it('turns away who is kept out', async () => {
    const { id } = await accounts.people.create(somebody('Eve', 'translator'));
    await accounts.people.change(id, { disabled: true });
    provider.person = { sub: 'eve-1', email: 'eve@example.org', email_verified: true, name: 'Eve' };
    const { path, call } = await comeFromThere();
    expect(path).toMatch(/^\/sign-in\?.*error=/);
    await expect(call('me', {})).rejects.toMatchObject({ problem: { code: 'not-signed-in' } });
  });

  it('takes no answer that it did not ask for, that was changed, or that was used', async () => {
    provider.person = { sub: 'rosa-1', email: 'rosa@example.org', email_verified: true, name: 'Rosa' };
    const one = newVisitor();
    const callback = `${server.url}/api/auth/callback/oidc`;
    const { url } = await one.follow(`${server.url}/sign-in/elsewhere`, (address) => address.startsWith(callback));
    const refused = async (address: string, by = newVisitor()) => {
      const { url: end, response } = await by.follow(address);
      expect(end.replace(server.url, '')).toMatch(/^\/sign-in\?.*error=/);
      expect(response.status).toBe(200);
      const call = clientAs(server.url, { cookie: by.cookieOf(server.url) });
      await expect(call('me', {})).rejects.toMatchObject({ problem: { code: 'not-signed-in' } });
    };
    await refused(callback);
    await refused(`${callback}?code=guessed&state=guessed`);
    await refused(`${callback}?error=%3Cscript%3E`);
    // Somebody else's browser, to which the address was sent.
    await refused(url);
    const other = newVisitor();
    const changed = await other.follow(`${server.url}/sign-in/elsewhere`, (address) => address.startsWith(callback));
    const forged = new URL(changed.url);
    forged.searchParams.set('code', 'guessed');
    await refused(forged.href, other);
    const third = newVisitor();
    const good = await third.follow(`${server.url}/sign-in/elsewhere`, (address) => address.startsWith(callback));
    expect((await third.follow(good.url)).url).toBe(`${server.url}/`);
    await refused(good.url, newVisitor());
  });

  it('is written into the log, whoever came', async () => {
    const told = async () => (await accounts.audit.list({ action: 'signIn' }, { limit: 100 })).items;
    const lines = async () => (await told()).map(({ by, outcome }) => `${by}: ${outcome}`);
    await expect.poll(lines).toEqual(expect.arrayContaining(['Rosa: done', 'The house: not-signed-in']));
  });

  it('says when the provider does not answer, and lets the others in by their passwords', async () => {
    const lonely = await startServer({
      env: {
        CALQUE_URL: server.url,
        CALQUE_OIDC_ISSUER: 'http://127.0.0.1:9',
        CALQUE_OIDC_CLIENT_ID: 'calque',
        CALQUE_OIDC_CLIENT_SECRET: 'secret',
      },
    });
    const kept = accountsIn(lonely);
    try {
      await kept.people.create(somebody('Ada', 'administrator'));
      const response = await fetch(`${lonely.url}/sign-in/elsewhere`, { redirect: 'manual' });
      expect(response.status).toBe(502);
      expect(await response.text()).toContain('does not answer');
      expect((await fetch(`${lonely.url}/sign-in`)).status).toBe(200);
    } finally {
      await kept.close();
      await lonely.stop();
    }
  });
});
