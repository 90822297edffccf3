import { connect } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Accounts } from '../../src/accounts/accounts.ts';
import type { Client } from '../../src/contract/client.ts';
import { createClient } from '../../src/contract/client.ts';
import { CONTRACT } from '../../src/contract/contract.ts';
import { exampleOf } from '../../src/contract/examples.ts';
import type { Operation } from '../../src/contract/operations/operation.ts';
import { exampleTarget } from '../../src/contract/request-line.ts';
import type { Thing } from '../../src/contract/rights.ts';
import { RIGHTS } from '../../src/contract/rights.ts';
import type { KeyRole } from '../../src/contract/roles.ts';
import { KEY_ROLES, mayAs } from '../../src/contract/roles.ts';
import type { OperationName } from '../../src/contract/routes.ts';
import { ROUTES } from '../../src/contract/routes.ts';
import { PAGE_RIGHTS } from '../../src/http/pages/rights.ts';
import { accountsIn, clientAs, signIn, somebody } from '../support/accounts.ts';
import { HARBOUR } from '../support/fixtures.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';

const NAMES = Object.keys(ROUTES) as OperationName[];
const NOW = '2026-01-02T03:04:05.000Z';
/** What a page would run, or an element that would, if a text stood on it as it is. */
const SCRIPT = `"'><script>alert(1)</script><img src=x onerror=alert(1)>`;

/** Enough for a pair of terms to be found in. */
const BLACKLISTED = [
  ['La liste noire est publiée.', 'The blacklist is published.'],
  ['Une liste noire circule.', 'A blacklist is going around.'],
  ['Ils sont sur la liste noire.', 'They are on the blacklist.'],
] as const;

let server: RunningServer;
let accounts: Accounts;
let administrator: Client;
let cookie: string;
/** Of the administrator, limited to each role; and of a reviewer who may not look into what is closed. */
const keys = {} as Record<KeyRole | 'outsider', string>;
/** One of everything, in a memory and a project that are closed to everybody else. */
let closed: Readonly<Record<Thing, unknown>>;
/** What the outsider may look into. */
const open: Partial<Record<Thing, unknown>> = {};

