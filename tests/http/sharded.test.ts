import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { ServedApi } from '../support/api.ts';
import { problemOf, serveApi } from '../support/api.ts';
import { newDatabase } from '../support/database.ts';
import { runSql } from '../support/postgres.ts';

/** A server whose units lie in two databases beside its own. */
let server: ServedApi;
let shards: readonly string[];

beforeAll(async () => {
  const [own = '', ...others] = (await Promise.all([1, 2, 3].map(() => newDatabase()))).map(({ url }) => url);
  shards = others;
  server = await serveApi({ env: { CALQUE_DATABASE: own, CALQUE_SHARDS: shards.join(',') } });
});
afterAll(() => server.stop());

it('answers from all of them, and says which does not answer', async () => {
  const memory = await server.call('createMemory', { body: { name: 'Presse' } });
  const units = Array.from({ length: 12 }, (_, place) => ({
    fr: { language: 'fr' as const, content: `Le navire numéro ${place} quitte le port.` },
    en: { language: 'en' as const, content: `Ship ${place} leaves the port.` },
  }));
  await server.call('createUnits', { body: { memoryId: memory.id, units } });
  const body = { text: 'Le navire numéro 7 quitte le port.', sourceLanguage: 'fr', targetLanguage: 'en' } as const;
  const whole = await server.call('lookup', { body });
  expect(whole.missing).toBeUndefined();
  expect(whole.matches).toHaveLength(5);
  expect(whole.matches[0]).toMatchObject({ rate: 100, target: ['Ship 7 leaves the port.'] });
  const all = await server.call('concordance', { query: { q: 'navire' } });
  expect(all.total).toEqual({ count: 12, exact: true });

  const name = new URL(shards[0] ?? '').pathname.slice(1);
  await runSql(inject('postgres').url, `DROP DATABASE ${name} WITH (FORCE)`);
  const part = await server.call('lookup', { body });
  expect(part.missing).toEqual([expect.stringContaining(name)]);
  expect(part.matches.length).toBeGreaterThan(0);
  const found = await server.call('concordance', { query: { q: 'navire' } });
  expect(found.missing).toEqual(part.missing);
  expect(found.total.count).toBeLessThan(12);
  const refused = await problemOf(server.call('listUnits', { query: { memory: memory.id } }));
  expect(refused).toMatchObject({ status: 503, code: 'database-refused' });
});
