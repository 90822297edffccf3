import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Accounts } from '../../src/accounts/accounts.ts';
import type { Client } from '../../src/contract/client.ts';
import { createClient } from '../../src/contract/client.ts';
import { CONTRACT } from '../../src/contract/contract.ts';
import { exampleOf } from '../../src/contract/examples.ts';
import type { Operation } from '../../src/contract/operations/operation.ts';
import { exampleTarget } from '../../src/contract/request-line.ts';
import { RIGHTS } from '../../src/contract/rights.ts';
import type { OperationName } from '../../src/contract/routes.ts';
import { ROUTES } from '../../src/contract/routes.ts';
import { PAGE_RIGHTS } from '../../src/http/pages/rights.ts';
import { accountsIn, clientAs, PASSWORD, signIn, somebody } from '../support/accounts.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';

let server: RunningServer;
let accounts: Accounts;
let administrator: Client;
let nobodysKey: string;
const keys: Record<string, string> = {};
const NAMES = Object.keys(ROUTES) as OperationName[];
const NOW = '2026-01-02T03:04:05.000Z';

/** A client that sends a key, as a program does. */
function under(key: string): Client {
  return clientAs(server.url, { authorization: `Bearer ${key}` });
}

beforeAll(async () => {
  server = await startServer();
  accounts = accountsIn(server);
  // Everything an example speaks of: memories and projects 1 to 7, the last of which are closed below.
  const alone = createClient(server.url);
  for (let number = 1; number <= 7; number++) {
    const { id: memoryId } = await alone('createMemory', { body: { name: `Memory ${number}` } });
    const memories = [{ memoryId, write: true }];
    const languages = { sourceLanguage: 'fr', targetLanguage: 'en' } as const;
    const { id } = await alone('createProject', { body: { name: `Project ${number}`, ...languages, memories } });
    const text = 'Le port rouvrira lundi matin.';
    await alone('addProjectDocument', { params: { id }, body: { name: 'harbour', text } });
    const fr = { language: 'fr', content: `Le port ${number} rouvrira.` };
    const en = { language: 'en', content: `Harbour ${number} will reopen.` };
    await alone('createUnits', { body: { memoryId, units: [{ fr, en }] } });
  }
  for (const [name, role] of [
    ['Ada', 'administrator'],
    ['Rosa', 'reviewer'],
    ['Tim', 'translator'],
    ['Rita', 'reader'],
    ['Nora', 'none'],
  ] as const) {
    const { id } = await accounts.people.create(somebody(name, role));
    keys[name] = (await accounts.keys.create(id, { name: 'test', role: 'administrator' }, NOW)).key;
  }
  administrator = under(keys['Ada'] ?? '');
  nobodysKey = keys['Nora'] ?? '';
});
afterAll(async () => {
  await accounts?.close();
  await server?.stop();
});

/** Sends the example of an operation. */
async function send(name: OperationName, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const example = exampleOf(name);
  const { accepts }: Operation = CONTRACT[name];
  const body = example.file !== undefined ? 'x' : example.body === undefined ? undefined : JSON.stringify(example.body);
  return fetch(server.url + exampleTarget(name, example), {
    method: ROUTES[name].method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': accepts?.[0] ?? 'application/json' }) },
    ...(body !== undefined && { body }),
  });
}