beforeAll(async () => {
  server = await startServer();
  const alone = createClient(server.url);
  const provenance = {
    title: SCRIPT,
    publication: SCRIPT,
    author: SCRIPT,
    translator: SCRIPT,
    credit: SCRIPT,
    rights: SCRIPT,
  };
  const { memoryId, documentId } = await alone('importArticle', {
    body: { fr: HARBOUR.fr, en: HARBOUR.en, memory: SCRIPT, provenance },
  });
  const pair = { fr: { language: 'fr', content: SCRIPT }, en: { language: 'en', content: SCRIPT } };
  const stored = await alone('createUnits', { body: { memoryId, units: [{ ...pair, note: SCRIPT }] } });
  const unit = stored.unitIds[0] ?? 0;
  const units = [{ id: unit, version: 1 }];
  const { batch } = await alone('repairUnits', { params: { id: memoryId }, body: { repair: 'flag', units } });
  const languages = { sourceLanguage: 'fr', targetLanguage: 'en' } as const;
  const project = await alone('createProject', {
    body: { name: SCRIPT, ...languages, memories: [{ memoryId, write: true }] },
  });
  const document = await alone('addProjectDocument', {
    params: { id: project.id },
    body: { name: SCRIPT, text: `Le port rouvrira lundi. ${SCRIPT} attend.` },
  });
  const params = { id: project.id, documentId: document.id };
  const [segment] = (await alone('listSegments', { params })).items;
  const target = [SCRIPT];
  const saved = await alone('saveSegment', {
    params: { id: segment?.id ?? 0 },
    body: { version: segment?.version ?? 0, target, origin: { kind: 'human' } },
  });
  const comment = await alone('addComment', { params: { id: saved.id }, body: { text: SCRIPT } });
  const review = await alone('createReview', {
    body: { fr: HARBOUR.fr, en: HARBOUR.en, memory: SCRIPT, provenance: { title: SCRIPT } },
  });
  const termbase = await alone('createTermbase', { body: { name: SCRIPT } });
  await alone('createTerm', {
    body: {
      termbaseId: termbase.id,
      definition: SCRIPT,
      note: SCRIPT,
      terms: [{ language: 'fr', text: SCRIPT, status: 'preferred' }],
    },
  });
  const job = await alone('checkMemory', { params: { id: memoryId } });
  await alone('createUnits', {
    body: {
      memoryId,
      units: BLACKLISTED.map(([fr, en]) => ({
        fr: { language: 'fr', content: fr },
        en: { language: 'en', content: en },
      })),
    },
  });
  const extraction = await alone('extractTerms', { params: { id: termbase.id }, body: { memory: memoryId } });
  await vi.waitFor(async () => expect((await alone('getJob', { params: { id: extraction.id } })).state).toBe('done'), {
    timeout: 60_000,
    interval: 100,
  });
  const [candidate] = (await alone('listTermCandidates', { params: { id: termbase.id }, query: {} })).items;
  expect(candidate).toBeDefined();
  open.memory = (await alone('createMemory', { body: { name: 'Open' } })).id;
  open.project = (await alone('createProject', { body: { name: 'Open', ...languages, memories: [] } })).id;
  open.review = (await alone('createReview', { body: { fr: HARBOUR.fr, en: HARBOUR.en, memory: 'Open' } })).id;

  accounts = accountsIn(server);
  const ada = await accounts.people.create(somebody('Ada', 'administrator'));
  const name = SCRIPT.slice(0, 90);
  const rosa = await accounts.people.create({ ...somebody('Rosa', 'reviewer'), name });
  for (const role of KEY_ROLES) keys[role] = (await accounts.keys.create(ada.id, { name: SCRIPT, role }, NOW)).key;
  keys.outsider = (await accounts.keys.create(rosa.id, { name: SCRIPT, role: 'reviewer' }, NOW)).key;
  await accounts.rights.set(undefined, { memory: memoryId }, 'none');
  await accounts.rights.set(undefined, { project: project.id }, 'none');
  cookie = (await signIn(server.url, 'Ada')).cookie;
  administrator = clientAs(server.url, { cookie });
  const [key] = await accounts.keys.list(ada.id);
  const [session] = await accounts.openSessions.list(ada.id, Date.now());
  closed = {
    memory: memoryId,
    memories: [memoryId],
    'memory name': SCRIPT,
    unit,
    document: documentId,
    project: project.id,
    'project document': document.id,
    'project memories': [{ memoryId, write: true }],
    segment: saved.id,
    comment: comment.id,
    review: review.id,
    batch: batch.id,
    candidate: candidate?.id,
    job: job.id,
    person: ada.id,
    key: key?.id,
    session: session?.id,
  };
}, 90_000);
afterAll(async () => {
  await accounts?.close();
  await server?.stop();
});

interface Call {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly file?: string;
}

/** Sends a call of an operation as it is, right or wrong. */
function send(name: OperationName, call: Call, headers: Readonly<Record<string, string>>): Promise<Response> {
  const { accepts }: Operation = CONTRACT[name];
  const body = call.file !== undefined ? 'x' : call.body === undefined ? undefined : JSON.stringify(call.body);
  return fetch(server.url + exampleTarget(name, call), {
    method: ROUTES[name].method,
    redirect: 'manual',
    headers: { ...headers, ...(body !== undefined && { 'content-type': accepts?.[0] ?? 'application/json' }) },
    ...(body !== undefined && { body }),
  });
}

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

async function refusal(response: Response) {
  const { code } = (await response.json()) as { readonly code: string };
  return { status: response.status, code };
}

describe('a key of a lower role', () => {
  const lower = NAMES.flatMap((name) => {
    const { role } = RIGHTS[name];
    const below = KEY_ROLES.filter((one) => role !== 'anyone' && !mayAs(one, role)).at(-1);
    return below === undefined ? [] : [[name, below] as const];
  });

  it('is there to be tried for most of what changes anything', () => {
    const changing = NAMES.filter((name) => ROUTES[name].method !== 'GET');
    expect(lower.length).toBeGreaterThan(changing.length / 2);
  });

  it.each(lower)('does not do %s as %s', async (name, role) => {
    const example = exampleOf(name);
    const parts: Record<string, Record<string, unknown>> = {
      params: { ...example.params },
      query: { ...example.query },
      body: { ...(example.body as object) },
    };
    // What the example names may not be there: what is, is named in its place.
    for (const { thing, at } of RIGHTS[name].named) {
      const [part = '', field = ''] = at.split('.');
      const given = parts[part]?.[field];
      if (given !== undefined && parts[part]) parts[part][field] = closed[thing];
    }
    const call = { ...parts, body: example.body === undefined ? undefined : parts['body'], file: example.file };
    const refused = await send(name, call as Call, bearer(keys[role]));
    expect(await refusal(refused)).toEqual({ status: 403, code: 'forbidden' });
  });
});

