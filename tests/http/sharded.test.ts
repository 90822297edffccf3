import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, expect, inject, it, onTestFinished } from 'vitest';
import type { ServedApi } from '../support/api.ts';
import { problemOf, serveApi } from '../support/api.ts';
import { newDatabase } from '../support/database.ts';
import { runSql } from '../support/postgres.ts';
import { newShell } from '../support/terminal.ts';

/** A server whose units lie in two databases beside its own. */
let server: ServedApi;
let shards: readonly string[];
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  const [own = '', ...others] = (await Promise.all([1, 2, 3].map(() => newDatabase()))).map(({ url }) => url);
  shards = others;
  env = { CALQUE_DATABASE: own, CALQUE_SHARDS: shards.join(',') };
  server = await serveApi({ env });
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

  const page = await fetch(`${server.url}/memories`, { headers: { 'accept-language': 'fr' } });
  expect(await page.text()).toMatch(new RegExp(`Ce que contient ${name} sur \\S+ n’est pas compté\\.`));
  for (const path of ['/tmserver/fr/en/unit/Le%20navire', '/mymemory/get?q=Le%20navire&langpair=fr|en']) {
    expect((await fetch(server.url + path)).status, path).toBe(503);
  }
  const assistant = new Client({ name: 'test', version: '1' });
  const transport = new StreamableHTTPClientTransport(new URL(`${server.url}/mcp`));
  await assistant.connect(transport as Parameters<Client['connect']>[0]);
  onTestFinished(() => assistant.close());
  const notSearched = expect.stringContaining(name);
  const looked = await assistant.callTool({ name: 'look_up', arguments: { text: 'Le navire', from: 'fr' } });
  expect(looked['structuredContent']).toMatchObject({ notSearched });
  const searched = await assistant.callTool({ name: 'search_concordance', arguments: { words: 'navire' } });
  expect(searched['structuredContent']).toMatchObject({ notSearched });
  const shell = await newShell(env);
  onTestFinished(() => shell.remove());
  const [database = ''] = part.missing ?? [];
  expect((await shell.run(['concordance', 'navire'])).err).toBe(`Not searched: ${database} cannot be reached.\n`);
  expect((await shell.run(['stats'])).err).toBe(`Not counted: ${database} cannot be reached.\n`);
});