describe('once there are accounts', () => {
  it.each(NAMES.filter((name) => RIGHTS[name].role !== 'anyone'))('%s is refused to who is not known', async (name) => {
    const response = await send(name);
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(response.headers.get('www-authenticate')).toContain('Bearer');
    expect(await response.json()).toMatchObject({ code: 'not-signed-in' });
  });

  it.each(NAMES.filter((name) => RIGHTS[name].role !== 'anyone' && RIGHTS[name].named.length > 0))(
    '%s is refused to a person without rights',
    async (name) => {
      const response = await send(name, { authorization: `Bearer ${nobodysKey}` });
      // What is not there is nobody’s: the examples name some that are not.
      expect([403, 404]).toContain(response.status);
      const { code } = (await response.json()) as { code: string };
      expect(['forbidden', 'not-found']).toContain(code);
    },
  );

  it('lists nothing to a person without rights', async () => {
    const call = under(nobodysKey);
    for (const name of ['listMemories', 'listProjects', 'listReviews', 'listJobs'] as const) {
      expect((await call(name, name === 'listJobs' ? { query: {} } : ({} as never))).items, name).toEqual([]);
    }
  });

  it('is still open about whether it is ready, and how it is spoken to', async () => {
    expect((await send('health')).status).toBe(200);
    expect((await send('openapi')).status).toBe(200);
  });

  it.each(Object.entries(PAGE_RIGHTS).filter(([, { role }]) => role !== 'anyone'))(
    'leads who asks for %s to sign in',
    async (line) => {
      const [method, path = ''] = line.split(' ');
      const response = await fetch(server.url + path.replaceAll(/:\w+/g, '1'), {
        method: method ?? '',
        redirect: 'manual',
      });
      if (method !== 'GET') return expect(response.status).toBe(401);
      expect(response.status).toBe(303);
      const back = encodeURIComponent(path.replaceAll(/:\w+/g, '1'));
      expect(response.headers.get('location')).toBe(`/sign-in?back=${back}`);
    },
  );

  it.each([
    ['GET', '/tmserver/fr/en/unit/Le%20port'],
    ['PUT', '/tmserver/fr/en/unit/Le%20port'],
    ['GET', '/amagama/api/v1/fr/en/unit/Le%20port'],
    ['GET', '/mymemory/get?q=Le%20port&langpair=fr|en'],
    ['GET', '/mymemory/set?seg=Oui&tra=Yes&langpair=fr|en'],
    ['POST', '/mcp'],
  ])('refuses %s %s without a key', async (method, path) => {
    expect((await fetch(server.url + path, { method })).status).toBe(401);
  });
});

describe('a role', () => {
  const change = { version: 1, en: { language: 'en', content: 'The harbour reopens.' } } as const;

  it.each([
    ['Rita', 'reads', 'getUnit', { params: { id: 1 } }, true],
    ['Rita', 'does not add', 'createUnits', { body: { memoryId: 1, units: [] } }, false],
    ['Rita', 'does not translate', 'unconfirmSegment', { params: { id: 1 }, body: { version: 1 } }, false],
    ['Tim', 'says something', 'addComment', { params: { id: 1 }, body: { text: 'Which pier?' } }, true],
    ['Tim', 'does not correct', 'changeUnit', { params: { id: 1 }, body: change }, false],
    ['Tim', 'makes no memory', 'createMemory', { body: { name: 'Sport' } }, false],
    ['Rosa', 'corrects', 'changeUnit', { params: { id: 1 }, body: change }, true],
    ['Rosa', 'does not delete a memory', 'deleteMemory', { params: { id: 2 } }, false],
    ['Rosa', 'does not rebuild the index', 'rebuildIndex', {}, false],
    ['Ada', 'deletes a memory', 'deleteMemory', { params: { id: 3 } }, true],
  ] as const)('%s %s (%s)', async (person, _what, operation, input, allowed) => {
    const call = under(keys[person] ?? '')(operation as 'getUnit', input as never);
    if (!allowed && operation === 'createUnits') {
      return expect(call).rejects.toMatchObject({ problem: { status: 400 } });
    }
    if (allowed) await call;
    else await expect(call).rejects.toMatchObject({ problem: { code: 'forbidden', status: 403 } });
  });

  it('writes the name of the person into what was changed', async () => {
    const comment = await under(keys['Tim'] ?? '')('addComment', { params: { id: 1 }, body: { text: 'Mine.' } });
    expect(comment.by).toBe('Tim');
  });
});