describe('what is another’s', () => {
  const named = NAMES.flatMap((name) => RIGHTS[name].named.map(({ thing, at }) => [name, thing, at] as const));

  it.each(named)('is refused by %s, as a %s at %s', async (name, thing, at) => {
    const example = exampleOf(name);
    const [part = '', field = ''] = at.split('.');
    const parts = structuredClone(example) as Record<string, Record<string, unknown>>;
    for (const other of RIGHTS[name].named) {
      const [otherPart = '', otherField = ''] = other.at.split('.');
      const given = parts[otherPart];
      if (given === undefined) continue;
      if (otherPart === 'params' || other.thing === thing) given[otherField] = open[other.thing];
      else delete given[otherField];
    }
    parts[part] = { ...parts[part], [field]: closed[thing] };
    const refused = await send(name, parts as Call, bearer(keys.outsider));
    expect(await refusal(refused)).toEqual({ status: 403, code: 'forbidden' });
  });

  it('is in no list, search or export', async () => {
    const outsider = clientAs(server.url, bearer(keys.outsider));
    const told = JSON.stringify([
      await outsider('listMemories', {}),
      await outsider('listProjects', {}),
      await outsider('listReviews', {}),
      await outsider('listJobs', { query: {} }),
      await outsider('concordance', { query: { q: 'port' } }),
      await outsider('concordance', { query: { q: 'ferry' } }),
    ]);
    expect(told).not.toContain('alert(1)');
  });
});

describe('a page elsewhere', () => {
  const elsewhere = [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }] as const;

  it.each(NAMES.filter((name) => ROUTES[name].method !== 'GET'))('has no browser do %s', async (name) => {
    for (const headers of elsewhere) {
      const refused = await send(name, exampleOf(name), { cookie, ...headers });
      expect(await refusal(refused)).toEqual({ status: 403, code: 'forbidden-origin' });
    }
  });

  const forms = Object.keys(PAGE_RIGHTS).filter((line) => line.startsWith('POST '));
  it.each(forms)('has no browser send %s', async (line) => {
    const path = line.replace('POST ', '').replaceAll(/:\w+/g, '1');
    const headers = { cookie, origin: 'https://evil.example' };
    const response = await fetch(server.url + path, { method: 'POST', headers, redirect: 'manual' });
    expect(response.status).toBe(403);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it.each(['/tmserver/fr/en/unit/Oui', '/mcp', '/api/auth/sign-in/email', '/api/auth/sign-up/email'])(
    'has no browser write to %s',
    async (path) => {
      for (const method of ['PUT', 'POST']) {
        const headers = { cookie, origin: 'https://evil.example' };
        expect((await fetch(server.url + path, { method, headers })).status).toBe(403);
      }
    },
  );

  it('reads nothing: no answer lets another origin in', async () => {
    const response = await fetch(`${server.url}/api/v1/memories`, {
      headers: { cookie, origin: 'https://evil.example' },
    });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });
});

describe('of the library for accounts', () => {
  it.each([
    '/api/auth/ok',
    '/api/auth/get-session',
    '/api/auth/error',
    '/api/auth/callback/oidc',
    '/api/auth/list-sessions',
  ])('nothing answers at %s', async (path) => {
    expect((await fetch(server.url + path, { redirect: 'manual', headers: { cookie } })).status).toBe(404);
  });
  it.each(['/api/auth/sign-in/email', '/api/auth/sign-up/email', '/api/auth/update-user', '/api/auth/change-password'])(
    'nothing is taken at %s',
    async (path) => {
      const headers = { cookie, 'content-type': 'application/json' };
      const body = JSON.stringify({
        email: 'eve@example.org',
        password: 'a long password',
        name: 'Eve',
        role: 'administrator',
      });
      expect((await fetch(server.url + path, { method: 'POST', headers, body })).status).toBe(404);
    },
  );
});

describe('a stored script', () => {
  it('is text on every page', async () => {
    const id = closed.memory;
    const paths = [
      '/',
      `/projects/${closed.project}`,
      `/projects/${closed.project}/analysis`,
      `/projects/${closed.project}/documents/${closed['project document']}`,
      `/projects/${closed.project}/documents/${closed['project document']}/read`,
      '/memories',
      `/memories/${id}`,
      `/memories/${id}?text=${encodeURIComponent(SCRIPT)}`,
      `/memories/${id}?document=${closed.document}`,
      `/memories/${id}/units/${closed.unit}`,
      `/memories/${id}/replace?find=${encodeURIComponent(SCRIPT)}&replacement=${encodeURIComponent(SCRIPT)}&side=both`,
      `/memories/${id}/promote`,
      `/memories/${id}/health`,
      `/memories/${id}/changes`,
      `/memories/${id}/settings`,
      `/concordance?q=alert&publication=${encodeURIComponent(SCRIPT)}`,
      `/concordance?q=${encodeURIComponent(SCRIPT)}`,
      '/reviews',
      `/reviews/${closed.review}`,
      '/jobs',
      '/settings',
      '/account',
      '/administration',
      '/administration/people',
      `/administration/people/${closed.person}`,
      '/administration/keys',
      '/administration/rights',
      `/administration/audit?by=${encodeURIComponent(SCRIPT)}`,
      `/sign-in?back=${encodeURIComponent(`/${SCRIPT}`)}&error=${encodeURIComponent(SCRIPT)}`,
      `/invitation?token=${encodeURIComponent(SCRIPT)}`,
      `/${encodeURIComponent(SCRIPT)}`,
    ];
    for (const path of paths) {
      const page = await (await fetch(server.url + path, { headers: { cookie } })).text();
      expect(page, path).not.toMatch(/<script>alert|<img src=x/);
      expect(page, path).toContain('<!doctype html>');
    }
    expect(await (await fetch(`${server.url}/memories`, { headers: { cookie } })).text()).toContain('alert(1)');
  });

  it('is not taken for a page where it is sent as a file', async () => {
    for (const target of [
      `/api/v1/exports?format=text&project=${closed.project}`,
      `/api/v1/exports?format=tmx&memory=${closed.memory}`,
      `/api/v1/exports/units?format=csv&memory=${closed.memory}`,
    ]) {
      const response = await fetch(server.url + target, { headers: { cookie } });
      expect(response.headers.get('content-type'), target).not.toContain('html');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
      await response.body?.cancel();
    }
  });
});

/** Sends bytes as they are, which `fetch` would put right first. */
async function raw(head: string): Promise<string> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  socket.write(`${head}\r\nHost: localhost\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`);
  return textOf(socket);
}

