import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Accounts } from '../../src/accounts/accounts.ts';
import type { Client } from '../../src/contract/client.ts';
import { createClient } from '../../src/contract/client.ts';
import { accountsIn, clientAs, PASSWORD, signIn, somebody } from '../support/accounts.ts';
import { newDatabase } from '../support/database.ts';
import { listen } from '../support/events.ts';
import type { RunningServer } from '../support/server.ts';
import { ON_POSTGRES, startServer } from '../support/server.ts';

const forbidden = { problem: { code: 'forbidden', status: 403 } };
const unknown = { problem: { code: 'not-signed-in', status: 401 } };

/** Where a server keeps what it keeps: the tests are the same. */
const STORES = [
  ['SQLite', async () => ({})],
  ['PostgreSQL', async () => ({ CALQUE_DATABASE: (await newDatabase()).url })],
] as const;

describe.each(ON_POSTGRES ? STORES.slice(1) : STORES)('accounts on %s', (_engine, environment) => {
  let server: RunningServer;
  let accounts: Accounts;
  /** Signed in as Ada, an administrator, and as Rita, a reader. */
  let ada: Client;
  let rita: Client;
  const cookies: Record<string, string> = {};
  const ids: Record<string, string> = {};

  const post = (path: string, cookie: string, fields: Record<string, string> = {}) =>
    fetch(server.url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: server.url, cookie },
      body: new URLSearchParams(fields),
    });
  const page = async (path: string, cookie: string) => (await fetch(server.url + path, { headers: { cookie } })).text();
  const byKey = (key: string) => clientAs(server.url, { authorization: `Bearer ${key}` });

  beforeAll(async () => {
    server = await startServer({ env: await environment() });
    accounts = accountsIn(server);
    const alone = createClient(server.url);
    for (const name of ['Open', 'Closed']) {
      const { id: memoryId } = await alone('createMemory', { body: { name } });
      const languages = { sourceLanguage: 'fr', targetLanguage: 'en' } as const;
      const body = { name, ...languages, memories: [{ memoryId, write: true }] };
      const { id } = await alone('createProject', { body });
      await alone('addProjectDocument', { params: { id }, body: { name, text: 'Le port rouvrira lundi matin.' } });
    }
    for (const [name, role] of [
      ['Ada', 'administrator'],
      ['Rita', 'reader'],
    ] as const) {
      ids[name] = (await accounts.people.create(somebody(name, role))).id;
      const { cookie } = await signIn(server.url, name);
      cookies[name] = cookie;
    }
    ada = clientAs(server.url, { cookie: cookies['Ada'] ?? '' });
    rita = clientAs(server.url, { cookie: cookies['Rita'] ?? '' });
  }, 90_000);
  afterAll(async () => {
    await accounts?.close();
    await server?.stop();
  });

  it('tell who asks', async () => {
    expect(await rita('me', {})).toEqual({ name: 'Rita', via: 'session', role: 'reader', personId: ids['Rita'] });
  });

  describe('people', () => {
    it('are invited, and choose a password that nobody else knows, once', async () => {
      const body = { name: 'Nadia Roy', email: ' Nadia@Example.org ', role: 'translator' } as const;
      const made = await ada('createPerson', { body });
      expect(made).toMatchObject({
        name: 'Nadia Roy',
        email: 'nadia@example.org',
        role: 'translator',
        disabled: false,
      });
      const { path = '', expiresAt } = await ada('invitePerson', { params: { id: made.id } });
      expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now());
      const token = new URL(path, server.url).searchParams.get('token') ?? '';
      expect(await page(path, '')).toContain('Nadia Roy');
      expect((await post('/invitation', '', { token, password: 'too short' })).status).toBe(422);
      const chosen = await post('/invitation', '', { token, password: PASSWORD });
      expect(chosen.headers.get('location')).toBe('/sign-in?chosen=1');
      expect((await post('/invitation', '', { token, password: `${PASSWORD}!` })).status).toBe(404);
      expect((await fetch(server.url + path)).status).toBe(404);
      expect((await fetch(`${server.url}/invitation?token=${token}x`)).status).toBe(404);
      const { response } = await signIn(server.url, 'Nadia');
      expect(response.status).toBe(303);
    });

    it('are listed, changed and kept out by administrators alone, and one is always left', async () => {
      expect((await ada('listPeople', {})).items.map(({ name }) => name)).toEqual(['Ada', 'Nadia Roy', 'Rita']);
      await expect(rita('listPeople', {})).rejects.toMatchObject(forbidden);
      const rise = { params: { id: ids['Rita'] ?? '' }, body: { role: 'administrator' } } as const;
      await expect(rita('changePerson', rise)).rejects.toMatchObject(forbidden);
      const fall = { params: { id: ids['Ada'] ?? '' }, body: { role: 'reader' } } as const;
      const last = { problem: { code: 'last-administrator', status: 409 } };
      await expect(ada('changePerson', fall)).rejects.toMatchObject(last);
      expect((await rita('getPerson', { params: { id: ids['Rita'] ?? '' } })).role).toBe('reader');
      await expect(rita('getPerson', { params: { id: ids['Ada'] ?? '' } })).rejects.toMatchObject(forbidden);
      const { id } = await ada('createPerson', { body: { name: 'Out', email: 'out@example.org', role: 'reviewer' } });
      const { key } = await accounts.keys.create(id, { name: 'x', role: 'reader' }, new Date().toISOString());
      await byKey(key)('listMemories', {});
      await ada('changePerson', { params: { id }, body: { disabled: true } });
      await expect(byKey(key)('listMemories', {})).rejects.toMatchObject(unknown);
      const twice = { body: { name: 'out', email: 'other@example.org', role: 'reader' } } as const;
      await expect(ada('createPerson', twice)).rejects.toMatchObject({ problem: { code: 'already-exists' } });
    });

    it('are not changed on a state that is no longer theirs', async () => {
      const address = `${server.url}/api/v1/people/${ids['Rita']}`;
      const headers = { cookie: cookies['Ada'] ?? '', 'content-type': 'application/json' };
      const change = (tag: string, role: string) =>
        fetch(address, { method: 'PATCH', headers: { ...headers, 'if-match': tag }, body: JSON.stringify({ role }) });
      const tag = (await fetch(address, { headers })).headers.get('etag') ?? '';
      expect((await change(tag, 'reviewer')).status).toBe(200);
      const late = await change(tag, 'reader');
      expect(late.status).toBe(412);
      expect(await late.json()).toMatchObject({ code: 'precondition-failed', current: { role: 'reviewer' } });
      await ada('changePerson', { params: { id: ids['Rita'] ?? '' }, body: { role: 'reader' } });
    });
  });

  describe('keys', () => {
    it('are told once, and not when the request is sent again', async () => {
      const make = () =>
        fetch(`${server.url}/api/v1/keys`, {
          method: 'POST',
          headers: {
            cookie: cookies['Rita'] ?? '',
            'content-type': 'application/json',
            'idempotency-key': 'the-key-of-weblate',
          },
          body: JSON.stringify({ name: 'Weblate', role: 'reader', places: [{ memory: 1 }] }),
        });
      const first = (await (await make()).json()) as { id: number; key: string };
      const again = (await (await make()).json()) as { id: number; key?: string };
      expect(again).toEqual({ ...first, key: undefined });
      const { items } = await rita('listKeys', { query: {} });
      expect(items.map(({ id, name }) => ({ id, name }))).toEqual([{ id: first.id, name: 'Weblate' }]);
      expect(JSON.stringify(items)).not.toContain(first.key);
      expect(await byKey(first.key)('me', {})).toMatchObject({ name: 'Rita', via: 'key', role: 'none' });
      expect((await byKey(first.key)('listMemories', {})).items.map(({ id }) => id)).toEqual([1]);
      await rita('revokeKey', { params: { id: first.id } });
      await expect(byKey(first.key)('me', {})).rejects.toMatchObject(unknown);
      expect((await rita('getKey', { params: { id: first.id } })).revokedAt).toBeDefined();
    });

    it('are each their person’s own, and an administrator’s to look after', async () => {
      const { id } = await ada('createKey', { body: { name: 'Mine', role: 'administrator' } });
      await expect(rita('getKey', { params: { id } })).rejects.toMatchObject(forbidden);
      await expect(rita('revokeKey', { params: { id } })).rejects.toMatchObject(forbidden);
      await expect(rita('listKeys', { query: { person: 'everybody' } })).rejects.toMatchObject(forbidden);
      await expect(rita('listKeys', { query: { person: ids['Ada'] ?? '' } })).rejects.toMatchObject(forbidden);
      const forAda = { personId: ids['Ada'] ?? '', name: 'Hers', role: 'administrator' } as const;
      await expect(rita('createKey', { body: forAda })).rejects.toMatchObject(forbidden);
      const names = (await ada('listKeys', { query: { person: 'everybody' } })).items.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(['Mine', 'Weblate']));
      const hers = (await ada('listKeys', { query: { person: ids['Rita'] ?? '' } })).items;
      expect(hers.map(({ name }) => name)).toEqual(['Weblate']);
    });

    it('make no keys, read no sessions and raise nobody, unless they are an administrator’s', async () => {
      const { key = '' } = await rita('createKey', { body: { name: 'Climber', role: 'administrator' } });
      await expect(byKey(key)('createKey', { body: { name: 'x', role: 'reader' } })).rejects.toMatchObject(forbidden);
      await expect(byKey(key)('listSessions', { query: {} })).rejects.toMatchObject(forbidden);
      const { key: low = '' } = await ada('createKey', { body: { name: 'Low', role: 'reviewer' } });
      await expect(byKey(low)('listPeople', {})).rejects.toMatchObject(forbidden);
      await expect(byKey(low)('createKey', { body: { name: 'x', role: 'administrator' } })).rejects.toMatchObject(
        forbidden,
      );
    });

    it('expire later than now, and are limited to what is there', async () => {
      const late = { name: 'x', role: 'reader', expiresAt: '2020-01-01T00:00:00Z' } as const;
      const where = (place: string) => ({ problem: { code: 'bad-request', where: place } });
      await expect(ada('createKey', { body: late })).rejects.toMatchObject(where('body.expiresAt'));
      const never = { ...late, expiresAt: 'tomorrow' };
      await expect(ada('createKey', { body: never })).rejects.toMatchObject(where('body.expiresAt'));
      const nowhere = { name: 'x', role: 'reader', places: [{ project: 999 }] } as const;
      await expect(ada('createKey', { body: nowhere })).rejects.toMatchObject({ problem: { code: 'not-found' } });
    });
  });

  it('have rights in single places, given and taken back', async () => {
    const place = { memory: 2 };
    const { id } = await ada('setRight', { body: { place, role: 'none' } });
    expect((await rita('listMemories', {})).items.map(({ name }) => name)).toEqual(['Open']);
    const own = await ada('setRight', { body: { personId: ids['Rita'] ?? '', place, role: 'reader' } });
    expect((await rita('listMemories', {})).items).toHaveLength(2);
    expect(await ada('getRight', { params: { id } })).toEqual({ id, place, role: 'none' });
    expect((await ada('listRights', {})).items).toHaveLength(2);
    // What is said of a place again takes the place of what was.
    await ada('setRight', { body: { personId: ids['Rita'] ?? '', place, role: 'none' } });
    expect((await ada('listRights', {})).items).toHaveLength(2);
    await expect(rita('setRight', { body: { place, role: 'reviewer' } })).rejects.toMatchObject(forbidden);
    await expect(ada('setRight', { body: { place: { project: 999 }, role: 'none' } })).rejects.toMatchObject({
      problem: { code: 'not-found' },
    });
    await expect(ada('removeRight', { params: { id: own.id } })).rejects.toMatchObject({
      problem: { code: 'not-found' },
    });
    for (const right of (await ada('listRights', {})).items) await ada('removeRight', { params: { id: right.id } });
    expect((await rita('listMemories', {})).items).toHaveLength(2);
  });

  it('have sessions that their person sees and ends, and nobody else', async () => {
    const other = clientAs(server.url, { cookie: (await signIn(server.url, 'Rita')).cookie });
    const { items } = await other('listSessions', { query: {} });
    expect(items).toHaveLength(2);
    expect(items.filter(({ current }) => current)).toHaveLength(1);
    const { id } = items.find(({ current }) => current) ?? { id: '' };
    expect((await rita('getSession', { params: { id } })).current).toBe(false);
    const { items: adas } = await ada('listSessions', { query: {} });
    const stolen = { params: { id: adas[0]?.id ?? '' } };
    await expect(rita('getSession', stolen)).rejects.toMatchObject(forbidden);
    await expect(rita('endSession', stolen)).rejects.toMatchObject(forbidden);
    await rita('endSession', { params: { id } });
    await expect(other('me', {})).rejects.toMatchObject(unknown);
    await expect(rita('getSession', { params: { id } })).rejects.toMatchObject({ problem: { code: 'not-found' } });
  });

  it('leave a log that is filtered, and read page by page', async () => {
    const all = async (query: Parameters<typeof ada<'listAudit'>>[1]['query']) =>
      (await ada('listAudit', { query })).items.map(({ id }) => id);
    const first = await ada('listAudit', { query: { limit: 3 } });
    expect(first.items).toHaveLength(3);
    const second = await ada('listAudit', { query: { limit: 3, cursor: Number(first.next) } });
    const seen = [...first.items, ...second.items].map(({ id }) => id);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
    const { items: made } = await ada('listAudit', { query: { action: 'createPerson', outcome: 'done' } });
    expect(made.at(-1)).toMatchObject({ by: 'Ada', via: 'session', action: 'createPerson', outcome: 'done' });
    expect(made.at(-1)?.target).toMatch(/^\/api\/v1\/people\/[\w-]+$/);
    const { items: refused } = await ada('listAudit', { query: { by: 'Rita', outcome: 'forbidden' } });
    expect(refused.map(({ action }) => action)).toContain('listPeople');
    const at = first.items[2]?.at ?? '';
    expect(await all({ before: at, limit: 1000 })).not.toContain(first.items[0]?.id);
    expect(await all({ from: at })).toContain(first.items[0]?.id);
    expect(await all({ by: "x' OR 1=1 --" })).toEqual([]);
    await expect(rita('listAudit', { query: {} })).rejects.toMatchObject(forbidden);
    await expect(ada('listAudit', { query: { from: 'May' } })).rejects.toMatchObject({ problem: { status: 400 } });
  });

  it('hear of what happens where they may look, and no longer once they are kept out of it', async () => {
    const closed = await accounts.rights.set(undefined, { project: 2 }, 'none');
    const [hers, all] = await Promise.all([
      listen(server.url, undefined, { cookie: cookies['Rita'] ?? '' }),
      listen(server.url, undefined, { cookie: cookies['Ada'] ?? '' }),
    ]);
    const save = async (project: number) => {
      const params = { id: project, documentId: project };
      const [segment] = (await ada('listSegments', { params })).items;
      const target = ['The harbour will reopen on Monday morning.'];
      const body = { version: segment?.version ?? 0, target, origin: { kind: 'human' } } as const;
      await ada('announcePresence', {
        body: { client: `window-${project}`, documentId: project, segmentId: segment?.id ?? 0 },
      });
      await ada('saveSegment', { params: { id: segment?.id ?? 0 }, body });
    };
    await save(2);
    await save(1);
    const heard = [await hers.next(), await hers.next()];
    expect(heard.map(({ data }) => data['documentId'])).toEqual([1, 1]);
    expect((await all.until('segment')).data).toMatchObject({ documentId: 2 });
    expect((await all.until('segment')).data).toMatchObject({ documentId: 1 });
    hers.leave();
    all.leave();
    await accounts.rights.remove(closed.id);
  });

  describe('the pages of administrators', () => {
    it('are for no one else', async () => {
      for (const path of ['/administration', '/administration/people', '/administration/audit']) {
        expect((await fetch(server.url + path, { headers: { cookie: cookies['Rita'] ?? '' } })).status).toBe(403);
        expect((await fetch(server.url + path, { headers: { cookie: cookies['Ada'] ?? '' } })).status).toBe(200);
      }
      expect(await page('/', cookies['Rita'] ?? '')).not.toContain('/administration');
      expect(await page('/', cookies['Ada'] ?? '')).toContain('href="/administration"');
      const tried = await post('/administration/people', cookies['Rita'] ?? '', {
        name: 'Eve',
        email: 'eve@example.org',
        role: 'administrator',
      });
      expect(tried.status).toBe(403);
    });

    it('make an account, a link, a key and a right, and take them back', async () => {
      const cookie = cookies['Ada'] ?? '';
      const fields = { name: '<b>Bo</b>', email: 'bo@example.org', role: 'reader' };
      const made = await post('/administration/people', cookie, fields);
      const person = made.headers.get('location')?.split('?')[0] ?? '';
      expect(await page(person, cookie)).toContain('&lt;b>Bo&lt;/b>');
      expect((await post('/administration/people', cookie, fields)).status).toBe(409);
      const invited = await (await post(`${person}/invite`, cookie)).text();
      expect(invited).toMatch(/value="http:[^"]+\/invitation\?token=[\w-]{43}"/);
      const id = person.split('/').at(-1) ?? '';
      const key = await post('/administration/keys', cookie, {
        person: id,
        name: 'Tool',
        role: 'reader',
        place: 'project 1',
      });
      expect(key.status).toBe(201);
      const [, secret = ''] = /value="(calque_[\w-]{43})"/.exec(await key.text()) ?? [];
      expect((await byKey(secret)('listProjects', {})).items.map((project) => project.id)).toEqual([1]);
      expect(await page('/administration/keys', cookie)).not.toContain(secret);
      const late = await post('/administration/keys', cookie, {
        person: id,
        name: 'x',
        role: 'reader',
        expires: '2020-01-01',
      });
      expect(late.status).toBe(400);
      await post('/administration/rights', cookie, { person: id, place: 'memory 2', role: 'none' });
      const [right] = await accounts.rights.list();
      expect(right).toMatchObject({ personId: id, place: { memory: 2 }, role: 'none' });
      expect(await page(person, cookie)).toContain('Closed');
      await post(`/administration/rights/${right?.id}/remove`, cookie);
      expect(await accounts.rights.list()).toEqual([]);
      const [held] = await accounts.keys.list(id);
      await post(`/administration/keys/${held?.id}/revoke`, cookie);
      await expect(byKey(secret)('me', {})).rejects.toMatchObject(unknown);
      await post(person, cookie, { role: 'reader', disabled: 'yes' });
      expect((await accounts.people.get(id)).disabled).toBe(true);
      expect((await post(`/administration/people/${ids['Ada']}`, cookie, { role: 'reader' })).status).toBe(409);
    });

    it('show the log, filtered, and say what is wrong with a filter', async () => {
      const cookie = cookies['Ada'] ?? '';
      await expect.poll(() => page('/administration/audit?action=invitePerson', cookie)).toContain('invitePerson');
      expect(await page('/administration/audit?by=Nobody', cookie)).not.toContain('invitePerson');
      const wrong = await fetch(`${server.url}/administration/audit?from=May`, { headers: { cookie } });
      expect(wrong.status).toBe(400);
    });
  });

  it('have a page of their own for keys and sessions', async () => {
    const cookie = cookies['Rita'] ?? '';
    const made = await post('/account/keys', cookie, { name: 'OmegaT', role: 'reader' });
    const [, secret = ''] = /value="(calque_[\w-]{43})"/.exec(await made.text()) ?? [];
    expect(await byKey(secret)('me', {})).toMatchObject({ name: 'Rita', via: 'key' });
    expect((await fetch(`${server.url}/account`, { headers: { authorization: `Bearer ${secret}` } })).status).toBe(404);
    const [key] = await accounts.keys.list(ids['Rita']);
    const [adas] = await accounts.keys.list(ids['Ada']);
    expect((await post(`/account/keys/${adas?.id}/revoke`, cookie)).status).toBe(403);
    await post(`/account/keys/${key?.id}/revoke`, cookie);
    await expect(byKey(secret)('me', {})).rejects.toMatchObject(unknown);
    const [session] = await accounts.openSessions.list(ids['Ada'], Date.now());
    expect((await post(`/account/sessions/${session?.id}/end`, cookie)).status).toBe(403);
    const [own] = await accounts.openSessions.list(ids['Rita'], Date.now());
    expect((await post(`/account/sessions/${own?.id}/end`, cookie)).status).toBe(303);
    await expect(rita('me', {})).rejects.toMatchObject(unknown);
  });
});
