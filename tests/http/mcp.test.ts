import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Accounts } from '../../src/accounts/accounts.ts';
import { PROJECT_ROOT } from '../../src/build/root.ts';
import { accountsIn, somebody } from '../support/accounts.ts';
import type { ServedApi } from '../support/api.ts';
import { serveApi } from '../support/api.ts';
import { HARBOUR } from '../support/fixtures.ts';
import { installationIn } from '../support/server.ts';

let api: ServedApi;
let data: string;
const clients: Partial<Record<'http' | 'stdio', Client>> = {};

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'calque-mcp-'));
  api = await serveApi({ data });
  const provenance = { publication: 'Le Port en ligne', translator: 'Agence du Port' };
  await api.call('importArticle', { body: { fr: HARBOUR.fr, en: HARBOUR.en, memory: 'Harbour', provenance } });
  const http = new StreamableHTTPClientTransport(new URL(`${api.url}/mcp`));
  const stdio = new StdioClientTransport({
    command: process.execPath,
    args: [join(PROJECT_ROOT, 'dist', 'cli.js'), 'mcp'],
    env: await installationIn(data),
  });
  // The SDK's own types of a transport do not agree with each other where optional properties are exact.
  clients.http = await connected(http as Parameters<Client['connect']>[0]);
  clients.stdio = await connected(stdio);
});
afterAll(async () => {
  await Promise.all(Object.values(clients).map((client) => client.close()));
  await api?.stop();
  await rm(data, { recursive: true, force: true });
});

async function connected(transport: Parameters<Client['connect']>[0]): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
  return client;
}

const HALL = 'Son premier hall sera prêt en mars.';

describe.each(['http', 'stdio'] as const)('an assistant over %s', (transport) => {
  async function tool(name: string, given: Record<string, unknown>) {
    const answered = await clients[transport]?.callTool({ name, arguments: given });
    return answered as {
      isError?: boolean;
      content: { text: string }[];
      structuredContent?: Record<string, Record<string, unknown>[]>;
    };
  }

  it('is told the tools there are, each with what it takes', async () => {
    const tools = (await clients[transport]?.listTools())?.tools ?? [];
    expect(tools.map(({ name }) => name).sort()).toEqual([
      'add_unit',
      'look_up',
      'read_provenance',
      'search_concordance',
    ]);
    expect(tools.find(({ name }) => name === 'look_up')?.inputSchema.required).toEqual(['text', 'from']);
  });

  it('looks a text up', async () => {
    const { structuredContent, content } = await tool('look_up', { text: HALL, from: 'fr' });
    expect(structuredContent?.['matches']?.[0]).toMatchObject({
      kind: 'exact',
      target: 'Its first hall will be ready in March.',
      memory: 'Harbour',
      provenance: { publication: 'Le Port en ligne', translator: 'Agence du Port' },
    });
    expect(JSON.parse(content[0]?.text ?? '')).toEqual(structuredContent);
  });

  it('searches the concordance', async () => {
    const { structuredContent } = await tool('search_concordance', { words: 'premier hall' });
    expect(structuredContent?.['hits']?.map(({ french }) => french)).toContain(HALL);
    const elsewhere = { words: 'premier hall', publication: 'Nulle part', publishedFrom: '2020' };
    expect((await tool('search_concordance', elsewhere)).structuredContent).toMatchObject({ hits: [] });
    const one = { words: 'le', limit: 1 };
    const first = (await tool('search_concordance', one)).structuredContent;
    const second = (await tool('search_concordance', { ...one, cursor: first?.['next'] })).structuredContent;
    expect(second?.['hits']).toHaveLength(1);
    expect(second?.['hits']).not.toEqual(first?.['hits']);
  });

  it('adds a pair and reads where it comes from', async () => {
    const pair = { french: `Ajouté par ${transport}.`, english: `Added over ${transport}.`, memory: 'Assistants' };
    const { unitId, wasThere } = (await tool('add_unit', pair)).structuredContent as Record<string, unknown>;
    expect(wasThere).toBe(false);
    expect((await tool('add_unit', pair)).structuredContent).toEqual({ unitId, wasThere: true });
    const { structuredContent } = await tool('read_provenance', { unitId });
    expect(structuredContent).toMatchObject({ unitId, origin: { kind: 'human' }, createdBy: 'local', documents: [] });
    const found = (await tool('look_up', { text: HALL, from: 'fr' })).structuredContent?.['matches']?.[0];
    const known = await tool('read_provenance', { unitId: found?.['unitId'] });
    expect(known.structuredContent?.['documents']?.[0]).toMatchObject({ publication: 'Le Port en ligne' });
  });

  it('is told in a sentence what is wrong', async () => {
    const missing = await tool('read_provenance', { unitId: 999_999 });
    expect([missing.isError, missing.content[0]?.text]).toEqual([true, expect.stringMatching(/^not-found: /)]);
    expect(await tool('look_up', { text: 'Oui.', from: 'de' })).toMatchObject({ isError: true });
  });
});