describe('a path that leads out', () => {
  it.each([
    '/assets/../main.js',
    '/assets/../../package.json',
    '/assets/%2e%2e/main.js',
    '/assets/%2e%2e%2fmain.js',
    '/assets/..%5cmain.js',
    '/assets/..%252fmain.js',
    '/assets//etc/passwd',
    '/assets/%00../main.js',
    '/..%2f..%2f..%2fetc%2fpasswd',
    '/projects/..%2f..%2fetc%2fpasswd',
    '/memories/1/../../../../etc/passwd',
  ])('%s', async (path) => {
    const answer = await raw(`GET ${path} HTTP/1.1`);
    expect(answer).toMatch(/^HTTP\/1\.1 (400|403|404) /);
    expect(answer).not.toMatch(/root:|"dependencies"|createRequire/);
  });

  it('is no name that a file is kept under', async () => {
    for (const name of ['../../escaped.tmx', '..\\..\\escaped.tmx', '/tmp/escaped.tmx', 'a\u0000b.tmx']) {
      const query = new URLSearchParams({ name, memory: 'Traversed' });
      const response = await fetch(`${server.url}/api/v1/imports/file?${query}`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/octet-stream' },
        body: 'not a memory',
      });
      expect(response.status).toBeLessThan(500);
      if (response.status !== 202) continue;
      const { input } = (await response.json()) as { readonly input: { readonly file?: string } };
      expect(input.file).toMatch(/^[\da-f-]{36}$/);
    }
  });
});

describe('a header that would be two', () => {
  it.each([
    ['/sign-in/elsewhere?back=/%0d%0aset-cookie:%20stolen=1', 404],
    ['/concordance?q=%0d%0aset-cookie:%20stolen=1', 200],
    [`/administration/audit?by=%0d%0aset-cookie:%20stolen=1`, 200],
    ['/%0d%0aset-cookie:%20stolen=1', 404],
  ])('is none at %s', async (path, status) => {
    const response = await fetch(server.url + path, { headers: { cookie }, redirect: 'manual' });
    expect(response.status).toBe(status);
    expect(response.headers.getSetCookie().join()).not.toContain('stolen');
  });

  it('is none where a form says where to go on, or a name is made a file’s', async () => {
    const back = '/memories\r\nset-cookie: stolen=1';
    const language = await fetch(`${server.url}/language`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ language: 'fr', back }),
    });
    expect(language.headers.getSetCookie().join()).not.toContain('stolen');
    expect(language.headers.get('location')).toBe('/');
    const broken = administrator('createMemory', { body: { name: 'Port\r\nset-cookie: stolen=1' } });
    await expect(broken).rejects.toMatchObject({ problem: { status: 400 } });
    const name = 'Port"; filename="evil.html\u2028x';
    const { id } = await administrator('createMemory', { body: { name } });
    const file = await fetch(`${server.url}/api/v1/memories/${id}/memory.tmx`, { headers: { cookie } });
    expect(file.status).toBe(200);
    expect(file.headers.get('content-disposition')).not.toMatch(/; filename="?evil/);
  });

  it('is none in what a request is called', async () => {
    const answer = await raw('GET /health HTTP/1.1\r\nX-Request-Id: a%0d%0aset-cookie: stolen=1');
    expect(answer.toLowerCase()).not.toContain('set-cookie');
  });
});

