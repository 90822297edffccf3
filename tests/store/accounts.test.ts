import { expect, inject, it, onTestFinished } from 'vitest';
import { openAccounts } from '../../src/accounts/accounts.ts';
import { somebody } from '../support/accounts.ts';
import { newDatabase } from '../support/database.ts';
import { startOidcProvider } from '../support/oidc-provider.ts';
import { databaseOn, runSql } from '../support/postgres.ts';
import { newVisitor } from '../support/visitor.ts';
import { rejection } from './contract/samples.ts';
import { newDatabasePath } from './sqlite/place.ts';

function accountsIn(database: string) {
  const accounts = openAccounts(database, { url: 'http://127.0.0.1' });
  onTestFinished(() => accounts.close());
  return accounts;
}

it('accounts say what is the matter with their database as the store does', async () => {
  const missing = await newDatabasePath();
  const refused = new URL(databaseOn(inject('postgres').url, 'postgres'));
  refused.password = 'mistaken';
  for (const [database, code] of [
    [missing, 'read-only-database'],
    [refused.href, 'database-refused'],
  ] as const) {
    const { people, sessions } = accountsIn(database);
    await rejection(people.any(), code);
    const asking = { cookie: 'calque.session_token=0', address: '127.0.0.1' };
    await rejection(sessions.of(asking), code);
    await rejection(sessions.signIn('ada@example.org', 'a calm sea and a prosperous voyage', asking), code);
  }
});

it('accounts go on when their connections were cut', async () => {
  const { url, release } = await newDatabase();
  const { people } = accountsIn(url);
  expect(await people.any()).toBe(false);
  const name = new URL(url).pathname.slice(1);
  const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}' AND application_name = 'calque'`;
  await runSql(url, cut);
  // Whoever asks before it is noticed that they are gone is told so.
  await expect.poll(() => people.any().catch(({ code }) => code)).toBe(false);
  await release();
});

it('accounts on PostgreSQL let those in whom a provider of single sign-on sends', async () => {
  const { url: database, release } = await newDatabase();
  const url = 'http://127.0.0.1:9';
  const callback = `${url}/api/auth/callback/oidc`;
  const provider = await startOidcProvider(callback);
  const { issuer, clientId, clientSecret } = provider;
  const discoveryUrl = `${issuer}/.well-known/openid-configuration`;
  const oidc = { name: 'The house', discoveryUrl, clientId, clientSecret, newRole: 'reader' } as const;
  const { people, sessions, close } = openAccounts(database, { url, oidc });
  const address = '127.0.0.1';
  const comes = async () => {
    const { location, cookies } = await sessions.begin('/memories', { cookie: undefined, address });
    const back = await newVisitor().follow(location, (there) => there.startsWith(callback));
    const cookie = cookies.map((line) => line.split(';', 1)[0]).join('; ');
    const end = await sessions.finish(new URL(back.url).search, { cookie, address });
    const given = end.cookies.map((line) => line.split(';', 1)[0]).join('; ');
    return { location: end.location, ...(await sessions.of({ cookie: given, address })) };
  };
  try {
    await people.create(somebody('Ada', 'administrator'));
    const rosa = await people.create(somebody('Rosa', 'reviewer'));
    provider.person = { sub: 'rosa-1', email: 'Rosa@example.org', email_verified: true, name: 'Rosa of the house' };
    expect(await comes()).toMatchObject({ location: '/memories', person: { id: rosa.id, role: 'reviewer' } });
    provider.person = { sub: 'new-1', email: 'nadia@example.org', email_verified: true, name: 'Nadia Roy' };
    const nadia = { location: '/memories', person: { name: 'Nadia Roy', role: 'reader' } };
    expect(await comes()).toMatchObject(nadia);
    expect(await comes()).toMatchObject(nadia);
    provider.person = { sub: 'thief', email: 'rosa@example.org', email_verified: false };
    expect(await comes()).toEqual({ location: expect.stringMatching(/^\/sign-in\?.*error=/) });
    expect((await people.list()).map(({ name }) => name)).toEqual(['Ada', 'Nadia Roy', 'Rosa']);
  } finally {
    await close();
    await provider.stop();
    await release();
  }
});