describe('the protocol over HTTP', () => {
  it('offers POST alone, takes JSON alone, and nothing from another site’s page', async () => {
    expect((await fetch(`${api.url}/mcp`)).status).toBe(405);
    const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
    const broken = await fetch(`${api.url}/mcp`, { method: 'POST', headers, body: '{"jsonrpc":' });
    expect([broken.status, await broken.json()]).toEqual([400, expect.objectContaining({ code: 'not-json' })]);
    const foreign = { ...headers, origin: 'https://evil.example' };
    expect((await fetch(`${api.url}/mcp`, { method: 'POST', headers: foreign, body: '{}' })).status).toBe(403);
  });
});

describe('an assistant under an API key', () => {
  const NOW = '2026-01-02T03:04:05.000Z';
  let served: ServedApi;
  let accounts: Accounts;
  beforeAll(async () => {
    served = await serveApi();
    const memory = await served.call('createMemory', { body: { name: 'Closed' } });
    const units = [{ fr: { language: 'fr', content: 'Le quai.' }, en: { language: 'en', content: 'The quay.' } }];
    await served.call('createUnits', { body: { memoryId: memory.id, units } });
    accounts = accountsIn(served);
    await accounts.people.create(somebody('Ada', 'administrator'));
  });
  afterAll(async () => {
    await accounts?.close();
    await served?.stop();
  });

  it.each(['http', 'stdio'] as const)('may over %s what the key may', async (transport) => {
    const { id } = await accounts.people.create(somebody(`Rita${transport}`, 'translator'));
    const { key } = await accounts.keys.create(id, { name: 'assistant', role: 'reader' }, NOW);
    const requestInit = { headers: { authorization: `Bearer ${key}` } };
    const env = { ...(await installationIn(served.data)), CALQUE_API_KEY: key };
    const program = { command: process.execPath, args: [join(PROJECT_ROOT, 'dist', 'cli.js'), 'mcp'], env };
    const client = await connected(
      transport === 'http'
        ? (new StreamableHTTPClientTransport(new URL(`${served.url}/mcp`), { requestInit }) as Parameters<
            Client['connect']
          >[0])
        : new StdioClientTransport(program),
    );
    const found = await client.callTool({ name: 'look_up', arguments: { text: 'Le quai.', from: 'fr' } });
    expect(JSON.stringify(found.structuredContent)).toContain('The quay.');
    const pair = { french: 'Le port.', english: 'The port.', memory: 'Closed' };
    const refused = await client.callTool({ name: 'add_unit', arguments: pair });
    expect([refused.isError, JSON.stringify(refused.content)]).toEqual([true, expect.stringContaining('forbidden: ')]);
    await client.close();
  });

  it('adds under one that may, in the name of its person, and makes no memory under it', async () => {
    const { id, name } = await accounts.people.create(somebody('Tess', 'translator'));
    const { key } = await accounts.keys.create(id, { name: 'assistant', role: 'translator' }, NOW);
    const requestInit = { headers: { authorization: `Bearer ${key}` } };
    const transport = new StreamableHTTPClientTransport(new URL(`${served.url}/mcp`), { requestInit });
    const client = await connected(transport as Parameters<Client['connect']>[0]);
    expect(client.getInstructions()).toContain('translation memory');
    const add = (memory: string) =>
      client.callTool({ name: 'add_unit', arguments: { french: 'Le port.', english: 'The port.', memory } });
    const { unitId } = (await add('Closed')).structuredContent as { unitId: number };
    const read = await client.callTool({ name: 'read_provenance', arguments: { unitId } });
    expect(read.structuredContent).toMatchObject({ createdBy: name, origin: { kind: 'human' } });
    expect(await add('Made by an assistant')).toMatchObject({ isError: true });
    await client.close();
  });
});