describe('SQL in a filter', () => {
  const SQL = [
    `' OR '1'='1`,
    `'; DROP TABLE units; --`,
    `" OR ""="`,
    `\\' OR 1=1 --`,
    '%',
    '_',
    `x') UNION SELECT hash FROM api_keys --`,
  ];
  const document = async () =>
    (await administrator('openapi', {})) as {
      paths: Record<
        string,
        { get?: { operationId: OperationName; parameters?: { name: string; in: string; schema: { type?: string } }[] } }
      >;
    };

  it('finds nothing and breaks nothing, whichever it is', async () => {
    const before = (await administrator('listMemories', {})).items;
    let tried = 0;
    for (const { get } of Object.values((await document()).paths)) {
      if (get === undefined || get.operationId === 'events') continue;
      const example = exampleOf(get.operationId);
      for (const { name, in: place, schema } of get.parameters ?? []) {
        if (place !== 'query' || schema.type !== 'string') continue;
        // Each filter meets all of it at once, and one of it by itself.
        for (const value of [SQL.join(' '), SQL[tried % SQL.length] ?? '']) {
          const response = await send(
            get.operationId,
            { ...example, query: { ...example.query, [name]: value } },
            { cookie },
          );
          expect(response.status, `${get.operationId} ${name}=${value}`).toBeLessThan(500);
          expect(await response.text()).not.toMatch(/SQLITE|syntax error|hash FROM/);
          tried++;
        }
      }
    }
    expect(tried).toBeGreaterThan(100);
    expect((await administrator('listMemories', {})).items).toEqual(before);
  }, 60_000);

  it('is looked for as it stands', async () => {
    const memory = Number(closed.memory);
    // One unit says “40 %”, and no other is found by that sign.
    expect((await administrator('listUnits', { query: { memory, text: '%' } })).items).toHaveLength(1);
    for (const text of ['_', `' OR '1'='1`]) {
      expect((await administrator('listUnits', { query: { memory, text } })).items).toEqual([]);
      expect((await administrator('listAudit', { query: { by: text } })).items).toEqual([]);
    }
    expect((await administrator('listUnits', { query: { memory, text: '<script>' } })).items).toHaveLength(1);
  });
});

describe('an upload over the limit', () => {
  it.each([
    ['/api/v1/lookup', 12 * 1024 * 1024, 'application/json'],
    ['/api/v1/validations?name=a.xlf', 64 * 1024 * 1024, 'application/x-xliff+xml'],
  ])('is refused at %s', async (path, limit, type) => {
    const body = new Uint8Array(limit + 1);
    const response = await fetch(server.url + path, {
      method: 'POST',
      headers: { cookie, 'content-type': type },
      body,
    });
    expect(await refusal(response)).toEqual({ status: 413, code: 'too-large' });
  });

  it('is refused in a form, and nothing of it is kept', async () => {
    const form = new FormData();
    form.set('memory', 'Too large');
    form.set('tmxFile', new Blob([new Uint8Array(64 * 1024 * 1024 + 1)]), 'large.tmx');
    const response = await fetch(`${server.url}/memories`, { method: 'POST', headers: { cookie }, body: form });
    expect(response.status).toBe(413);
    expect((await administrator('listMemories', {})).items.map(({ name }) => name)).not.toContain('Too large');
  });

  it('is refused in a form of fields', async () => {
    const body = new URLSearchParams({ email: 'a@example.org', password: 'x'.repeat(300_000) });
    expect((await fetch(`${server.url}/sign-in`, { method: 'POST', body })).status).toBe(413);
  });
});

it('leaves nothing in the log of the server', () => {
  expect(server.errors()).toBe('');
});
