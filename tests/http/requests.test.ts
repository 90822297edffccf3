import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES } from '../../src/contract/routes.ts';
import type { ServedApi } from '../support/api.ts';
import { serveApi } from '../support/api.ts';

let api: ServedApi;
beforeAll(async () => {
  api = await serveApi();
});
afterAll(() => api?.stop());

async function problem(path: string, init: RequestInit = {}) {
  const response = await fetch(api.url + path, init);
  return {
    response,
    type: response.headers.get('content-type'),
    body: (await response.json()) as Record<string, unknown>,
  };
}

const JSON_BODY = { 'content-type': 'application/json' };

describe('a request of the wrong form', () => {
  it.each([
    [
      'JSON that breaks off',
      '/api/v1/lookup',
      { method: 'POST', headers: JSON_BODY, body: '{"text":' },
      400,
      'not-json',
    ],
    [
      'a list where an object is asked',
      '/api/v1/lookup',
      { method: 'POST', headers: JSON_BODY, body: '[]' },
      400,
      'bad-request',
    ],
    ['nothing at all', '/api/v1/lookup', { method: 'POST', headers: JSON_BODY, body: '' }, 400, 'bad-request'],
    [
      'a form for JSON',
      '/api/v1/lookup',
      { method: 'POST', body: new URLSearchParams({ text: 'Oui.' }) },
      415,
      'unsupported-media-type',
    ],
    [
      'an odd encoding',
      '/api/v1/lookup',
      { method: 'POST', headers: { ...JSON_BODY, 'content-encoding': 'rot13' }, body: '{}' },
      415,
      'unsupported-media-type',
    ],
    [
      'too much',
      '/api/v1/lookup',
      { method: 'POST', headers: JSON_BODY, body: `"${'a'.repeat(13_000_000)}"` },
      413,
      'too-large',
    ],
    ['an address without operation', '/api/v1/nothing', {}, 404, 'not-found'],
    ['an identity that is none', '/api/v1/memories/abc', {}, 400, 'bad-request'],
    ['an identity that is too large', '/api/v1/memories/99999999999999999999', {}, 400, 'bad-request'],
    ['an unknown query', '/api/v1/units?memori=1', {}, 400, 'bad-request'],
    ['an export of nothing', '/api/v1/exports?format=tmx', {}, 400, 'bad-request'],
    ['an export in an unknown format', '/api/v1/exports?format=docx&project=1', {}, 400, 'bad-request'],
    ['a broken page cursor', '/api/v1/units?cursor=%00', {}, 400, 'bad-request'],
  ] satisfies [string, string, RequestInit, number, string][])(
    '%s is answered with a problem',
    async (_, path, init, status, code) => {
      const { response, type, body } = await problem(path, init);
      expect(response.status).toBe(status);
      expect(type).toContain('application/problem+json');
      expect(body).toMatchObject({ status, code, title: expect.any(String), detail: expect.any(String) });
    },
  );

  it('in another encoding than UTF-8 is not stored with its accents lost', async () => {
    const body = new Uint8Array(Buffer.from('{"name":"Agence de presse r\u00e9gionale"}', 'latin1'));
    const { response, body: answer } = await problem('/api/v1/memories', { method: 'POST', headers: JSON_BODY, body });
    expect(response.status).toBe(422);
    expect(answer).toMatchObject({ code: 'not-utf8' });
    expect((await api.call('listMemories', {})).items).toEqual([]);
  });

  it('names every field that is wrong, in words', async () => {
    const body = JSON.stringify({ name: 7, priority: 1.5, penalty: 31, colour: 'red' });
    const { body: answer } = await problem('/api/v1/memories', { method: 'POST', headers: JSON_BODY, body });
    expect(answer['issues']).toEqual([
      { where: 'body.name', message: 'must be text' },
      { where: 'body.priority', message: 'must be a whole number' },
      { where: 'body.penalty', message: 'must be at most 30' },
      { where: 'body', message: 'has no “colour”' },
    ]);
    expect(answer['detail']).toBe('body.name must be text.');
  });

  it('with another method is told the methods there are', async () => {
    const { response, body } = await problem('/api/v1/lookup', { method: 'DELETE' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect(body).toMatchObject({ code: 'method-not-allowed' });
  });
});

describe('the contract', () => {
  it('is given as OpenAPI 3.1, every operation in it', async () => {
    const document = (await api.call('openapi', {})) as {
      openapi: string;
      paths: Record<string, Record<string, { operationId: string }>>;
    };
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(operations.sort()).toEqual(Object.keys(ROUTES).sort());
  });

  it('is whole: what it points to is in it, and every part of a path is described', async () => {
    const document = (await api.call('openapi', {})) as {
      paths: Record<string, Record<string, { parameters?: { name: string; in: string }[] }>>;
    };
    const pointers = JSON.stringify(document).match(/(?<="\$ref":")[^"]+/g) ?? [];
    expect(pointers.length).toBeGreaterThan(100);
    for (const pointer of new Set(pointers)) {
      const steps = pointer.replace(/^#\//, '').split('/');
      expect(
        steps.reduce<unknown>((place, step) => (place as Record<string, unknown> | undefined)?.[step], document),
        pointer,
      ).toBeTypeOf('object');
    }
    for (const [path, methods] of Object.entries(document.paths)) {
      const inPath = (path.match(/(?<=\{)\w+/g) ?? []).sort();
      for (const { parameters = [] } of Object.values(methods)) {
        const described = parameters.filter((one) => one.in === 'path').map(({ name }) => name);
        expect(described.sort(), path).toEqual(inPath);
      }
    }
  });

  it('says that the server is ready', async () => {
    expect(await api.call('health', {})).toMatchObject({ status: 'ok' });
  });
});

/** `fetch` does not let these headers be set. */
function raw(path: string, method: string, headers: Record<string, string>): Promise<{ status: number; body: string }> {
  return new Promise((done, fail) => {
    const sent = request(api.url + path, { method, headers }, async (response) => {
      done({ status: response.statusCode ?? 0, body: await text(response) });
    });
    sent.on('error', fail);
    sent.end();
  });
}

async function status(...asked: Parameters<typeof raw>): Promise<number> {
  return (await raw(...asked)).status;
}

describe('the door', () => {
  it('does not answer to a name that was pointed at this machine', async () => {
    expect(await status('/', 'GET', { host: 'evil.example' })).toBe(403);
    expect(await status('/', 'GET', { host: 'localhost:3000' })).toBe(200);
  });

  it('takes no changes that another site’s page sends', async () => {
    const host = new URL(api.url).host;
    expect(await status('/api/v1/memories/1', 'DELETE', { host, origin: 'https://evil.example' })).toBe(403);
    expect(await status('/api/v1/memories/1', 'DELETE', { host, 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await status('/api/v1/memories/999', 'DELETE', { host, origin: api.url })).toBe(404);
  });

  it('turns away in the form that was asked for, without its insides', async () => {
    const page = await raw('/', 'GET', { host: 'evil.example' });
    expect(page.body).toContain('<title>The request comes from another site – Calque</title>');
    const problem = await raw('/api/v1/memories', 'GET', { host: 'evil.example' });
    expect(JSON.parse(problem.body)).toMatchObject({ status: 403, code: 'forbidden-origin', where: 'Host' });
    expect(page.body + problem.body + api.errors()).not.toMatch(/node_modules|CalqueError/);
  });

  it('gives pages that run nothing but the server’s own scripts', async () => {
    const policy = (await fetch(api.url)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
  });
});