describe('a right in one place', () => {
  it('opens another person’s project to one, and closes it to the rest', async () => {
    const { id: nora } = await accounts.people.find('Nora');
    const own = await accounts.rights.set(nora, { project: 6 }, 'translator');
    const rest = await accounts.rights.set(undefined, { project: 6 }, 'none');
    const [outsider, insider] = [under(keys['Rosa'] ?? ''), under(nobodysKey)];

    expect((await insider('listProjects', {})).items.map(({ id }) => id)).toEqual([6]);
    expect((await outsider('listProjects', {})).items.map(({ id }) => id)).not.toContain(6);
    const forbidden = { problem: { code: 'forbidden' } };
    await expect(outsider('getProject', { params: { id: 6 } })).rejects.toMatchObject(forbidden);
    await expect(outsider('getSegment', { params: { id: 6 } })).rejects.toMatchObject(forbidden);
    await expect(outsider('exports', { query: { project: 6, format: 'text' } })).rejects.toMatchObject(forbidden);
    expect((await insider('getSegment', { params: { id: 6 } })).id).toBe(6);
    await expect(insider('getSegment', { params: { id: 5 } })).rejects.toMatchObject(forbidden);
    await expect(insider('deleteProject', { params: { id: 6 } })).rejects.toMatchObject(forbidden);

    await accounts.rights.remove(own.id);
    await accounts.rights.remove(rest.id);
    await outsider('getProject', { params: { id: 6 } });
  });

  it('keeps a closed memory out of every search', async () => {
    const closed = await accounts.rights.set(undefined, { memory: 5 }, 'none');
    const call = under(keys['Rita'] ?? '');
    const languages = { sourceLanguage: 'fr', targetLanguage: 'en' } as const;
    const wanted = { text: 'Le port 5 rouvrira.', ...languages, minimumRate: 50 };
    const found = await call('lookup', { body: wanted });
    expect(found.matches.map(({ memory }) => memory.id)).not.toContain(5);
    expect(found.matches.length).toBeGreaterThan(0);
    const { items } = await call('concordance', { query: { q: 'port rouvrira' } });
    expect(items.map(({ memory }) => memory.id)).not.toContain(5);
    const forbidden = { problem: { code: 'forbidden' } };
    await expect(call('lookup', { body: { ...wanted, memories: [5] } })).rejects.toMatchObject(forbidden);
    await expect(call('concordance', { query: { q: 'port', memory: '1,5' } })).rejects.toMatchObject(forbidden);
    await expect(call('listUnits', { query: {} })).rejects.toMatchObject(forbidden);
    const memories = [{ memoryId: 5, write: false }];
    const project = { name: 'By the back door', ...languages, memories };
    await expect(under(keys['Rosa'] ?? '')('createProject', { body: project })).rejects.toMatchObject(forbidden);
    const candidates = await fetch(`${server.url}/tmserver/fr/en/unit/Le%20port%205%20rouvrira.`, {
      headers: { authorization: `Bearer ${keys['Rita']}` },
    });
    // “Le port 5” itself would be 100; what is open differs in its number.
    expect(await candidates.text()).not.toContain('Le port 5');
    await accounts.rights.remove(closed.id);
  });
});

describe('a key', () => {
  it('may no more than its role and its places, and nothing once it was revoked or is too old', async () => {
    const { id } = await accounts.people.find('Ada');
    const forbidden = { problem: { code: 'forbidden' } };
    const reading = await accounts.keys.create(id, { name: 'Weblate', role: 'reader' }, NOW);
    await under(reading.key)('getMemory', { params: { id: 1 } });
    await expect(under(reading.key)('createMemory', { body: { name: 'x' } })).rejects.toMatchObject(forbidden);
    await expect(under(reading.key)('rebuildIndex', {})).rejects.toMatchObject(forbidden);

    const placed = await accounts.keys.create(id, { name: 'One', role: 'reviewer', places: [{ memory: 2 }] }, NOW);
    await under(placed.key)('getMemory', { params: { id: 2 } });
    await expect(under(placed.key)('getMemory', { params: { id: 1 } })).rejects.toMatchObject(forbidden);
    expect((await under(placed.key)('listMemories', {})).items.map((memory) => memory.id)).toEqual([2]);

    const expired = { name: 'Old', role: 'reader', expiresAt: NOW } as const;
    const old = await accounts.keys.create(id, expired, NOW);
    const unknown = { problem: { code: 'not-signed-in', status: 401 } };
    await expect(under(old.key)('listMemories', {})).rejects.toMatchObject(unknown);
    await accounts.keys.revoke(reading.id, NOW);
    await expect(under(reading.key)('getMemory', { params: { id: 1 } })).rejects.toMatchObject(unknown);
    await expect(under(`${placed.key}x`)('listMemories', {})).rejects.toMatchObject(unknown);
    expect((await accounts.keys.get(placed.id)).lastUsedAt).toBeDefined();
    expect(JSON.stringify(await accounts.keys.list())).not.toContain(placed.key);
  });

  it('stands in the address where MyMemory’s clients have no other place for it, and nowhere else', async () => {
    const { id } = await accounts.people.find('Ada');
    const { key } = await accounts.keys.create(id, { name: 'MyMemory', role: 'reader' }, NOW);
    const get = async (path: string) => (await fetch(server.url + path)).status;
    const asked = '/mymemory/get?q=Le%20port&langpair=fr%7Cen';
    expect(await get(`${asked}&key=${key}`)).toBe(200);
    expect(await get(`${asked}&key=${key}x`)).toBe(401);
    expect(await get(asked)).toBe(401);
    expect(await get(`/mymemory/set?seg=Le%20port&tra=The%20port&langpair=fr%7Cen&key=${key}`)).toBe(403);
    expect(await get(`/api/v1/memories?key=${key}`)).toBe(401);
    expect(await get(`/tmserver/fr/en/unit/Le%20port?key=${key}`)).toBe(401);
  });
});

