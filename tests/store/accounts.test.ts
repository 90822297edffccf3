import { expect, inject, it, onTestFinished } from 'vitest';
import { openAccounts } from '../../src/accounts/accounts.ts';
import { newDatabase } from '../support/database.ts';
import { databaseOn, runSql } from '../support/postgres.ts';
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
  const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}' AND pid <> pg_backend_pid()`;
  await runSql(url, cut);
  // Whoever asks before it is noticed that they are gone is told so.
  await expect.poll(() => people.any().catch(({ code }) => code)).toBe(false);
  await release();
});