describe('signing in', () => {
  it('gives a cookie that no script reads and no other site sends, another one each time', async () => {
    const fixed = 'calque.session_token=chosen-by-somebody-else';
    const { cookie, response } = await signIn(server.url, 'Rita', { back: '/memories', cookie: fixed });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/memories');
    expect(response.headers.getSetCookie()[0]).toMatch(/; HttpOnly; SameSite=Lax$/);
    expect(cookie).not.toContain('chosen-by-somebody-else');
    const again = await signIn(server.url, 'Rita', { cookie });
    expect(again.cookie).not.toBe(cookie);
    expect((await fetch(`${server.url}/api/v1/memories`, { headers: { cookie: fixed } })).status).toBe(401);
    const page = await fetch(`${server.url}/`, { headers: { cookie } });
    expect(await page.text()).toContain('Rita');
  });

  it('leads nowhere but to pages of the server', async () => {
    for (const back of ['https://example.com/', '//example.com', '/\\example.com', 'javascript:alert(1)']) {
      const { response } = await signIn(server.url, 'Rosa', { back });
      expect(response.headers.get('location')).toBe('/');
    }
  });

  it('is not told whether the address or the password is wrong', async () => {
    const wrong = await signIn(server.url, 'Tim', { password: 'not the password' });
    const unknown = await signIn(server.url, 'Tom', { password: 'not the password' });
    expect(wrong.response.status).toBe(401);
    expect(unknown.response.status).toBe(401);
    const said = async (response: Response) => /field|role="alert".*?<\/ul>/s.exec(await response.text())?.[0];
    expect(await said(wrong.response)).toBe(await said(unknown.response));
    // The log is written when the answer has gone out.
    const tried = async () => {
      const { items } = await accounts.audit.list({ action: 'signIn', outcome: 'wrong-password' }, { limit: 9 });
      return items.map(({ by }) => by).sort();
    };
    await expect.poll(tried).toEqual(['tim@example.org', 'tom@example.org']);
  });

  it('ends with signing out, and with being kept out', async () => {
    await accounts.people.create(somebody('Eve', 'reader'));
    const { cookie } = await signIn(server.url, 'Eve');
    const ask = async () => (await fetch(`${server.url}/api/v1/memories`, { headers: { cookie } })).status;
    expect(await ask()).toBe(200);
    await fetch(`${server.url}/sign-out`, { method: 'POST', redirect: 'manual', headers: { cookie } });
    expect(await ask()).toBe(401);
    const { id } = await accounts.people.find('Eve');
    await accounts.people.change(id, { disabled: true });
    expect((await signIn(server.url, 'Eve')).response.status).not.toBe(303);
  });

  it('is over for an address that has tried too often', async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 12; attempt++) {
      statuses.push((await signIn(server.url, 'Ada', { password: `guess ${attempt}` })).response.status);
    }
    expect(statuses.at(-1)).toBe(429);
    expect((await signIn(server.url, 'Ada', { password: PASSWORD })).response.status).toBe(429);
  });
});

describe('a request from elsewhere', () => {
  it('changes nothing, though the browser would send the cookie', async () => {
    const headers = { authorization: `Bearer ${keys['Ada']}`, origin: 'https://example.com' };
    const response = await fetch(`${server.url}/api/v1/memories/1`, { method: 'DELETE', headers });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'forbidden-origin' });
    await administrator('getMemory', { params: { id: 1 } });
  });
});
